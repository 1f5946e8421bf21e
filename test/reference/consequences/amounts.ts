/** Amounts of credits and bonuses, for the reference (§3.7.10, §3.7.17, §3.7.18). */

import type { Amount, Condition, GivesPlan, Ratio } from "@tenet-lang/evaluator";
import { dayIn, openings } from "../calendars.ts";
import { microsPer } from "../cells.ts";
import { cellOf } from "../parse.ts";
import { ceiling, type Rational, rational, subtract, times } from "../rational.ts";
import type { Row } from "../row.ts";
import { after } from "../stretches.ts";
import { boundOf } from "./events.ts";
import { amountOver, type Reader } from "./reader.ts";
import type { Span } from "./spans.ts";
import type { Judged } from "./verdicts.ts";

export const exact = ({ numerator, denominator }: Ratio): Rational =>
  rational(BigInt(numerator), BigInt(denominator));

/** The factors of an amount that no row decides; null where its base has no value. */
export function factorsOf(amount: Amount, reader: Reader, span: Span): readonly Rational[] | null {
  if (amount.kind === "money") return [exact(amount.value)];
  const base = baseOf(amount.of, reader, span, null);
  return base === null ? null : [exact(amount.percent), base];
}

/** What a percentage is of. */
export function baseOf(
  base: (Amount & { readonly kind: "percent" })["of"],
  reader: Reader,
  span: Span,
  row: Row | null,
): Rational | null {
  if (base.kind === "metric") return amountOver(reader, base.name, span);
  const fields = base.kind === "partner" ? reader.world.tables.partners.get(reader.partner ?? "") : null;
  const value = base.kind === "row" ? row && cellOf(row, base.field) : (fields?.get(base.field) ?? null);
  return value !== null && typeof value === "object" && "n" in value ? { n: value.n, d: value.d } : null;
}

/** §3.7.17: percentage points by which a missed verdict lies below its limit; null without a value. */
export function pointsBelow({ source }: Judged): Rational | null {
  const [limit] = source.limits;
  const value = limit?.rounded ?? limit?.value ?? null;
  const bound = limit === undefined ? null : boundOf(limit.comparison);
  if (bound === null || value === null || typeof value !== "object") return null;
  const gap = subtract(bound, value);
  return gap.n <= 0n ? rational(0) : times(rational(100), gap);
}

type Started = GivesPlan<Condition>["times"] & { readonly kind: "started" };

/** §3.7.18: how many units of a row's time have begun; null where it is missing. */
export function startedUnits(started: Started, row: Row, reader: Reader): bigint | null {
  const value = cellOf(row, started.field);
  if (value === null || typeof value !== "object" || !("n" in value)) return null;
  if (value.n <= 0n) return 0n;
  if (started.openingDays) return openingDays(started, row, reader);
  const micros = times(value, rational(value.unitMicros ?? 1));
  return ceiling(times(micros, rational(1, microsPer(started.unit))));
}

/** The opening days of whose openings some time was part of a case's elapsed or overdue time. */
function openingDays(started: Started, { facts, partners }: Row, { world }: Reader): bigint {
  const clock = world.model.clocks.find(({ name }) => name === started.dataset);
  const calendar = clock?.calendar == null ? null : world.calendar(clock.calendar, partners[0] ?? null);
  if (calendar === null || facts === null) throw new RangeError("the clock counts in no calendar");
  const { active, dueAt } = facts;
  const counted = started.field === "overdue" ? after(active, dueAt ?? Number.POSITIVE_INFINITY) : active;
  const touches = (day: number): boolean =>
    openings(calendar, day).some((open) => counted.some(({ from, to }) => open.from < to && from < open.to));
  const days = new Set<number>();
  for (const { from, to } of counted) {
    // A night shift belongs to the day on which it began.
    for (let day = dayIn(calendar, from) - 1; day <= dayIn(calendar, to); day += 1)
      if (touches(day)) days.add(day);
  }
  return BigInt(days.size);
}
