import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import { declarationAt, type Finding } from "./finding.ts";

/** A line that starts like no sentence. */
export const unknownSentence: DiagnosticRule = {
  code: "TEN1012",
  name: "unknown-sentence",
  severity: "error",
  spec: "§2.2.2",
  summary: "Every sentence starts with a fixed word of its declaration.",
  help: "The message lists the words that sentences of this declaration start with. What has no sentence cannot be agreed in this language.",
  examples: {
    invalid: standardWith("requires quick_answers at least 95%\n  answers politely"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: { none: "the line says something that the language has no sentence for" },
};

/** `title` is the declaration with its article, `words` what its sentences start with. */
export function reportUnknownSentence(
  span: Span,
  word: string,
  title: string,
  words: string,
  head: Span | null,
): Finding {
  const message =
    words === ""
      ? `${title} is one line and has no sentences, so ${quoted(word)} does not belong here`
      : `no sentence of ${title} starts with ${quoted(word)}; they start with ${words}`;
  return { rule: unknownSentence, span, message, fixes: [], related: declarationAt(head) };
}
