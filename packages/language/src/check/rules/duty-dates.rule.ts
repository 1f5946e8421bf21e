import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(date: string): string {
  return withAgreement(`dataset papers from "papers.csv" one row per line
  partner centre_id
  dated signed_on
  field centre_id text
  field signed_on date

duty survey by partner
  recorded in papers
  due on ${date}
`);
}

/** A duty that is due on a day on which the agreement is not effective. */
export const dutyDates: DiagnosticRule = {
  code: "TEN2878",
  name: "duty-dates",
  severity: "error",
  spec: "§3.9.10",
  summary: "A duty that is due on a day is due on one on which the agreement is effective.",
  help: "Nothing is judged outside the agreement's dates, so such a duty would never be.",
  examples: { invalid: example("2019-06-30"), valid: example("2026-06-30") },
  fix: "offered",
  elsewhere: { sentence: ["Effective"], of: "agreement", says: "the dates of the agreement stand here" },
};

/** Reports the day of a duty. */
export function reportDutyDates(
  site: Site,
  span: Span,
  term: { readonly from: string; readonly until: string | null },
): void {
  const end = term.until === null ? "until further notice" : `until ${term.until}`;
  site.say(dutyDates, span, `the agreement is not effective on that day, but from ${term.from} ${end}`);
}
