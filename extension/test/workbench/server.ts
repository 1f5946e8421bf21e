/** One VS Code server for one run, in a process group of its own that ends with all its extension hosts. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "playwright-core";

/** What a run asks for. */
export interface ServerOptions {
  /** Folder of the VS Code server. */
  readonly vscode: string;
  /** Where extensions are installed; an empty folder of its own without one. */
  readonly extensions?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders are trusted unless they are to be asked about. */
  readonly asksForTrust?: boolean;
}

/** A server that answers. */
export interface RunningServer {
  /** Host and port. */
  readonly host: string;
  /** Ends the processes of this run whose command has this in it, as if they had crashed; gives how many. */
  crash(command: string): number;
  stop(): Promise<void>;
}

const SECONDS_TO_START = 60;

/** Quiet: nothing is looked for on the network, nothing opens by itself. */
const settings = {
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "chat.disableAIFeatures": true,
  "chat.agentHost.enabled": false,
  "workbench.startupEditor": "none",
  "files.autoSave": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
};

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), "tenet-vscode-"));
  mkdirSync(join(data, "data", "Machine"), { recursive: true });
  const written = JSON.stringify({ ...settings, ...options.settings });
  writeFileSync(join(data, "data", "Machine", "settings.json"), written);
  const port = await freePort();
  const log = join(data, "server.log");
  const output = openSync(log, "a");
  const child = spawn(process.execPath, argumentsOf(options, data, port), {
    stdio: ["ignore", output, output],
    env: { ...process.env, EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "" }) },
    detached: true,
  });
  const host = `127.0.0.1:${port}`;
  await answering(child, host, log);
  return { host, crash: (command) => crashed(child, command), stop: () => stopped(child) };
}

function argumentsOf({ vscode, extensions, asksForTrust }: ServerOptions, data: string, port: number) {
  return [
    join(vscode, "out", "server-main.js"),
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...["--server-data-dir", data, "--extensions-dir", extensions ?? join(data, "extensions")],
    ...["--telemetry-level", "off", "--without-connection-token", "--accept-server-license-terms"],
    // Without it a built product answers to no test.
    "--enable-smoke-test-driver",
    ...(asksForTrust === true ? [] : ["--disable-workspace-trust"]),
  ];
}

async function answering(child: ChildProcess, host: string, log: string): Promise<void> {
  const last = Date.now() + SECONDS_TO_START * 1000;
  while (Date.now() < last && child.exitCode === null) {
    const answer = await fetch(`http://${host}/version`).catch(() => null);
    if (answer?.ok === true) return;
    await pause(100);
  }
  await stopped(child);
  throw new Error(`the VS Code server did not start:\n${readFileSync(log, "utf8").slice(-3000)}`);
}

/** Only among the processes of our own group. */
function crashed({ pid: group }: ChildProcess, command: string): number {
  const list = execFileSync("ps", ["-A", "-o", "pid=,pgid=,args="], { encoding: "utf8" });
  const found = list
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
    .filter(([, of, args]) => Number(of) === group && args?.includes(command) === true);
  for (const [pid] of found) process.kill(Number(pid), "SIGKILL");
  return found.length;
}

async function stopped(child: ChildProcess): Promise<void> {
  endGroup(child, "SIGTERM");
  await pause(500);
  endGroup(child, "SIGKILL");
}

/** Extension hosts outlive the server, so the whole group is ended. */
function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** A headless Chromium that asks nobody anything. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const args = [
    ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
    ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    "--disable-dev-shm-usage",
  ];
  return chromium.launch({ executablePath, args });
}
