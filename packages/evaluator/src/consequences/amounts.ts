/** Exact arithmetic of findings, and amounts as results hold them. */
import type { Ratio } from "../bundle/plan.ts";
import { addExact, type Exact, exact, formatExact, lowestTerms, toText } from "../exact/ratio.ts";
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
  return { amount: formatExact(value, decimals, true), currency };
}
