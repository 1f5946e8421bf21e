import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { writing } from "../offers.ts";
import type { Site } from "../site.ts";
import type { Side } from "../types.ts";

function example(limit: string): string {
  return `dataset orders from "orders.csv" one row per line
  dated ordered_on
  field ordered_on date
  field fee money EUR

metric dear number of orders where fee more than ${limit}
`;
}

/** Two currencies in one comparison. */
export const currencyMismatch: DiagnosticRule = {
  code: "TEN2203",
  name: "currency-mismatch",
  severity: "error",
  spec: "§2.8.1",
  summary: "Money is compared with money of the same currency.",
  help: "Rates of exchange change, and an agreement reads none. Compare amounts of one currency.",
  examples: { invalid: example("5 USD"), valid: example("5 EUR") },
  fix: "offered",
};

/** Reports money in `other` compared with money in `own`. */
export function reportCurrencyMismatch(site: Site, left: Side, own: string, span: Span, other: string): void {
  const code = { start: span.end - other.length, end: span.end };
  const isWritten = site.file.text.slice(code.start, code.end) === other;
  site.say(currencyMismatch, span, `\`${left.words}\` is in ${own} and cannot be compared with ${other}`, {
    fixes: isWritten ? [writing(code, own)] : [],
  });
}
