import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { codePoint, hiddenCharacters } from "../look-alikes.ts";
import { partnersWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** Control characters, and marks that turn the reading direction around. */
export const hiddenCharacter: DiagnosticRule = {
  code: "TEN1003",
  name: "hidden-character",
  severity: "error",
  spec: "§2.1.3",
  summary:
    "Control characters and marks that turn the direction of writing stand nowhere, not even in comments.",
  help: "Such a character is invisible and can make the rest of the line look different from what it says, so that two people would read two different agreements. Remove it.",
  examples: {
    invalid: partnersWith("field region text # \u202Elanoitpo"),
    valid: partnersWith("field region text # optional"),
  },
  fix: "offered",
  elsewhere: { none: "the character is wrong by itself" },
};

/** Reports the hidden characters in `text`, which starts at `span`. */
export function reportHiddenCharacter(span: Span, text: string): Finding {
  const at = text.search(hiddenCharacters);
  const start = span.start + at;
  const without = text.replace(new RegExp(hiddenCharacters, "gu"), "");
  return {
    rule: hiddenCharacter,
    span: { start, end: start + 1 },
    message: `there is a hidden character here (${codePoint(text.slice(at))})`,
    fixes: [replacing(span, without, "remove what is hidden")],
  };
}
