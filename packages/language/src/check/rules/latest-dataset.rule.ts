import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(latest: string): string {
  return withCalls(`dataset ratings from "ratings.csv" one row per line
  partner centre_id
  dated given_at
  field centre_id text
  field given_at timestamp
  field stars number from 1 to 5

metric taste average of stars in ratings

standard liked "Callers like it"
  requires taste at least 4.2
  measured over latest 100 ${latest}
  assessed at the end of each calendar month
  needs no minimum
`);
}

/** The latest rows of one dataset, and a metric of another. */
export const latestDataset: DiagnosticRule = {
  code: "TEN2509",
  name: "latest-dataset",
  severity: "error",
  spec: "§3.6.21",
  summary: "A standard over the latest rows reads the dataset of those rows, by its own dates, and no other.",
  help: "The newest 100 rows of one dataset say nothing of when rows of another count. Make a standard of its own for the other metric.",
  examples: { invalid: example("calls"), valid: example("ratings") },
  fix: "offered",
};

/** Reports a name by which the standard reads `other` beside the latest rows of `dataset`. */
export function reportLatestDataset(site: Site, name: ast.Name, other: string, dataset: string): void {
  site.say(
    latestDataset,
    name.span,
    `the window is the latest rows of \`${dataset}\`, and \`${name.text}\` reads \`${other}\``,
  );
}

/** Reports a metric with a date of its own in a window of the latest rows. */
export function reportLatestRedated(site: Site, name: ast.Name): void {
  const message = `the window is the latest rows by the dataset's date, and \`${name.text}\` dates them by another`;
  site.say(latestDataset, name.span, message);
}
