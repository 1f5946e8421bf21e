import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(dated: string): string {
  return `dataset reviews from "reviews.csv" one row per line
  partner seller_id${dated}
  field seller_id text
  field given_on date
  field stars number from 1 to 5

metric opinions number of reviews

standard heard "Buyers give their opinion"
  requires opinions at least 10
  measured each calendar month
  needs no minimum
`;
}

/** Rows without a date where time is asked. */
export const datedNeeded: DiagnosticRule = {
  code: "TEN2308",
  name: "dated-needed",
  severity: "error",
  spec: "§3.2.18",
  summary: "A dataset that is measured over time says which field dates its rows.",
  help: "Which date puts a row into a period decides verdicts, so it is never guessed. Write `dated FIELD` in the dataset, `dated FIELD` in the metric, or `valid from A until B` for rows that hold for a time.",
  examples: { invalid: example(""), valid: example("\n  dated given_on") },
  fix: "offered",
};

/** Reports a dataset without a date, where `what` needs one. */
export function reportDatedNeeded(site: Site, span: Span, table: string, what: string): void {
  site.say(
    datedNeeded,
    span,
    `rows of \`${table}\` have no date, which ${what} needs: write \`dated\` in \`${table}\``,
  );
}
