import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { reservedWords } from "../tokens.ts";
import { quoted } from "../wording.ts";
import { partnersWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** A reserved word where a name is needed. */
export const wordAsName: DiagnosticRule = {
  code: "TEN1017",
  name: "word-as-name",
  severity: "error",
  spec: "§2.3.2",
  summary: `These words are never names: ${reservedWords.map((word) => `\`${word}\``).join(", ")}.`,
  help: 'They hold sentences together, and as names would make sentences ambiguous. Every other word may be a name. What the file calls so can still be read: choose a name, and say `from` with the title of a column, `written` with the spelling of a member (`austria written "at"`).',
  examples: {
    invalid: partnersWith("field from text"),
    valid: partnersWith('field from_country text from "from"'),
  },
  fix: "offered",
  elsewhere: { none: "the name is wrong by itself" },
};

/** Reports a reserved word in the place of a name. */
export function reportWordAsName(span: Span, word: string): Finding {
  const message = `${quoted(word)} holds sentences together and cannot be a name`;
  const other = `${word}_`;
  const fix: Fix = { ...replacing(span, other, `write ${other}`), isGuess: true };
  return { rule: wordAsName, span, message, fixes: [fix] };
}
