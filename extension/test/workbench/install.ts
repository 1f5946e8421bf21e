/**
 * A real VS Code for the tests, out of the npm registry: the package `code-server` carries the server and the
 * workbench of a VS Code release, and a Chromium stands where the desktop window stands. Nothing native is built.
 * It lies in `.vscode-test/`, which git ignores, or where TENET_VSCODE_CACHE says, and is installed once per version.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The package's version; the VS Code inside is 1.139.1. */
const VERSION = "4.139.1";

const cache =
  process.env.TENET_VSCODE_CACHE ?? fileURLToPath(new URL("../../../.vscode-test", import.meta.url));
const home = `${cache}/code-server-${VERSION}`;
const vscode = `${home}/node_modules/code-server/lib/vscode`;
const standIns = fileURLToPath(new URL("stand-ins", import.meta.url));

/** Where everything is. */
export interface Installed {
  /** Folder of the VS Code server. */
  readonly vscode: string;
  /** Executable of Chromium. */
  readonly chromium: string;
  /** Folder for what a run leaves behind: logs, screenshots. */
  readonly cache: string;
}

/** Installs what is not there yet. */
export function install(): Installed {
  const done = `${home}/installed`;
  if (!existsSync(done)) {
    console.log(`Installing VS Code (code-server ${VERSION}) into ${home} …`);
    installServer();
    writeFileSync(done, "");
  }
  return { vscode, chromium: findChromium(), cache };
}

const quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function installServer(): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(`${home}/package.json`, '{ "private": true }\n');
  npm(home, "install", "--no-save", ...quietly, `code-server@${VERSION}`);
  npm(vscode, "ci", "--omit=dev", "--legacy-peer-deps", ...quietly);
  copyFileSync(`${standIns}/spdlog.cjs`, `${vscode}/node_modules/@vscode/spdlog/index.js`);
  copyFileSync(`${standIns}/native-watchdog.cjs`, `${vscode}/node_modules/@vscode/native-watchdog/index.js`);
  // Large, and no part of any test.
  for (const unused of ["extensions/copilot", "extensions/mermaid-markdown-features"])
    rmSync(`${vscode}/${unused}`, { recursive: true, force: true });
}

function npm(folder: string, ...args: readonly string[]): void {
  execFileSync("npm", args, { cwd: folder, stdio: "inherit" });
}

const names = ["chromium", "chromium-browser", "google-chrome"];

function findChromium(): string {
  const given = process.env.CHROMIUM;
  if (given !== undefined) return given;
  const folders = (process.env.PATH ?? "").split(":");
  const found = names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find(existsSync);
  if (found === undefined)
    throw new Error("no Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM");
  return found;
}
