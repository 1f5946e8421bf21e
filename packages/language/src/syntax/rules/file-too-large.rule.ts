import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { partnersWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** The longest text that is read, in bytes of UTF-8. */
export const longestFile = 4 * 1024 * 1024;

/** A file beyond any agreement. */
export const fileTooLarge: DiagnosticRule = {
  code: "TEN1030",
  name: "file-too-large",
  severity: "error",
  spec: "§2.1.6",
  summary: "A file has at most 4 MB.",
  help: "Agreements are thousands of times smaller; data belongs into data files. Split what is really that large with `uses`.",
  examples: { invalid: `# ${"x".repeat(longestFile)}`, valid: partnersWith("field country text") },
  fix: { none: "how to split a file is the author's decision" },
  elsewhere: { none: "it is about the whole file" },
};

/** Reports a file that is not read at all. */
export function reportFileTooLarge(): Finding {
  const message = "the file has more than 4 MB and is not read";
  return { rule: fileTooLarge, span: { start: 0, end: 0 }, message, fixes: [] };
}
