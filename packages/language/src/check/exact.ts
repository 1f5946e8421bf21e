/** Literals as exact ratios: what stands in the text, never a floating-point number. */
import type { Ratio } from "@tenet-lang/evaluator";

/** The ratio of a decimal as written: `4.20` is 420/100. */
export function decimalRatio(text: string): Ratio {
  const [whole = "0", fraction = ""] = text.split(".");
  return { numerator: String(BigInt(whole + fraction)), denominator: `1${"0".repeat(fraction.length)}` };
}

/** The ratio of a percentage as written without its sign: `99.5` is 995/1000. */
export function percentRatio(text: string): Ratio {
  const { numerator, denominator } = decimalRatio(text);
  return { numerator, denominator: `${denominator}00` };
}

/** `value` times `by / per`, in lowest terms. */
export function scaledRatio(value: Ratio, by: bigint, per: bigint): Ratio {
  const numerator = BigInt(value.numerator) * by;
  const denominator = BigInt(value.denominator) * per;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: String(numerator / divisor), denominator: String(denominator / divisor) };
}

/** The exact sum of ratios. */
export function sumOf(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((sum, { numerator, denominator }) => {
    const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
    const [soFar, under] = [BigInt(sum.numerator), BigInt(sum.denominator)];
    return { numerator: String(soFar * bottom + top * under), denominator: String(under * bottom) };
  }, decimalRatio("0"));
}

/** The sum, exactly. */
export function addRatios(parts: readonly Ratio[]): Ratio {
  let [numerator, denominator] = [0n, 1n];
  for (const part of parts) {
    const per = BigInt(part.denominator);
    numerator = numerator * per + BigInt(part.numerator) * denominator;
    denominator *= per;
  }
  return scaledRatio({ numerator: String(numerator), denominator: String(denominator) }, 1n, 1n);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A whole number of at least `least`, or null for anything else (also for one that no double holds). */
export function wholeNumber(text: string, least: number): number | null {
  if (!/^\d{1,15}$/.test(text)) return null;
  const value = Number(text);
  return value >= least ? value : null;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
