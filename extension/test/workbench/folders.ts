/** The folders that suites run on, made of `test/workspace`. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../workspace", import.meta.url));
const commandLine = fileURLToPath(new URL("../../../packages/cli/bin/tenet.js", import.meta.url));

/** A copy, because tests save what they edit; the command line is installed in it, as a project has it. */
export function copyOfWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), "tenet-workspace-"));
  cpSync(workspace, folder, { recursive: true });
  writeProgram(join(folder, "node_modules/.bin/tenet"), `exec "${process.execPath}" "${commandLine}" "$@"`);
  return folder;
}

/** The texts of all its files, by their paths. */
export function textsOfWorkspace(): Readonly<Record<string, string>> {
  const paths = readdirSync(workspace, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(workspace, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(workspace, path), "utf8")]));
}

/** Lays traps in a folder: each leaves a file `trap-…` when it is run. */
export function withTraps(folder: string): string {
  const trap = (name: string): string => `touch "${join(folder, `trap-${name}`)}"`;
  writeProgram(join(folder, "node_modules/.bin/tenet"), trap("command-line"));
  writeProgram(join(folder, "tool"), trap("setting"));
  const atOnce = { runOptions: { runOn: "folderOpen" } };
  writeJson(join(folder, ".vscode/tasks.json"), {
    version: "2.0.0",
    tasks: [
      { type: "tenet", command: "check", problemMatcher: "$tenet", ...atOnce },
      { label: "own", type: "shell", command: trap("task"), ...atOnce },
    ],
  });
  const programs = [
    "server.path",
    "server.runtime",
    "server.command",
    "serverPath",
    "path",
    "executable",
    "node",
  ];
  writeJson(join(folder, ".vscode/settings.json"), {
    "task.allowAutomaticTasks": "on",
    "tenet.judge.asOf": "2020-01-01",
    "tenet.dataInsights": false,
    ...Object.fromEntries(programs.map((name) => [`tenet.${name}`, join(folder, "tool")])),
  });
  return folder;
}

function writeProgram(path: string, line: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
