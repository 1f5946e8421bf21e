import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(due: string): string {
  return withHuman(`attestation insured "Insurance is proven"
  given by partner
  recorded in papers
  due ${due}
`);
}

/** A `due` that its declaration cannot have. */
export const due: DiagnosticRule = {
  code: "TEN2871",
  name: "due",
  severity: "error",
  spec: "§3.9.3",
  summary:
    "An attestation is due on a day or some time after a date of the partner, a duty also after each calendar span, a report only so.",
  help: "The brand has no row among the partners, so what the brand owes counts from no field of theirs. An attestation has one verdict, so it is not due again and again.",
  examples: {
    invalid: example("within 14 days after each calendar year"),
    valid: example("within 14 days of opened_on"),
  },
  fix: "offered",
  elsewhere: { head: "own", says: "what is due is declared here" },
};

/** Reports a `due` that cannot be here. */
export function reportDue(site: Site, span: Span, message: string): void {
  site.say(due, span, message);
}
