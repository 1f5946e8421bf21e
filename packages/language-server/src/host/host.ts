/**
 * The outside: where files are read, and the clock of the event loop.
 *
 * On a desktop the server reads files itself (`node-host.ts`); in a browser and in virtual workspaces only the client
 * can, and is asked (`client-host.ts`). Whatever the host, nothing outside the workspace's folders is read.
 */

/** What the server needs from the machine that it runs on. */
export interface Host {
  /** Addresses of all files below a folder whose names end so; of agreement files, if nothing is said. */
  listFiles(folder: string, endings?: readonly string[]): Promise<readonly string[]>;
  /** A file's bytes, or null where there are none to be had. */
  readBytes(address: string): Promise<Uint8Array | null>;
  /** The first bytes of a file, at most so many; null where there are none to be had. */
  readHead(address: string, most: number): Promise<Uint8Array | null>;
  /** Release of the zone rules that this runtime knows. */
  readonly zoneVersion: string;
  /** The date where the person is, `YYYY-MM-DD`. */
  today(): string;
  /** Lets everything that has arrived meanwhile be seen to first. */
  turn(): Promise<void>;
  /** Resolves after so many milliseconds; a process that only waits for this may end. */
  rest(milliseconds: number): Promise<void>;
}

/** The ending of agreements and libraries. */
export const fileEnding = ".tenet";

/** The endings of data files. */
export const dataEndings: readonly string[] = [".csv", ".tsv", ".json", ".ndjson", ".jsonl"];

/** No agreement comes near it; it keeps a mistaken path from filling the memory. */
export const largestText = 4 * 1024 * 1024;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes as text; null for what is no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The rest of every host but those of tests. */
export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, milliseconds);
    if (typeof timer === "object" && timer !== null && "unref" in timer) (timer as NodeJS.Timeout).unref();
  });
}

/** A date as the clock of the person's machine shows it. */
export function localDate(now: Date): string {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
}
