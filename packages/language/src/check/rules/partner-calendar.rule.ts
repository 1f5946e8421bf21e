import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(partner: string): string {
  return `partners from "workshops.csv" key workshop_id
  field workshop_id text
  field country text

calendar workshop "When the workshops are open"
  open monday to friday 08:00 to 18:00
  closed holidays by partner.country

dataset repairs from "repairs.csv" one row per line${partner}
  field workshop_id text
  field reported_on date
  field done_on date
  field took days from reported_on to done_on in workshop
`;
}

/** A calendar that differs by partner, where no partner is meant. */
export const partnerCalendar: DiagnosticRule = {
  code: "TEN2815",
  name: "partner-calendar",
  severity: "error",
  spec: "§3.3.9",
  summary: "A calendar that closes by partner is used where one partner is meant.",
  help: "With `closed holidays by partner.FIELD` each partner has closing days of its own. They are known for rows that name their partner in a field, not for rows without a partner, rows that find it elsewhere, or days that are the same for all. Make another calendar for those.",
  examples: { invalid: example(""), valid: example("\n  partner workshop_id") },
  fix: "offered",
};

/** Reports a calendar that closes by partner; `why` says why there is no one partner. */
export function reportPartnerCalendar(site: Site, span: Span, calendar: string, why: string): void {
  site.say(partnerCalendar, span, `\`${calendar}\` closes on other days for other partners, and ${why}`);
}
