import type { DiagnosticRule, Fix, TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** A limit that is stated and not required. */
export const limitWithoutRequires: DiagnosticRule = {
  code: "TEN1024",
  name: "limit-without-requires",
  severity: "error",
  spec: "§3.6.1",
  summary: "What a standard asks for starts with `requires`.",
  help: "The first word of a line says what the line does: `requires` is a limit that can be missed, `warns when` only a warning, `tolerates` an exception. So a limit cannot go without its word.",
  examples: {
    invalid: standardWith("quick_answers must be at least 95%"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: "offered",
  elsewhere: { none: "what is lacking belongs right there" },
};

/** `sentence` is the limit as it was meant, which `edits` write; `isGuess` where it may not be all that was meant. */
export function reportLimitWithoutRequires(
  span: Span,
  sentence: string,
  edits: readonly TextEdit[],
  isGuess = false,
): Finding {
  const message = `a limit starts with \`requires\`: write ${quoted(sentence)}`;
  const fix: Fix = { title: `write ${sentence}`, edits };
  return { rule: limitWithoutRequires, span, message, fixes: [isGuess ? { ...fix, isGuess } : fix] };
}

/** A name and a value, and nobody knows which side of it is good: `sentences` are the two that may be meant. */
export function reportLimitWithoutSide(span: Span, sentences: readonly string[]): Finding {
  const message = `a limit says which side of the value is good: write ${sentences.map((sentence) => quoted(sentence)).join(" or ")}`;
  const fixes = sentences.map(
    (sentence): Fix => ({ ...replacing(span, sentence, `write ${sentence}`), isGuess: true }),
  );
  return { rule: limitWithoutRequires, span, message, fixes };
}
