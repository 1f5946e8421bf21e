import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(counts: string): string {
  return withStandard(`  requires quick at least 95%
  measured each calendar month
  needs at least 30 ${counts} otherwise not_enough_data
`);
}

/** A minimum of something that cannot be counted. */
export const needsCounts: DiagnosticRule = {
  code: "TEN2514",
  name: "needs-counts",
  severity: "error",
  spec: "§3.6.27",
  summary:
    "`needs` counts one thing: the rows of a dataset, or a `number of` metric; per group where limits are.",
  help: "A percentage or an average says nothing of how many rows are behind it. All rows of a `needs` count the same thing, and for grouped limits its dataset has the field of the groups.",
  examples: { invalid: example("quick"), valid: example("offered") },
  fix: "offered",
};

/** Reports what is wrong with what is counted. */
export function reportNeedsCounts(site: Site, span: Span, message: string): void {
  site.say(needsCounts, span, message);
}
