import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { MadeAmount } from "../amounts.ts";
import { writing } from "../offers.ts";
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
  fix: "offered",
};

/** Reports an amount in another currency than the first. */
export function reportOneCurrency(site: Site, odd: MadeAmount, first: MadeAmount): void {
  const message = `this amount is in ${odd.currency}, and an earlier one of the same declaration in ${first.currency}`;
  const code = { start: odd.node.span.end - 3, end: odd.node.span.end };
  const isWritten = site.file.text.slice(code.start, code.end) === odd.currency;
  site.say(oneCurrency, odd.node.span, message, {
    fixes: isWritten ? [writing(code, first.currency)] : [],
    related: [relatedAt(site, first.node.span, `\`${first.currency}\` stands here`)],
  });
}
