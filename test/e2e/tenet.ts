/** Runs the built command line as a process of its own. */
import { type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../packages/cli/bin/tenet.js", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Place {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** User to run as. */
  readonly uid?: number;
}

/** Runs `tenet` with these arguments. */
export function tenet(args: readonly string[], { cwd, input = "", env = {}, uid }: Place = {}): Promise<Run> {
  const options: SpawnOptions = {
    cwd,
    env: { PATH: process.env.PATH ?? "", ...env },
    ...(uid === undefined ? {} : { uid }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], options);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on("data", (piece: Buffer) => out.push(piece));
    child.stderr?.on("data", (piece: Buffer) => err.push(piece));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
    );
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

/** Runs it in a shell that sends its output elsewhere (`| head`, `> FILE`); the exit code is said in `err`. */
export function tenetInto(elsewhere: string, args: readonly string[], cwd: string): Promise<Run> {
  const quoted = [process.execPath, bin, ...args]
    .map((word) => `'${word.replaceAll("'", `'\\''`)}'`)
    .join(" ");
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", `{ ${quoted}; echo "code $?" >&2; } ${elsewhere}`], { cwd });
    let out = "";
    let err = "";
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on("data", (piece: Buffer) => {
      err += piece.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
