import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, replaced, type Site, wordsOf } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(amount: string): string {
  return withMoney(`credit slow_calls on prompt
  gives ${amount}
`);
}

/** Less than nothing. */
export const negativeAmount: DiagnosticRule = {
  code: "TEN2853",
  name: "negative-amount",
  severity: "error",
  spec: "§3.7.10",
  summary: "Amounts and points are 0 or more.",
  help: "Which way money goes is said by the declaration: a credit is owed for a miss, a bonus is paid for success.",
  examples: { invalid: example("-50 EUR"), valid: example("50 EUR") },
  fix: "offered",
  elsewhere: { none: "the amount is wrong by itself" },
};

/** Reports a number with a minus sign, and offers it without. */
export function reportNegativeAmount(site: Site, span: Span): void {
  const written = wordsOf(site.file, span);
  const better = written.replace(/^-/, "");
  site.say(negativeAmount, span, `\`${written}\` is less than nothing`, {
    fixes: [fixOf(`write \`${better}\``, replaced(span, better))],
  });
}
