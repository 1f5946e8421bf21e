import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A word that is nearly the right one. */
export const misspelledWord: DiagnosticRule = {
  code: "TEN1014",
  name: "misspelled-word",
  severity: "error",
  spec: "§2.1.5",
  summary: "Words of the language are written exactly, in small letters.",
  help: "The word in the fix is the only one near enough that can stand here.",
  examples: {
    invalid: standardWith("requirs quick_answers at least 95%"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: "offered",
  elsewhere: { none: "the word is wrong by itself" },
};

/** Reports `word`, for which `meant` was surely meant. */
export function reportMisspelledWord(span: Span, word: string, meant: string, fix: Fix): Finding {
  const message = `${quoted(word)} is not understood here; did you mean ${quoted(meant)}?`;
  return { rule: misspelledWord, span, message, fixes: [fix] };
}
