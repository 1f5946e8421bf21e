import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(length: string): string {
  return withMoney(`escalation slow_again on prompt
  step plan when missed cure within ${length}
`);
}

/** A time for a cure or a notice that is not counted in days. */
export const stepLength: DiagnosticRule = {
  code: "TEN2836",
  name: "step-length",
  severity: "error",
  spec: "§3.7.28",
  summary: "A cure and a notice have days, weeks, months, quarters, years or business days.",
  help: "They are counted from the day of the assessment, so hours and shorter units mean nothing. Business days are those of the agreement.",
  examples: { invalid: example("48 hours"), valid: example("2 days") },
  fix: "offered",
  elsewhere: { none: "the unit is wrong by itself" },
};

/** Reports a length that is not counted in whole days. */
export function reportStepLength(site: Site, node: ast.Quantity): void {
  const written = wordsOf(site.file, node.span);
  site.say(
    stepLength,
    node.span,
    `\`${written}\` is not counted in days, weeks, months, quarters, years or business days`,
  );
}
