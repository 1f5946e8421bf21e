import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(partner: string): string {
  return `dataset parcels from "parcels.csv" one row per line${partner}
  field carrier_id text
  field incident_id text optional

exclusion strike "Strike"
  removes parcels where incident_id is given
  applies when at least 2 partners affected by incident_id
`;
}

/** Affected partners of rows that belong to none. */
export const affected: DiagnosticRule = {
  code: "TEN2602",
  name: "affected",
  severity: "error",
  spec: "§3.8.2",
  summary: "`partners affected` is asked of a dataset whose rows belong to partners.",
  help: "Write `partner FIELD` in the dataset that the exclusion removes from, or leave the sentence away.",
  examples: { invalid: example(""), valid: example("\n  partner carrier_id") },
  fix: "offered",
};

/** Reports an `applies when … partners affected` over rows without a partner. */
export function reportAffected(site: Site, span: Span, table: string): void {
  site.say(affected, span, `rows of \`${table}\` belong to no partner, so no partner is affected`);
}
