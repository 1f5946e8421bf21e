import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A limit with rows among limits that are joined by `or`. */
export const varyingLimit: DiagnosticRule = {
  code: "TEN1026",
  name: "varying-limit",
  severity: "error",
  spec: "§3.6.10",
  summary: "A limit that varies by partner or date stands alone in its sentence.",
  help: "Rows and alternatives in one sentence could be read in two ways: an alternative for everybody, or for the last row only. Make a standard for each kind of partner, with `applies to partners where …`, and write the alternatives there; what changes on a date is an amendment, or the next version.",
  examples: {
    invalid: standardWith(
      'requires quick_answers\n    at least 95% where partner.country is "NL"\n    at least 90% otherwise or answered_calls at least 500',
    ),
    valid: standardWith(
      'requires quick_answers\n    at least 95% where partner.country is "NL"\n    at least 90% otherwise',
    ),
  },
  fix: { none: "only the author knows which of the rows the alternative belongs to" },
};

/** Reports the word at which the sentence becomes both: `or` after rows, or what begins a row after `or`; `other` is what it does not go with. */
export function reportVaryingLimit(span: Span, word: string, other: Span): Finding {
  const message =
    word === "or"
      ? "a limit that varies stands alone in its sentence, without an alternative after `or`"
      : `limits joined by \`or\` do not vary: \`${word}\` has no place here`;
  const there = word === "or" ? "this makes the limit vary" : "this joins the limits";
  return { rule: varyingLimit, span, message, fixes: [], related: [{ span: other, message: there }] };
}
