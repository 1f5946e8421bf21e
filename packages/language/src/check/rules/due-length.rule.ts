import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(length: string): string {
  return withCalls(`calendar weekdays
  open monday to friday 08:00 to 18:00

clock answer_time on calls
  starts at started_at
  stops at started_at
  counts time in weekdays
  dated started_at
  due within ${length}
`);
}

/** A length of time in which nothing can be due. */
export const dueLength: DiagnosticRule = {
  code: "TEN2824",
  name: "due-length",
  severity: "error",
  spec: "§3.4.18",
  summary: "A case is due within seconds, minutes, hours, days or weeks that pass, or within business days.",
  help: "A clock with `counts time in` counts opening hours only, in which a day of 24 hours means nothing: write hours, or business days. Business days are whole; `0 business days` is the same day, and needs a calendar with a `cut off`.",
  examples: { invalid: example("2 days"), valid: example("2 business days") },
  fix: "offered",
};

/** Reports a length; `why` goes on after it. */
export function reportDueLength(site: Site, node: ast.Quantity, why: string): void {
  site.say(dueLength, node.span, `\`${wordsOf(site.file, node.span)}\` ${why}`);
}
