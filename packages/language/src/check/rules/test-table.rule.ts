import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, lineRemoved, relatedAt, replaced, type Site } from "../site.ts";
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

/** Reports what is wrong with the form of a table; `other` is the place that it goes with. */
export function reportTestTable(
  site: Site,
  span: Span,
  message: string,
  other: { readonly span: Span; readonly says: string } | null = null,
  fixes: readonly Fix[] = [],
): void {
  site.say(testTable, span, message, {
    related: other === null ? [] : [relatedAt(site, other.span, other.says)],
    fixes,
  });
}

/** Reports a line of dashes, which separates nothing here. */
export function reportTestRule(site: Site, span: Span): void {
  site.say(testTable, span, "a table needs no line of dashes: its first row is the header", {
    fixes: [fixOf("remove this line", lineRemoved(site, span))],
  });
}

/** Reports a row whose cells stand apart by other signs; `proper` is the same row as it is written here. */
export function reportTestSeparators(site: Site, span: Span, proper: string, header: Span): void {
  site.say(testTable, span, "the cells of a table stand between `|`, not between tabs or semicolons", {
    fixes: [fixOf("write the bars", replaced(span, proper))],
    related: [relatedAt(site, header, "the header stands here")],
  });
}
