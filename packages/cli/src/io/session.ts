/**
 * What a command knows of the machine: where it was started, where it may write, what time it is.
 *
 * Results go to `out`, everything else (messages, progress) to `note`. A reader of our output that has seen enough
 * and left (`tenet judge … | head`) ends the writing, quietly. Commands get a session instead of reaching for the
 * process, so that a test can give them another one.
 */
import { codeOf, failureOf } from "./failure.ts";
import { type Progress, progressBar } from "./progress.ts";

/** The machine, as a command sees it. */
export interface Session {
  /** The working folder, absolute. */
  readonly folder: string;
  /** May text be coloured, in results and in messages? */
  readonly colour: { readonly out: boolean; readonly note: boolean };
  /** Columns of the terminal. */
  readonly width: number;
  /** Release of the time zone rules that this runtime knows. */
  readonly zoneVersion: string;
  /** The present instant, `YYYY-MM-DDTHH:mm:ssZ`. */
  now(): string;
  /** Standard output. */
  out(text: string | Iterable<string>): Promise<void>;
  /** Standard error, one line or more, each ended. */
  note(text: string): void;
  /** Standard input, to its end. */
  input(): Promise<Uint8Array>;
  progress(total: number): Progress;
}

const NARROWEST = 40;
const WIDEST = 160;
const USUAL = 80;

/** What systems answer when the reader of a pipe has gone. */
const closed = new Set(["EPIPE", "EOF", "ERR_STREAM_DESTROYED"]);

/** The session of this process. */
export function processSession(): Session {
  const { stdout, stderr, env } = process;
  // The callback of each write learns of the same error; without a listener, it would end the process.
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
  return {
    folder: process.cwd(),
    colour: { out: isColourful(env, stdout.isTTY), note: isColourful(env, stderr.isTTY) },
    width: widthOf(stdout.columns ?? (Number(env.COLUMNS) || USUAL)),
    zoneVersion: process.versions.tz ?? "unknown",
    now: () => new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    note: (text) => {
      stderr.write(text);
    },
    out: async (text) => {
      try {
        for (const piece of typeof text === "string" ? [text] : text)
          if (!(await written(stdout, piece))) return;
      } catch (error) {
        throw failureOf("standard output", error);
      }
    },
    input: async () => {
      const pieces: Uint8Array[] = [];
      for await (const piece of process.stdin) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    progress: (total) => progressBar(total, stderr),
  };
}

/** Writes a piece; false where nobody reads any more. */
function written(stream: NodeJS.WriteStream, piece: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => {
      if (error == null) resolve(true);
      else if (closed.has(codeOf(error) ?? "")) resolve(false);
      else reject(error);
    });
  });
}

/** `NO_COLOR` forbids, `FORCE_COLOR` demands, else a terminal that can. */
export function isColourful(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal && env.TERM !== "dumb";
}

function widthOf(columns: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.floor(columns)));
}

/** Does the user want to see where a mistake of ours happened? */
export function isDebugging(): boolean {
  return (process.env.TENET_DEBUG ?? "") !== "" && process.env.TENET_DEBUG !== "0";
}
