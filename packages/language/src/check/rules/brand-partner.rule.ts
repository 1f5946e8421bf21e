import type { DiagnosticRule, Related } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(applies: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

dataset brand_survey from "survey.csv" one row per line
  dated asked_on
  field asked_on date

metric asked number of brand_survey

standard heard "The brand asks its customers"
${applies}  requires asked at least 100
  measured each calendar month
  needs no minimum
`;
}

/** A standard about the brand that asks a partner. */
export const brandPartner: DiagnosticRule = {
  code: "TEN2519",
  name: "brand-partner",
  severity: "error",
  spec: "§3.6.2",
  summary: "A standard about the brand asks nothing of a partner.",
  help: "A standard whose datasets have no `partner` is judged once, for the brand, so there is no partner whose fields or amendments could count.",
  examples: { invalid: example('  applies to partners where country is "NL"\n'), valid: example("") },
  fix: "offered",
};

/** Reports what asks a partner where the brand is judged; `because` is a place that says whose standard it is. */
export function reportBrandPartner(site: Site, span: Span, because: Related | null): void {
  site.say(
    brandPartner,
    span,
    "this standard is about the brand: its datasets have no `partner`, so no partner can be asked",
    { related: because === null ? [] : [because] },
  );
}
