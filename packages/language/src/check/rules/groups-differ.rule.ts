import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(group: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

${withStandard(`  requires quick
    at least 99% for each outcome where partner.country is "US"
    at least 95% ${group}otherwise
  measured each calendar month
  needs no minimum
`)}`;
}

/** Rows of one limit over different groups. */
export const groupsDiffer: DiagnosticRule = {
  code: "TEN2505",
  name: "groups-differ",
  severity: "error",
  spec: "§3.6.10",
  summary: "All rows of a limit are judged for the same groups.",
  help: "Rows differ in the limit and in whom it is for, not in what is counted. Write the same `for each` in every row, or make two `requires` sentences.",
  examples: { invalid: example(""), valid: example("for each outcome ") },
  fix: "offered",
};

/** Reports a row whose groups are not those of the first row. */
export function reportGroupsDiffer(site: Site, span: Span, metric: string): void {
  site.say(groupsDiffer, span, `the rows of this limit on \`${metric}\` are not for the same groups`);
}
