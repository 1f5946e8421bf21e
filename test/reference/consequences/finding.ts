/** The shape of what consequences find, for the reference (§7.6), and the lines of its arithmetic. */
import { compare, type Rational, rational, reduced, times } from "../rational.ts";

export interface ReferenceFinding {
  readonly kind: "credit" | "bonus" | "points" | "escalation" | "ratchet" | "scorecard" | "tiers";
  readonly name: string;
  readonly party: string;
  readonly period: string;
  readonly start: string;
  readonly end: string;
  /** Amounts with all minor digits, names of steps and levels, scores and proposals as text; points are in `exact`. */
  readonly value: string | null;
  readonly exact: Rational | null;
  readonly isProvisional: boolean;
  readonly lines: readonly Line[];
  /** §7.6.3, by key, as text. */
  readonly details: Readonly<Record<string, string>>;
}

export interface Line {
  readonly what: string;
  readonly of: string | null;
  readonly period: string | null;
  readonly factors: readonly Rational[];
  readonly amount: Rational;
  readonly rows: number | null;
}

/** A line whose amount is the product of its factors. */
export const product = (
  what: string,
  factors: readonly Rational[],
  of: string | null = null,
  period: string | null = null,
  rows: number | null = null,
): Line => ({ what, of, period, factors, amount: factors.reduce(times, rational(1)), rows });

/** A line that stands for itself. */
export const plain = (what: string, amount: Rational): Line => ({
  what,
  of: null,
  period: null,
  factors: [],
  amount,
  rows: null,
});

export const isZero = (value: Rational): boolean => compare(value, rational(0)) === 0;

/** `3/4`, in lowest terms. */
export function shownRatio(value: Rational): string {
  const { n, d } = reduced(value);
  return `${n}/${d}`;
}

/** A value that has at most so many decimals, with all of them: `150.00`. */
export function withDecimals({ n, d }: Rational, decimals: number): string {
  const scaled = (n * 10n ** BigInt(decimals)) / d;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = scaled < 0n ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - decimals)}`;
}
