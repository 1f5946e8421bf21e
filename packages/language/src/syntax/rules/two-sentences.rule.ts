import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** Two sentences on one line. */
export const twoSentences: DiagnosticRule = {
  code: "TEN1022",
  name: "two-sentences",
  severity: "error",
  spec: "§1.1",
  summary: "Each sentence stands on a line of its own.",
  help: "One sentence per line keeps a comparison of two versions readable: a changed line is a changed term.",
  examples: {
    invalid: standardWith('requires quick_answers at least 95% because "Waiting is the first complaint"'),
    valid: standardWith('requires quick_answers at least 95%\n  because "Waiting is the first complaint"'),
  },
  fix: "offered",
  elsewhere: { none: "both sentences stand in one line" },
};

/** Reports the first word of the second sentence. */
export function reportTwoSentences(span: Span, word: string): Finding {
  const at = { start: span.start, end: span.start };
  const fix: Fix = { title: "start a new line", edits: [{ span: at, text: "\n  " }] };
  return {
    rule: twoSentences,
    span,
    message: `the sentence with ${quoted(word)} starts a new line`,
    fixes: [fix],
  };
}
