import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { relatedAt, type Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(last: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

${withStandard(`  requires quick
    at least 99% where partner.country is "US"
    at least 95% ${last}
  measured each calendar month
  needs no minimum
`)}`;
}

/** Rows that leave some partners without any. */
export const lastOtherwise: DiagnosticRule = {
  code: "TEN2503",
  name: "last-otherwise",
  severity: "error",
  spec: "§3.6.11",
  summary: "The last row of a limit, or of a minimum, is for everyone that no earlier row is for.",
  help: "A partner for whom no row holds would have no limit, and nobody would notice. Let the last row say `otherwise`; in `needs`, leave the condition of the last row away.",
  examples: { invalid: example('where partner.country is "CA"'), valid: example("otherwise") },
  fix: "offered",
};

/** Reports a last row that has a condition; `first` is the first row, if there are several. */
export function reportLastOtherwise(site: Site, span: Span, first: Span | null): void {
  site.say(lastOtherwise, span, "the last row has a condition, so nothing holds for everyone else", {
    related: first === null ? [] : [relatedAt(site, first, "the rows begin here")],
  });
}
