/**
 * Runs the packaged extension in a real VS Code: the mocha suite in the desktop's extension host and in the browser's,
 * and the workbench as a person uses it. Words name parts of it: `desktop`, `web`, `workbench`, `restricted`.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { type Installed, install } from "./workbench/install.ts";
import { useWithoutTrust, useWorkbench } from "./workbench/workbench.ts";

/** What a person downloads. */
const MOST_BYTES = 1_000_000;

const here = fileURLToPath(new URL(".", import.meta.url));
const suite = join(here, "out", "suite.cjs");

const kinds = { desktop: undefined, web: "web" } as const;

const asked = process.argv.slice(2);
const isAsked = (word: string): boolean => asked.length === 0 || asked.includes(word);

const vsix = join(here, "..", "tenet.vsix");
const { size } = statSync(vsix);
console.log(`tenet.vsix: ${size.toLocaleString("en")} bytes`);
if (size >= MOST_BYTES) throw new Error(`the packaged extension must stay under ${MOST_BYTES} bytes`);

const installed = install();
const extensions = join(installed.cache, "extensions");
const packaged = unpacked(installed);
await bundleSuite();
for (const [name, kind] of Object.entries(kinds)) if (isAsked(name)) await runSuite(name, kind);
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

async function bundleSuite(): Promise<void> {
  await build({
    entryPoints: [join(here, "suite", "index.ts")],
    outfile: suite,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2023",
    external: ["vscode"],
    // Mocha's browser build would otherwise take the bundle's exports for its own.
    define: { module: "undefined", exports: "undefined", define: "undefined" },
    logLevel: "warning",
  });
}

/** Tests save what they edit. */
function copyOfWorkspace(): string {
  const workspace = mkdtempSync(join(tmpdir(), "tenet-workspace-"));
  cpSync(join(here, "workspace"), workspace, { recursive: true });
  return workspace;
}

async function runSuite(name: string, kind: string | undefined): Promise<void> {
  console.log(`\n== the suite, ${name} extension host`);
  await runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE ?? standIn(installed),
    extensionDevelopmentPath: packaged,
    extensionTestsPath: suite,
    extensionTestsEnv: kind === undefined ? {} : { TENET_EXTENSION_HOST: kind },
    launchArgs: [copyOfWorkspace()],
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
