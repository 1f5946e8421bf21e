import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import { declarationAt, type Finding } from "./finding.ts";

/** A sentence of another declaration. */
export const misplacedSentence: DiagnosticRule = {
  code: "TEN1013",
  name: "misplaced-sentence",
  severity: "error",
  spec: "§2.2.2",
  summary: "A sentence belongs to the declaration above it.",
  help: "A declaration owns the sentences below it, up to the next declaration, however they are indented. Move the sentence to a declaration of the kind that the message names.",
  examples: {
    invalid: standardWith("requires quick_answers at least 95%\n  higher is better"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: { none: "only the author knows which declaration the sentence is about" },
};

/** `owners` lists the declarations that have such a sentence. */
export function reportMisplacedSentence(
  span: Span,
  word: string,
  title: string,
  owners: string,
  head: Span | null,
): Finding {
  const message = `a sentence with ${quoted(word)} belongs to ${owners}, not to ${title}`;
  return { rule: misplacedSentence, span, message, fixes: [], related: declarationAt(head) };
}
