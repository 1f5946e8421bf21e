import type { DiagnosticRule, TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { partnersWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** Quotation marks of word processors and of other languages. */
export const wrongQuotes: DiagnosticRule = {
  code: "TEN1004",
  name: "wrong-quotes",
  severity: "error",
  spec: "§2.4.1",
  summary: "A text stands in straight double quotes.",
  help: "Word processors turn straight quotes into curly ones when text is typed or pasted; single quotes have no meaning here.",
  examples: {
    invalid: partnersWith("field country text from \u201CCountry\u201D"),
    valid: partnersWith('field country text from "Country"'),
  },
  fix: "offered",
  elsewhere: { none: "the quotes are wrong by themselves" },
};

/** `edits` put all texts of the sentence into straight quotes. */
export function reportWrongQuotes(span: Span, edits: readonly TextEdit[]): Finding {
  const message = 'a text stands in straight double quotes: `"…"`';
  return { rule: wrongQuotes, span, message, fixes: [{ title: "write straight double quotes", edits }] };
}
