/** Exact arithmetic of findings, and amounts in words. */
import type { Ratio } from "../bundle/plan.ts";
import { addExact, type Exact, exact, lowestTerms, toText } from "../exact/ratio.ts";
import type { MoneyAmount } from "../judge/finding.ts";

export const ZERO: Exact = exact(0n, 1n);
export const ONE: Exact = exact(1n, 1n);

/** Every sum and product is brought to lowest terms, so that numbers stay as short as they can be. */
export function sumOf(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => reduced(addExact(sum, value)), ZERO);
}

export function productOf(values: readonly Exact[]): Exact {
  return values.reduce(
    (product, value) =>
      lowestTerms(product.numerator * value.numerator, product.denominator * value.denominator),
    ONE,
  );
}

export function quotientOf(above: Exact, below: Exact): Exact {
  return lowestTerms(above.numerator * below.denominator, above.denominator * below.numerator);
}

export function reduced({ numerator, denominator }: Exact): Exact {
  return lowestTerms(numerator, denominator);
}

export function negated({ numerator, denominator }: Exact): Exact {
  return exact(-numerator, denominator);
}

export function isZero({ numerator }: Exact): boolean {
  return numerator === 0n;
}

/** As results hold exact values. */
export function asRatio(value: Exact): Ratio {
  return toText(reduced(value));
}

/** Money as results hold it, with all minor digits; the value has no finer ones. */
export function moneyAmount(value: Exact, currency: string, decimals: number): MoneyAmount {
  return { amount: fixed(value, decimals), currency };
}

/** A value with exactly so many decimals, finer ones cut off. */
function fixed(value: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const scaled = (magnitude * scale) / value.denominator;
  const fraction = decimals === 0 ? "" : `.${String(scaled % scale).padStart(decimals, "0")}`;
  const sign = value.numerator < 0n && scaled > 0n ? "-" : "";
  return `${sign}${scaled / scale}${fraction}`;
}

/** `2,000.00`: thousands apart. */
function grouped(text: string): string {
  const [whole = "", ...fraction] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** Money for people: all minor digits, thousands apart, and `…` where there are finer ones. */
export function moneyWords(value: Exact, currency: string, decimals: number): string {
  const scaled = value.numerator * 10n ** BigInt(decimals);
  const isWhole = scaled % value.denominator === 0n;
  return `${grouped(fixed(value, decimals))}${isWhole ? "" : "…"} ${currency}`;
}
