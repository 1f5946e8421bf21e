import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withPartners } from "./example-files.ts";

function example(window: string): string {
  return withPartners(`standard prompt "Calls are answered promptly"
  requires quick at least 95%
  ${window}
  needs no minimum
`);
}

/** A partner year where it cannot stand. */
export const partnerYear: DiagnosticRule = {
  code: "TEN2521",
  name: "partner-year",
  severity: "error",
  spec: "§3.6.22",
  summary: "`each partner year from FIELD` stands after `measured` only.",
  help: "Every partner has years of its own, from the day that FIELD names. A standard is measured over them; what is assessed, paid or due for all partners together follows the calendar.",
  examples: {
    invalid: example(
      "measured over rolling 12 months\n  assessed at the end of each partner year from opened_on",
    ),
    valid: example("measured each partner year from opened_on"),
  },
  fix: "offered",
  elsewhere: { sentence: ["Measured"], says: "the standard is measured like this" },
};

/** Reports a partner year in a sentence that `what` names: `an assessment`. */
export function reportPartnerYear(site: Site, span: Span, what: string): void {
  site.say(
    partnerYear,
    span,
    `${what} is counted in spans of the calendar; partner years are each partner's own`,
  );
}
