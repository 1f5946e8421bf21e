import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { partnersWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** A text that the end of the line cuts off. */
export const textNotClosed: DiagnosticRule = {
  code: "TEN1001",
  name: "text-not-closed",
  severity: "error",
  spec: "§2.4.4",
  summary: "A text starts and ends with a double quote on the same line.",
  help: 'Add the closing quote. A text never goes on in the next line; a double quote inside it is written `\\"`.',
  examples: {
    invalid: partnersWith('field country text from "Country'),
    valid: partnersWith('field country text from "Country"'),
  },
  fix: "offered",
  elsewhere: { none: "the text begins and ends in one line" },
};

/** `closeAt` is where the missing quote makes the sentence right, if anywhere. */
export function reportTextNotClosed(span: Span, closeAt: number | null): Finding {
  const at = closeAt === null ? null : { start: closeAt, end: closeAt };
  return {
    rule: textNotClosed,
    span,
    message: 'this text has no closing `"` on its line',
    fixes: at === null ? [] : [replacing(at, '"', "close the text")],
  };
}
