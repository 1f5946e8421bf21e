/** Runs the command line inside the test's own process: the same as a user gets, but for what only a process has. */
import { main } from "../../packages/cli/src/main.ts";
import { recordedSession } from "./session.ts";

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `tenet` with these arguments in this folder. */
export async function run(
  args: readonly string[],
  folder = "/",
  input: string | Uint8Array = "",
): Promise<Run> {
  const { session, out, notes } = recordedSession(folder, input);
  const code = await main(args, session);
  return { code, out: out(), err: notes() };
}
