import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(second: string): string {
  return withCalls(`dataset brand_survey from "survey.csv" one row per line
  dated asked_on
  field asked_on date

metric offered number of calls
metric asked number of brand_survey

standard busy "Busy"
  requires offered at least 100
  requires ${second} at least 10
  measured each calendar month
  needs no minimum
`);
}

/** Rows of partners and rows of the brand in one standard. */
export const mixedParties: DiagnosticRule = {
  code: "TEN2506",
  name: "mixed-parties",
  severity: "error",
  spec: "§3.2.6",
  summary: "A standard judges the partners or the brand, not both.",
  help: "Rows of a dataset without `partner` are about the brand and belong to no partner's verdict. Make a standard of its own for them.",
  examples: { invalid: example("asked"), valid: example("offered") },
  fix: { none: "whose standard it is, is a decision of the parties" },
};

/** Reports the name by which a standard that reads one kind of rows comes to the other. */
export function reportMixedParties(site: Site, name: ast.Name, owned: string, brand: string): void {
  const message = `rows of \`${owned}\` belong to partners and rows of \`${brand}\` to the brand, so one standard cannot read both`;
  site.say(mixedParties, name.span, message);
}
