import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { MadeAmount } from "../amounts.ts";
import { relatedAt, type Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(base: string): string {
  return withMoney(`credit slow_calls on prompt
  gives 5% of ${base}
  capped at 1_000 EUR each calendar year
`);
}

/** Two currencies in one credit or bonus. */
export const oneCurrency: DiagnosticRule = {
  code: "TEN2854",
  name: "one-currency",
  severity: "error",
  spec: "§3.7.10",
  summary: "All amounts of a credit or bonus are of one currency.",
  help: "Amounts are added up and capped, and an agreement reads no rates of exchange. Make a declaration for each currency.",
  examples: { invalid: example("deposit"), valid: example("monthly_fee") },
  fix: { none: "the amount in the other currency is not known" },
};

/** Reports an amount in another currency than the first. */
export function reportOneCurrency(site: Site, odd: MadeAmount, first: MadeAmount): void {
  const message = `this amount is in ${odd.currency}, and an earlier one of the same declaration in ${first.currency}`;
  site.say(oneCurrency, odd.node.span, message, {
    related: [relatedAt(site, first.node.span, `${first.currency} stands here`)],
  });
}
