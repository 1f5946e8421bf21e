/**
 * Values of the text as people read them, in results, hovers and hints: money with all its minor digits and thousands
 * apart, as everywhere (SPEC §4.2.9), and everything else as it is written.
 */
import { moneyWords } from "@tenet-lang/evaluator";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { currencyDecimals } from "./currencies.ts";
import { decimalRatio } from "./exact.ts";
import { wordsOf } from "./site.ts";

/** A bound: `95%`, `2,500.00 EUR`, `90% to 95%`. */
export function boundWords(file: SourceFile, { values }: ast.Test): string {
  return values.map((value) => valueWords(file, value)).join(" to ");
}

/** A comparison: `at most 2,500.00 EUR`, `from 90% to 95%`. */
export function testWords(file: SourceFile, { span, values }: ast.Test): string {
  const pieces: string[] = [];
  let start = span.start;
  for (const value of values) {
    pieces.push(wordsOf(file, { start, end: value.span.start }), valueWords(file, value));
    start = value.span.end;
  }
  pieces.push(wordsOf(file, { start, end: span.end }));
  return pieces.filter((piece) => piece !== "").join(" ");
}

function valueWords(file: SourceFile, value: ast.Value): string {
  if (value.kind !== "Money") return wordsOf(file, value.span);
  const currency = value.currency.text;
  const decimals = currencyDecimals(currency);
  if (decimals === null) return wordsOf(file, value.span);
  const { numerator, denominator } = decimalRatio(value.amount.text);
  const amount = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  return moneyWords(amount, { currency, decimals });
}
