/**
 * Exact arithmetic on ratios of whole numbers.
 *
 * Every value that a verdict turns on is one whole-number ratio, and every comparison is a cross-multiplication of
 * whole numbers: a quotient in floating point is wrong near a limit (949999999999999/999999999999999 would pass
 * 0.95). Doubles are used only as long as every product stays below 2^53, where they are exact; beyond that BigInt
 * takes over. This folder knows nothing of metrics, rows or time (SPEC §4.2).
 */

/** An exact value in memory. The denominator is positive. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** An exact value as decimal text, as bundles and results hold it. */
export interface ExactText {
  readonly numerator: string;
  readonly denominator: string;
}

/** Products below this are exact in doubles. */
export const SAFE = Number.MAX_SAFE_INTEGER;

/** Most digits of a whole number that the language holds (SPEC §4.2.1); 10^38 is the first value beyond. */
export const LIMIT_OF_DIGITS = 10n ** 38n;

export function exact(numerator: bigint, denominator: bigint): Exact {
  return { numerator, denominator };
}

export function fromText(ratio: ExactText): Exact {
  return exact(BigInt(ratio.numerator), BigInt(ratio.denominator));
}

export function toText(value: Exact): ExactText {
  return { numerator: String(value.numerator), denominator: String(value.denominator) };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareExact(a: Exact, b: Exact): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Greatest common divisor of magnitudes; of 0 and 0 it is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The same value in lowest terms, with a positive denominator. */
export function lowestTerms(numerator: bigint, denominator: bigint): Exact {
  const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return divisor === 0n ? exact(0n, 1n) : exact(numerator / divisor, denominator / divisor);
}

export function addExact(a: Exact, b: Exact): Exact {
  return exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, exact(-b.numerator, b.denominator));
}

/** Largest whole number that is not above `numerator / denominator` (positive denominator). */
export function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator !== 0n && numerator < 0n ? quotient - 1n : quotient;
}

/** Smallest whole number that is not below `numerator / denominator` (positive denominator). */
export function ceilDivide(numerator: bigint, denominator: bigint): bigint {
  return -floorDivide(-numerator, denominator);
}

/**
 * Rounds to a number of decimals, half up, ties away from zero, on the exact ratio (SPEC §4.2.2).
 *
 * @param decimals decimals to keep of the value itself (a percentage rounded to 1 decimal of a point keeps 3)
 */
export function roundHalfUp(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const rounded = (2n * magnitude * scale + value.denominator) / (2n * value.denominator);
  return exact(value.numerator < 0n ? -rounded : rounded, scale);
}

/** The ratio of a decimal such as `-4.25`; null where the text is no plain decimal. */
export function parseDecimal(text: string): Exact | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? "";
  const magnitude = BigInt(`${match[2]}${fraction}`);
  return exact(match[1] === "-" ? -magnitude : magnitude, 10n ** BigInt(fraction.length));
}

/**
 * A value for people: exact where it has at most `decimals` decimals, otherwise cut off (never rounded, so that a
 * missed limit never looks met) and marked with `…`.
 *
 * @param isFixed zeros at the end stay, as in amounts of money
 */
export function formatExact(value: Exact, decimals = 2, isFixed = false): string {
  const scale = 10n ** BigInt(decimals);
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const scaled = (magnitude * scale) / value.denominator;
  const isExact = (magnitude * scale) % value.denominator === 0n;
  const whole = scaled / scale;
  const fraction = String(scaled % scale).padStart(decimals, "0");
  const shown = isExact && !isFixed ? fraction.replace(/0+$/, "") : fraction;
  const sign = value.numerator < 0n ? "-" : "";
  const point = shown === "" || decimals === 0 ? "" : `.${shown}`;
  return `${sign}${whole}${point}${isExact ? "" : "…"}`;
}
