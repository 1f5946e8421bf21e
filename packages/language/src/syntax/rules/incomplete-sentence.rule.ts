import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A sentence that stops too early. */
export const incompleteSentence: DiagnosticRule = {
  code: "TEN1011",
  name: "incomplete-sentence",
  severity: "error",
  spec: "§2.2.3",
  summary: "A sentence is complete at the end of its line, or goes on in a line that continues it.",
  help: "A line continues the one above when it starts with a word such as `and`, `or`, `at`, `from`, `in` or `where`, or after a comma; any other word starts a new sentence.",
  examples: {
    invalid: standardWith("requires quick_answers at least"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: { none: "only the author knows what was to follow" },
  elsewhere: { none: "what is lacking belongs right there; of a line broken off, the line above is named" },
};

/** `expected` is the list of what could have followed `after`, the last word, which ends at `end`. */
export function reportIncompleteSentence(
  end: number,
  expected: string,
  after: string,
  fixes: readonly Fix[] = [],
): Finding {
  const message = `the sentence is not complete: expected ${expected} after ${quoted(after)}`;
  return { rule: incompleteSentence, span: { start: end, end }, message, fixes };
}

/** `word` begins a line that would belong to the one above, if it stood on it. */
export function reportBrokenOff(span: Span, word: string, above: Span, fixes: readonly Fix[]): Finding {
  const message = `a line that starts with ${quoted(word)} does not continue the one above`;
  const related = [{ span: above, message: "this is the line above" }];
  return { rule: incompleteSentence, span, message, fixes, related };
}
