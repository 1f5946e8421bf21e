import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";
import { withMoney } from "./example-files.ts";

function example(base: string): string {
  return withMoney(`credit slow_calls on prompt
  gives 5% of ${base}
`);
}

/** A part of something that is no money. */
export const amountBase: DiagnosticRule = {
  code: "TEN2852",
  name: "amount-base",
  severity: "error",
  spec: "§3.7.10",
  summary: "A percentage is of money: of a field of the rows paid for, of a partner's field, or of a metric.",
  help: "The first that exists is taken: a money field of the rows that are paid for, a money field of `partners`, a metric in money measured over the period. Other values would need a rate to become money.",
  examples: { invalid: example("monthly_fees"), valid: example("monthly_fee") },
  fix: "offered",
};

/** Reports a name that is no money; `type` is what it is instead, or null where there is nothing of that name. */
export function reportAmountBase(
  site: Site,
  name: ast.Name,
  type: ValueType | null,
  candidates: readonly string[],
): void {
  const guess = type === null ? didYouMean(name.text, candidates) : null;
  const message =
    type === null
      ? `there is no money field of the rows or partners, and no metric in money, that is called \`${name.text}\``
      : `\`${name.text}\` is ${typeWords(type)}, and an amount is a part of money`;
  site.say(amountBase, name.span, message + guessWords(guess), { fixes: guessFix(name.span, guess) });
}
