import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A word that cannot stand where it stands. */
export const unexpectedWord: DiagnosticRule = {
  code: "TEN1010",
  name: "unexpected-word",
  severity: "error",
  spec: "§2.2.2",
  summary: "Each sentence has one fixed form.",
  help: "The message lists what could have come instead. Nothing is guessed: a sentence that is not understood binds nobody.",
  examples: {
    invalid: standardWith("requires quick_answers 95%"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: { none: "several words would make the sentence right, and they do not mean the same" },
};

/**
 * `expected` is the list of what could have stood here, `after` the word before; `name` is that word and this one
 * together, where they may be a name in two words.
 */
export function reportUnexpectedWord(
  span: Span,
  found: string,
  expected: string,
  after: string,
  name: string | null = null,
): Finding {
  const hint = name === null ? "" : `; a name is one word, as in ${quoted(name)}`;
  const message = `expected ${expected} after ${quoted(after)}, not ${quoted(found)}${hint}`;
  return { rule: unexpectedWord, span, message, fixes: [] };
}
