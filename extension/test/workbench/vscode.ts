/**
 * Stands where the executable of VS Code stands for `@vscode/test-electron`: takes the same command line, runs the
 * suite in the extension host of a VS Code server behind a headless Chromium, and exits with the suite's code.
 * With TENET_TRUST=ask it does so in a folder that nobody trusts.
 */
import { resolve } from "node:path";
import { format, parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { install } from "./install.ts";
import { openBrowser, startServer } from "./server.ts";
import { loadFrom, serveExtension } from "./web-host.ts";

const SECONDS_FOR_ALL = 600;
/** What the run answers with when the suite never said how it ended. */
const NO_ANSWER = 98;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    extensionDevelopmentKind: { type: "string" },
    "folder-uri": { type: "string" },
  },
});

/** What the workbench says of itself. */
const ownNoise =
  /^(.*(ENOPRO|CodeExpectedError).*|\[(ChatModel|AgentHost|AccountPolicy|reconnection|RemoteAgent|Service Worker)|Creating a socket|Resol|Updating additional|Creation of workbench|ChatSessionStore|Ignoring fetching|Timed out waiting for auth)/;

const { vscode, chromium } = install();
const extension = resolve(String(values.extensionDevelopmentPath));
const served = values.extensionDevelopmentKind === "web" ? await serveExtension(extension) : null;
const server = await startServer({
  vscode,
  // A view that takes the keyboard in its own time would otherwise take a question away before its answer.
  settings: { "workbench.quickOpen.closeOnFocusLost": false },
  asksForTrust: process.env.TENET_TRUST === "ask",
});
const browser = await openBrowser(chromium);
let code = NO_ANSWER;
try {
  // The policy of the workbench's page knows no extensions from elsewhere on this machine.
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, bypassCSP: served !== null });
  const suite = await listenTo(page);
  if (served !== null) await loadFrom(page, served);
  const virtual = values["folder-uri"];
  await page.goto(
    addressOf(server.host, typeof virtual === "string" ? virtual : resolve(positionals[0] ?? ".")),
  );
  code = await suite.ended;
} finally {
  await browser.close().catch(() => undefined);
  await server.stop();
  served?.stop();
}
process.exit(code);

/** Hears the suite's exit code. What it prints is printed; what the workbench says of itself is not. */
async function listenTo(page: Page): Promise<{ readonly ended: Promise<number> }> {
  let answer: (code: number) => void = () => undefined;
  const ended = new Promise<number>((done) => {
    answer = done;
  });
  setTimeout(() => {
    process.stderr.write("the extension host gave no answer\n");
    answer(NO_ANSWER);
  }, SECONDS_FOR_ALL * 1000).unref();
  page.on("crash", () => answer(NO_ANSWER));
  await page.exposeFunction("codeAutomationExit", answer);
  await page.exposeFunction("codeAutomationLog", (type: string, words: readonly unknown[]) => {
    const line = format(...words);
    if (ownNoise.test(line) && process.env.TENET_NOISY === undefined) return;
    (type === "error" ? process.stderr : process.stdout).write(`${line}\n`);
  });
  return { ended };
}

function addressOf(host: string, folder: string): string {
  const uri = (path: string): string =>
    served === null
      ? `vscode-remote://${host}${encodeURI(path)}`
      : `${served.address}${encodeURI(path.slice(extension.length))}`;
  const payload = [
    ["skipWelcome", "true"],
    ["extensionDevelopmentPath", uri(extension)],
    ["extensionTestsPath", uri(resolve(String(values.extensionTestsPath)))],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://${host}/?${query}`;
}
