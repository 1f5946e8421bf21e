import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { relatedAt, type Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

const COMPLAINTS = `dataset complaints from "complaints.csv" one row per line
  dated made_on
  field made_on date

`;

/** A percentage of rows of another dataset. */
export const sharePopulations: DiagnosticRule = {
  code: "TEN2401",
  name: "share-populations",
  severity: "error",
  spec: "§3.5.4",
  summary: "A percentage counts rows among rows of the same dataset.",
  help: "Rows of one dataset are not among the rows of another, so the result could pass 100 %. Write `rate of … per 100 …` for rows of two datasets, or look the other dataset up with `has … with same …`.",
  examples: {
    invalid: withCalls(`${COMPLAINTS}metric unhappy percent of complaints out of calls\n`),
    valid: withCalls(`${COMPLAINTS}metric unhappy rate of complaints per 100 calls\n`),
  },
  fix: "offered",
};

/** Reports a percentage over two datasets. */
export function reportSharePopulations(site: Site, numerator: ast.Name, denominator: ast.Name): void {
  const message = `rows of \`${numerator.text}\` are not among the rows of \`${denominator.text}\`; a percentage is of one dataset`;
  site.say(sharePopulations, denominator.span, message, {
    related: [relatedAt(site, numerator.span, "these rows are counted")],
  });
}
