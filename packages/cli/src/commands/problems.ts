/** What made it impossible to answer, said beside the results. */
import type { Problem } from "@tenet-lang/evaluator";
import type { Session } from "../io/session.ts";
import { type ExitCode, exit, refuse, remark } from "./exit.ts";

/** Says every problem once, with its code. */
export function sayProblems(session: Session, problems: readonly Problem[]): ExitCode {
  const lines = [...new Set(problems.map(({ code, message }) => `${message} (${code})`))];
  const [first = "nothing could be read", ...others] = lines;
  refuse(session, first);
  for (const line of others) remark(session, `  ${line}`);
  const codes = new Set(problems.map(({ code }) => code));
  for (const code of codes) remark(session, `  tenet explain ${code} says more`);
  return exit.unusable;
}
