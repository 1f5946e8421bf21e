import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(dated: string): string {
  return `dataset orders from "orders.csv" one row per line
  dated ${dated}
  field order_id text
  field ordered_on date

dataset reviews from "reviews.csv" one row per line
  dated ordered_on in orders with same order_id
  field order_id text
  field written_on date
`;
}

/** Datasets that take their dates from each other. */
export const datedCycle: DiagnosticRule = {
  code: "TEN2313",
  name: "dated-cycle",
  severity: "error",
  spec: "§3.2.12",
  summary: "Datasets do not take their dates from each other in a circle.",
  help: "Which rows of a dataset are read depends on their dates, so one of the datasets must have dates of its own.",
  examples: { invalid: example("written_on in reviews with same order_id"), valid: example("ordered_on") },
  fix: "offered",
};

/** Reports a `dated … in` that leads back to its own dataset. */
export function reportDatedCycle(site: Site, span: Span, table: string, other: string): void {
  site.say(
    datedCycle,
    span,
    `\`${table}\` takes its dates from \`${other}\`, which takes its own from \`${table}\``,
  );
}
