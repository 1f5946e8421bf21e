import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(latest: string): string {
  return withStandard(`  requires quick at least 95%
  measured over latest 100 ${latest}
  assessed at the end of each calendar month
  needs no minimum
`);
}

/** The latest of a metric that counts no rows. */
export const latestCounts: DiagnosticRule = {
  code: "TEN2520",
  name: "latest-counts",
  severity: "error",
  spec: "§3.6.20",
  summary: "`latest N` takes the newest rows of a dataset, or those that a `number of` metric counts.",
  help: "A `number of` metric says which rows count; a percentage, an average or a number of different values does not.",
  examples: { invalid: example("quick"), valid: example("offered") },
  fix: "offered",
};

/** Reports a metric whose rows cannot be taken; `so` says what there are none of. */
export function reportLatestCounts(site: Site, name: ast.Name, so = "there are no latest ones of it"): void {
  site.say(latestCounts, name.span, `\`${name.text}\` does not count rows, so ${so}`);
}
