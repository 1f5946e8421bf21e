import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A declaration that is reserved and not yet made. */
export const notAvailableYet: DiagnosticRule = {
  code: "TEN1020",
  name: "not-available-yet",
  severity: "error",
  spec: "§5.2",
  summary: "Some declarations are kept for a later version of the language.",
  help: "A few declaration words are reserved, so that agreements written today keep their meaning later. Leave the declaration out for now.",
  examples: {
    invalid: `${standardWith("requires quick_answers at least 95%")}
survey callers "What callers say"
`,
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: { none: "leaving out what was agreed is a decision of the parties" },
  elsewhere: { none: "what comes in a later version is declared nowhere" },
};

/** Reports a declaration that this version cannot read. */
export function reportNotAvailableYet(span: Span, what: string): Finding {
  return { rule: notAvailableYet, span, message: `${quoted(what)} is not available yet`, fixes: [] };
}
