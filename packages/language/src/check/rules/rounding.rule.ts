import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(decimals: string): string {
  return withAgreement("").replace("\n\n", `\n  rounding ${decimals} decimals half_up\n\n`);
}

/** A rounding that cannot be done. */
export const rounding: DiagnosticRule = {
  code: "TEN2804",
  name: "rounding",
  severity: "error",
  spec: "§3.1.6",
  summary: "Values are rounded to from 0 to 6 decimals, or not at all.",
  help: "Decimals are those of percentage points, or of the metric's unit. Without the sentence nothing is rounded.",
  examples: { invalid: example("12"), valid: example("2") },
  fix: "offered",
  elsewhere: { none: "the number is wrong by itself" },
};

/** Reports a number of decimals. */
export function reportRounding(site: Site, node: ast.NumberValue, most: number): void {
  const written = wordsOf(site.file, node.span);
  site.say(rounding, node.span, `values are rounded to from 0 to ${most} decimals, not to \`${written}\``);
}
