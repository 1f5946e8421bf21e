import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { codePoint, hasDoubles, plainBlank, plainLetters } from "../look-alikes.ts";
import { quoted } from "../wording.ts";
import { partnersWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** Characters that only stand in texts and comments. */
export const unknownCharacter: DiagnosticRule = {
  code: "TEN1002",
  name: "unknown-character",
  severity: "error",
  spec: "§2.3.1",
  summary:
    "Outside texts and comments there are only plain letters, digits, `_` and the signs of the language.",
  help: "Names are written with the letters a to z, digits and `_`. Letters of other alphabets that look the same, and blanks or marks that nobody sees, would make two different names look alike.",
  examples: {
    invalid: partnersWith("field r\u00E9gion text"),
    valid: partnersWith("field region text"),
  },
  fix: "offered",
  elsewhere: { none: "the character is wrong by itself" },
};

/** Reports a run of characters without a meaning. */
export function reportUnknownCharacter(span: Span, text: string): Finding {
  const blank = plainBlank(text);
  const plain = plainLetters(text);
  if (blank !== null) {
    const title = blank === "" ? "remove the hidden character" : "write a plain blank";
    const message = `there is a character here that looks like a blank or like nothing (${codePoint(text)})`;
    return { rule: unknownCharacter, span, message, fixes: [replacing(span, blank, title)] };
  }
  const fixes = plain === null ? [] : [replacing(span, plain, `write ${plain}`)];
  return { rule: unknownCharacter, span, message: messageFor(text), fixes };
}

function messageFor(text: string): string {
  if (hasDoubles(text)) return `${quoted(text)} has letters of another alphabet that look like plain ones`;
  if (/^\p{L}/u.test(text))
    return `${quoted(text)} is no name: names have the letters a to z, digits and \`_\``;
  return `${quoted(text)} has no meaning outside of texts and comments`;
}
