import type { DiagnosticRule, TextEdit } from "../../diagnostics/diagnostic.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** What is mostly agreed. */
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
  elsewhere: { none: "what is lacking stands nowhere" },
};

/** `end` is where the sentence stops, `edits` write what is missing. */
export function reportNeedsWithoutOtherwise(end: number, title: string, edits: readonly TextEdit[]): Finding {
  const message = `\`needs\` must say what holds where there are fewer rows: add \`${words}\``;
  return { rule: needsWithoutOtherwise, span: { start: end, end }, message, fixes: [{ title, edits }] };
}
