/** What the process answers with, and how a command says that it cannot be done. */
import type { Session } from "../io/session.ts";
import { inert } from "../reporters/inert.ts";
import { palette } from "../reporters/palette.ts";

/** Exit codes: all well; findings; the input or the usage is at fault; we are. */
export const exit = { well: 0, findings: 1, unusable: 2, internal: 3 } as const;

/** One of them. */
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Registers what a command does; the process answers with the code that the task gives. */
export type Act = (task: (session: Session) => Promise<ExitCode>) => Promise<void>;

/** Says why something cannot be done. */
export function refuse(session: Session, message: string, ...hints: readonly string[]): ExitCode {
  const { bad, note } = palette(session.colour.note);
  session.note(`${bad("tenet:")} ${inert(message)}\n`);
  for (const hint of hints) session.note(`  ${note("help:")} ${inert(hint)}\n`);
  return exit.unusable;
}

/** A line beside the results: what was assumed, what was written. */
export function remark(session: Session, message: string): void {
  session.note(`${palette(session.colour.note).quiet(inert(message))}\n`);
}

/** The gravest of several codes. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return codes.toSorted((one, other) => other - one)[0] ?? exit.well;
}
