/** Caps, rounding and small amounts: what becomes of the sum of a period (SPEC §4.6.6 to §4.6.8). */
import { compareExact, type Exact, fromText, roundHalfUp, subtractExact } from "../exact/ratio.ts";
import { moneyWords, spaced } from "../explain/words.ts";
import { spanAround } from "../time/spans.ts";
import { isZero, negated, sumOf, ZERO } from "./amounts.ts";
import { factorsOf } from "./base.ts";
import type { Work } from "./gives.ts";
import { firstWhere } from "./in-order.ts";
import { amountOf, type Line } from "./lines.ts";
import type { FindingPeriod } from "./reading.ts";

/** What a period before has used up. */
export interface PaidPeriod {
  readonly period: FindingPeriod;
  readonly amount: Exact | null;
}

/** Caps, in the order written, of the sum of a period; `before` are the periods before it. */
export function capLines(
  sum: Exact,
  before: readonly PaidPeriod[],
  work: Work,
): { readonly lines: readonly Line[]; readonly untold: string | null } {
  const { plan, reading, period } = work;
  const lines: Line[] = [];
  let amount = sum;
  for (const cap of plan.caps) {
    const days = spanAround(cap.span, period.days.end - 1, reading.frame.yearStarts);
    const most = factorsOf(cap.amount, days, reading, plan);
    const first = firstWhere(before, ({ period: { days: each } }) => each.start >= days.start);
    if (most.factors === null && amount.numerator > 0n) return { lines, untold: most.base };
    const bound = amountOf({ what: "cap", factors: most.factors ?? [], text: "", origin: cap.origin });
    const used = sumOf(before.slice(first).map(({ amount: each }) => each ?? ZERO));
    const left = atLeastZero(subtractExact(bound, used));
    if (compareExact(amount, left) <= 0) continue;
    const each = spaced(cap.span);
    const rest = isZero(used) ? "" : `, of which ${moneyWords(used, plan)} are used`;
    lines.push({
      what: "cap",
      amount: subtractExact(left, amount),
      text: `Capped at ${most.text} each calendar ${each}${rest}`,
      origin: cap.origin,
    });
    amount = left;
  }
  return { lines, untold: null };
}

function atLeastZero(value: Exact): Exact {
  return value.numerator < 0n ? ZERO : value;
}

/** Rounding, and amounts too small to be paid. */
export function smallLines(exact: Exact, { plan }: Work): readonly Line[] {
  const { origin } = plan;
  const rounded = roundHalfUp(exact, plan.decimals);
  const off = subtractExact(rounded, exact);
  const rounding: readonly Line[] = isZero(off)
    ? []
    : [{ what: "rounding", amount: off, text: `Rounded to ${moneyWords(rounded, plan)}`, origin }];
  const small = plan.ignores === null ? null : fromText(plan.ignores);
  if (small === null || rounded.numerator <= 0n || compareExact(rounded, small) > 0) return rounding;
  const text = `Amounts of at most ${moneyWords(small, plan)} are ignored`;
  return [...rounding, { what: "ignored", amount: negated(rounded), text, origin }];
}

export function isIgnored(lines: readonly Line[]): boolean {
  return lines.some(({ what }) => what === "ignored");
}
