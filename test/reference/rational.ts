/**
 * Exact rationals for the reference: a whole numerator over a positive whole denominator, of any size (§4.2.1).
 *
 * A metric's two numbers are kept as counted (93/100 stays 93/100); only `reduced` brings lowest terms.
 */

/** A numerator and a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** A whole number, or a fraction whose denominator may be negative but not zero. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom };
}

/** Negative, zero or positive as `a` is below, equal to or above `b` (§4.2.1: cross-multiplied). */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const add = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n, d: b.d });
export const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);

/** Size of a whole number. */
export const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** Greatest common divisor of the sizes. */
export function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? abs(a) : gcd(b, a % b);
}

/** In lowest terms. */
export function reduced(value: Rational): Rational {
  const common = gcd(value.n, value.d);
  return common === 0n ? value : { n: value.n / common, d: value.d / common };
}

/** The smallest whole number that is not below the value. */
export function ceiling(value: Rational): bigint {
  const cut = value.n / value.d;
  return cut * value.d < value.n ? cut + 1n : cut;
}

/** Half up, ties away from zero, to so many decimals (§4.2.2). */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const size = (2n * abs(value.n) * scale + value.d) / (2n * value.d);
  return { n: value.n < 0n ? -size : size, d: scale };
}

/** Decimal text such as `-12.50`, exactly. */
export function decimal(text: string): Rational {
  const [whole = "", fraction = ""] = text.split(".");
  return { n: BigInt(whole + fraction), d: 10n ** BigInt(fraction.length) };
}
