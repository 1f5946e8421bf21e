import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A sign or word that says the right thing in another language, or words in another order. */
export const otherNotation: DiagnosticRule = {
  code: "TEN1015",
  name: "other-notation",
  severity: "error",
  spec: "§1.2",
  summary: "There is one way to say each thing.",
  help: "Signs and everyday words for the same thing, or its words in another order, are understood well enough to be mended, but an agreement uses one wording throughout, so that a changed word always is a changed meaning.",
  examples: {
    invalid: standardWith("requires quick_answers >= 95%"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: "offered",
  elsewhere: { none: "the words are wrong by themselves" },
};

/** Reports `said`, which is written `words` here; empty words mean that it is left out. */
export function reportOtherNotation(span: Span, said: string, words: string, fixes: readonly Fix[]): Finding {
  const message =
    words === "" ? `${quoted(said)} is not needed here` : `${quoted(said)} is written ${quoted(words)}`;
  return { rule: otherNotation, span, message, fixes };
}

/** Reports text that stands without its quotes; `words` is the same with them. */
export function reportUnquoted(span: Span, said: string, words: string, fix: Fix): Finding {
  const message = `${quoted(said)} is text, and stands in double quotes: ${quoted(words)}`;
  return { rule: otherNotation, span, message, fixes: [fix] };
}

/** Reports a sentence that says what takes several here, or what may be one of several. */
export function reportOtherSentences(
  span: Span,
  said: string,
  sentences: readonly string[],
  fixes: readonly Fix[],
): Finding {
  const message = `${quoted(said)} is written in ${sentences.length} sentences: ${sentences.map(quoted).join(", ")}`;
  return { rule: otherNotation, span, message, fixes };
}

/** Reports words of which only their author knows what they mean; each of `fixes` writes one of `readings`. */
export function reportTwoReadings(
  span: Span,
  said: string,
  readings: readonly string[],
  fixes: readonly Fix[],
): Finding {
  const message = `${quoted(said)} may be ${readings.map(quoted).join(" or ")}`;
  return { rule: otherNotation, span, message, fixes };
}
