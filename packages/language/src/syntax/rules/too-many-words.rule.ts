import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { partnersWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** The most words and signs of a file that are read. */
export const mostWords = 1_000_000;

/** A file with more words than any agreement. */
export const tooManyWords: DiagnosticRule = {
  code: "TEN1031",
  name: "too-many-words",
  severity: "error",
  spec: "§2.1.6",
  summary: "A file has at most 1,000,000 words and signs.",
  help: "Data belongs into data files. Split what is really that large with `uses`.",
  examples: { invalid: ",".repeat(mostWords + 1), valid: partnersWith("field country text") },
  fix: { none: "how to split a file is the author's decision" },
  elsewhere: { none: "it is about the whole file" },
};

/** Reports a file whose words are not read. */
export function reportTooManyWords(): Finding {
  const message = "the file has more than 1,000,000 words and signs and is not read";
  return { rule: tooManyWords, span: { start: 0, end: 0 }, message, fixes: [] };
}
