import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(removed: string): string {
  return `dataset parcels from "parcels.csv" one row per line
  field weight number

exclusion storm "Storm"
  removes ${removed}

${withStandard(`  requires quick at least 95%
  measured each calendar month
  needs no minimum
  excluding storm
`)}`;
}

/** An exclusion of rows that the standard does not read. */
export const exclusionUnread: DiagnosticRule = {
  code: "TEN2601",
  name: "exclusion-unread",
  severity: "error",
  spec: "§3.8.5",
  summary: "A standard excludes rows of a dataset that it reads.",
  help: "Excluding rows of another dataset would change nothing, and the parties would believe that it does.",
  examples: { invalid: example("parcels"), valid: example("calls where outcome is abandoned") },
  fix: "offered",
};

/** Reports the name of an exclusion that removes rows of `dataset`. */
export function reportExclusionUnread(site: Site, name: ast.Name, dataset: string, standard: string): void {
  const message = `\`${name.text}\` removes rows of \`${dataset}\`, which \`${standard}\` does not read`;
  site.say(exclusionUnread, name.span, message);
}
