import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(row: string): string {
  return withAgreement(`test all_quick "All quick is met"
  given calls for "P1" in 2026-01
  | rows | wait       |
  ${row}
  expect prompt for "P1" in 2026-01 is met
`);
}

/** A table that is not a table. */
export const testTable: DiagnosticRule = {
  code: "TEN2701",
  name: "test-table",
  severity: "error",
  spec: "§3.12.3",
  summary: "A given table has a header of field names, each once, and rows of as many cells.",
  help: "Cells stand between `|`. An empty cell is a missing value; the column `rows` says how often a row stands.",
  examples: { invalid: example("| 40   |"), valid: example("| 40   | 10 seconds |") },
  fix: { none: "what the missing cell should hold is for the author to say" },
};

/** Reports what is wrong with the form of a table. */
export function reportTestTable(site: Site, span: Span, message: string): void {
  site.say(testTable, span, message);
}
