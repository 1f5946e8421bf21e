import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { metricWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** `and` beside `or`. */
export const mixedConditions: DiagnosticRule = {
  code: "TEN1018",
  name: "mixed-conditions",
  severity: "error",
  spec: "§2.6.1",
  summary: "A condition that has both `and` and `or` says with parentheses what belongs together.",
  help: "People disagree about `a and b or c`, and a court should not have to decide it. Write `(a and b) or c`, or `a and (b or c)`.",
  examples: {
    invalid: metricWith(
      "number of calls where answered is yes and urgent is yes or wait more than 60 seconds",
    ),
    valid: metricWith(
      "number of calls where answered is yes and (urgent is yes or wait more than 60 seconds)",
    ),
  },
  fix: "offered",
};

/** Reports the second of two different joining words; `other` is the first, `readings` what may be meant. */
export function reportMixedConditions(span: Span, other: Span, readings: readonly Fix[]): Finding {
  const message = "`and` and `or` do not mix without parentheses that say what belongs together";
  return {
    rule: mixedConditions,
    span,
    message,
    fixes: readings,
    related: [{ span: other, message: "the other word stands here" }],
  };
}
