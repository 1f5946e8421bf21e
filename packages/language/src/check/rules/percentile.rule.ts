import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A percentile beyond 0 to 100. */
export const percentile: DiagnosticRule = {
  code: "TEN2408",
  name: "percentile",
  severity: "error",
  spec: "§3.5.10",
  summary: "A percentile is above 0 and at most 100.",
  help: "`percentile 90` is the smallest value with at least 90 % of the values at or below it. For the smallest value of all, write `lowest of`.",
  examples: {
    invalid: withCalls("metric worst percentile 900 of wait in calls\n"),
    valid: withCalls("metric worst percentile 90 of wait in calls\n"),
  },
  fix: "offered",
  elsewhere: { none: "the number is wrong by itself" },
};

/** Reports a percentile that there is none of. */
export function reportPercentile(site: Site, node: ast.NumberValue): void {
  site.say(
    percentile,
    node.span,
    `a percentile is above 0 and at most 100, not \`${wordsOf(site.file, node.span)}\``,
  );
}
