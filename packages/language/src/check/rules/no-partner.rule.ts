import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(partner: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

dataset calls from "calls.csv" one row per line${partner}
  dated called_on
  field called_on date
  field centre_id text

metric dutch number of calls where partner.country is "NL"
`;
}

/** A partner's field asked of rows that belong to no partner. */
export const noPartner: DiagnosticRule = {
  code: "TEN2311",
  name: "no-partner",
  severity: "error",
  spec: "§2.5.6",
  summary: "`partner.FIELD` is read in rows that belong to a partner.",
  help: "A dataset without a `partner` sentence is about the brand, so the value would always be missing. Write `partner FIELD` in the dataset if its rows belong to partners.",
  examples: { invalid: example(""), valid: example("\n  partner centre_id") },
  fix: "offered",
};

/** Reports `partner.FIELD` inside a look-up. */
export function reportPartnerInLookup(site: Site, span: Span): void {
  site.say(noPartner, span, "a look-up finds rows of any partner, so there is no partner to ask");
}

/** Reports `partner.FIELD` in a condition on rows of `table`. */
export function reportNoPartner(site: Site, span: Span, table: string): void {
  site.say(noPartner, span, `rows of \`${table}\` belong to no partner, so there is no partner to ask`);
}
