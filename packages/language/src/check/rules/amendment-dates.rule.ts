import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(until: string): string {
  return withAgreement(`amendment peak to prompt for partner "ACME"
  effective from 2026-11-01 until ${until}
  changes limit of quick to at least 90%
  because "Peak season"
`);
}

/** An amendment that reaches beyond the agreement. */
export const amendmentDates: DiagnosticRule = {
  code: "TEN2605",
  name: "amendment-dates",
  severity: "error",
  spec: "§3.8.10",
  summary: "An amendment has a first and a last day, both inside the dates of the agreement.",
  help: "What holds after the agreement's last day belongs to the version that follows it.",
  examples: { invalid: example("2027-01-31"), valid: example("2026-12-31") },
  fix: "offered",
  elsewhere: { sentence: ["Effective"], of: "agreement", says: "the dates of the agreement stand here" },
};

/** Reports the dates of an amendment. */
export function reportAmendmentDates(
  site: Site,
  span: Span,
  term: { readonly from: string; readonly until: string | null },
): void {
  const end = term.until === null ? "until further notice" : `until ${term.until}`;
  site.say(
    amendmentDates,
    span,
    `the amendment reaches beyond the agreement, which is effective from ${term.from} ${end}`,
  );
}

/** Reports an amendment without a last day. */
export function reportLastingAmendment(site: Site, span: Span): void {
  site.say(
    amendmentDates,
    span,
    "an amendment has a last day; what lasts until further notice is a new version",
  );
}
