/**
 * Runs the packaged extension in a real VS Code: the mocha suites in the desktop's extension host and in the browser's,
 * and the workbench as a person uses it. Words name parts of it: `desktop`, `web`, `virtual`, `virtual-web`,
 * `restricted`, `workbench`.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { copyOfWorkspace, textsOfWorkspace, withTraps } from "./workbench/folders.ts";
import { type Installed, install } from "./workbench/install.ts";
import { useWithoutTrust, useWorkbench } from "./workbench/workbench.ts";

/** What a person downloads. */
const MOST_BYTES = 1_000_000;

const here = fileURLToPath(new URL(".", import.meta.url));

/** A suite, the folder that it is for, and where it runs. */
interface SuiteRun {
  readonly suite: "index" | "virtual" | "restricted";
  readonly host: "desktop" | "web";
  /** A path, or an option of VS Code that names a folder. */
  readonly folder: () => string;
  readonly isRestricted?: boolean;
}

const inMemory = (): string => "--folder-uri=memory:/shop";

const suites: Readonly<Record<string, SuiteRun>> = {
  desktop: { suite: "index", host: "desktop", folder: copyOfWorkspace },
  web: { suite: "index", host: "web", folder: copyOfWorkspace },
  virtual: { suite: "virtual", host: "desktop", folder: inMemory },
  "virtual-web": { suite: "virtual", host: "web", folder: inMemory },
  restricted: {
    suite: "restricted",
    host: "desktop",
    folder: () => withTraps(copyOfWorkspace()),
    isRestricted: true,
  },
};

const asked = process.argv.slice(2);
const isAsked = (word: string): boolean => asked.length === 0 || asked.includes(word);

const vsix = join(here, "..", "tenet.vsix");
const { size } = statSync(vsix);
console.log(`tenet.vsix: ${size.toLocaleString("en")} bytes`);
if (size >= MOST_BYTES) throw new Error(`the packaged extension must stay under ${MOST_BYTES} bytes`);

const installed = install();
const extensions = join(installed.cache, "extensions");
const packaged = unpacked(installed);
for (const [name, run] of Object.entries(suites)) if (isAsked(name)) await runSuite(name, run);
for (const [name, use] of Object.entries({ workbench: useWorkbench, restricted: useWithoutTrust })) {
  if (!isAsked(name)) continue;
  console.log(`\n== in pictures: ${name}`);
  await use({ installed, extensions, workspace: copyOfWorkspace() });
}

/** Installs the packaged extension as VS Code itself does; gives the folder that it lies in then. */
function unpacked({ vscode }: Installed): string {
  rmSync(extensions, { recursive: true, force: true });
  const data = mkdtempSync(join(tmpdir(), "tenet-vscode-"));
  execFileSync(
    process.execPath,
    [
      join(vscode, "out", "server-main.js"),
      ...["--install-extension", vsix, "--extensions-dir", extensions, "--server-data-dir", data],
      "--accept-server-license-terms",
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const folder = readdirSync(extensions).find((name) => name.startsWith("tenet-lang.tenet-"));
  if (folder === undefined) throw new Error("VS Code did not install the packaged extension");
  return join(extensions, folder);
}

/** VS Code runs a suite in the host of the extension that it lies in, so it is put there. */
async function bundled({ suite, host }: SuiteRun): Promise<string> {
  const outfile = join(packaged, `${suite}-suite.cjs`);
  await build({
    entryPoints: [join(here, "suite", `${suite}.ts`)],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2023",
    external: ["vscode"],
    define: {
      // Mocha's browser build would otherwise take the bundle's exports for its own.
      ...{ module: "undefined", exports: "undefined", define: "undefined" },
      TENET_HOST: JSON.stringify(host),
      TENET_WORKSPACE: JSON.stringify(textsOfWorkspace()),
    },
    logLevel: "warning",
  });
  return outfile;
}

async function runSuite(name: string, run: SuiteRun): Promise<void> {
  const executable = process.env.VSCODE_EXECUTABLE;
  if (executable !== undefined && run.isRestricted === true) {
    console.log(`\n== left out, ${name}: VS Code's own test runner trusts every folder`);
    return;
  }
  console.log(`\n== the suite, ${name}`);
  await runTests({
    vscodeExecutablePath: executable ?? standIn(installed),
    extensionDevelopmentPath: packaged,
    extensionTestsPath: await bundled(run),
    extensionTestsEnv: run.isRestricted === true ? { TENET_TRUST: "ask" } : {},
    launchArgs: [run.folder(), ...(run.host === "web" ? ["--extensionDevelopmentKind=web"] : [])],
  });
}

/** An executable that starts our stand-in for VS Code's own, with the Node that runs this. */
function standIn({ cache }: Installed): string {
  const path = join(cache, "vscode");
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    path,
    `#!/bin/sh\nexec "${process.execPath}" "${join(here, "workbench", "vscode.ts")}" "$@"\n`,
  );
  chmodSync(path, 0o755);
  return path;
}
