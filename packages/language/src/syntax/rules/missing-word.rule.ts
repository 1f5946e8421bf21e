import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { metricWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A sentence that lacks one certain word. */
export const missingWord: DiagnosticRule = {
  code: "TEN1016",
  name: "missing-word",
  severity: "error",
  spec: "§2.2.2",
  summary: "Each sentence has one fixed form, and no word of it may be left out.",
  help: "The word in the fix is the only one that can stand there.",
  examples: {
    invalid: metricWith("average wait in calls"),
    valid: metricWith("average of wait in calls"),
  },
  fix: "offered",
  elsewhere: { none: "the word belongs right there" },
};

/** `words` are missing after `after`, or at the start of the sentence where that is null. */
export function reportMissingWord(span: Span, words: string, after: string | null, fix: Fix): Finding {
  const place = after === null ? "at the start of the sentence" : `after ${quoted(after)}`;
  return { rule: missingWord, span, message: `${quoted(words)} is missing ${place}`, fixes: [fix] };
}
