import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { standardWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

const words = "otherwise not_enough_data";

/** A smallest sample that does not say what holds below it. */
export const needsWithoutOtherwise: DiagnosticRule = {
  code: "TEN1025",
  name: "needs-without-otherwise",
  severity: "error",
  spec: "§3.6.29",
  summary: "A smallest number of rows comes with the verdict that holds where there are fewer.",
  help: "Too few rows prove nothing, and what follows from that is agreed and not guessed: mostly `not_enough_data`, sometimes `met` or `not_applicable`.",
  examples: {
    invalid: standardWith("requires quick_answers at least 95%").replace(` ${words}`, ""),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: "offered",
};

/** `end` is where the sentence stops. */
export function reportNeedsWithoutOtherwise(end: number): Finding {
  const span = { start: end, end };
  const message = `\`needs\` must say what holds where there are fewer rows: add \`${words}\``;
  return {
    rule: needsWithoutOtherwise,
    span,
    message,
    fixes: [replacing(span, ` ${words}`, `add ${words}`)],
  };
}
