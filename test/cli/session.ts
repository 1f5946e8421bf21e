/** A session that keeps what is written to it. */
import type { Session } from "../../packages/cli/src/io/session.ts";

export interface Recorded {
  readonly session: Session;
  readonly out: () => string;
  readonly notes: () => string;
}

/** A session in this folder, without colour, at the first instant of April 2026. */
export function recordedSession(folder: string, input: string | Uint8Array = ""): Recorded {
  const out: string[] = [];
  const notes: string[] = [];
  const session: Session = {
    folder,
    colour: { out: false, note: false },
    width: 80,
    zoneVersion: "2026a",
    now: () => "2026-04-01T00:00:00Z",
    out: async (text) => {
      out.push(...(typeof text === "string" ? [text] : text));
    },
    note: (text) => {
      notes.push(text);
    },
    input: async () => (typeof input === "string" ? new TextEncoder().encode(input) : input),
    progress: () => ({ advance: () => undefined, stop: () => undefined }),
  };
  return { session, out: () => out.join(""), notes: () => notes.join("") };
}
