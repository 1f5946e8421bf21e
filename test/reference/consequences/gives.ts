/** `gives`: amounts for rows, for verdicts, or once for a period, for the reference (§3.7.12 to §3.7.18). */

import type { Condition, GivesPlan, MoneyPlan } from "@tenet-lang/evaluator";
import { counts } from "../conditions.ts";
import { add, type Rational, rational, times } from "../rational.ts";
import type { Row } from "../row.ts";
import { startOfDay } from "../time.ts";
import { rowsIn, sightOf, viewOf } from "../views.ts";
import { baseOf, exact, factorsOf, pointsBelow, startedUnits } from "./amounts.ts";
import { isZero, type Line, product } from "./finding.ts";
import { excluding, type Reader, sightIn, stretchOf, verdictIn } from "./reader.ts";
import type { Span } from "./spans.ts";
import { isSuspended } from "./suspended.ts";
import { inSpan, isTrueOf, type Judged, type Word } from "./verdicts.ts";

type Plan = MoneyPlan<Condition>;
type Gives = GivesPlan<Condition>;

/** Everything that the sentences of one declaration give in a period. */
export interface Given {
  /** Null where an amount would be due, and something that it needs has no value. */
  readonly lines: readonly (Line & { readonly verdict: Judged | null })[] | null;
  /** Rows left out for what they lack. */
  readonly missing: readonly Row[];
}

/** What is given in a period; `verdicts` are those of `on` that give something, `pays` picks the rows paid for in it. */
export function givenIn(
  plan: Plan,
  reader: Reader,
  period: Span,
  verdicts: readonly Judged[],
  pays: (row: Row) => boolean,
): Given {
  const isGone = isSuspended(plan.name, reader.world, reader.partner, firstInstant(period, reader));
  if (isGone && (plan.rows !== null || plan.on === null)) return { lines: [], missing: [] };
  if (plan.rows !== null) return forRows(plan, plan.rows, reader, period, pays);
  const isByUnits = ({ times: { kind } }: Gives): boolean => kind === "started";
  const once = plan.on === null ? plan.gives : plan.gives.filter(isByUnits);
  const each = plan.on === null ? [] : plan.gives.filter((one) => !isByUnits(one));
  const ofPeriod = chosen(once, (when) => {
    const view = viewOf(reader.side, stretchOf(period));
    return counts(when, sightIn(reader, reader.side, view, period));
  }).map((one) => forPeriod(one, plan, reader, period, pays));
  const ofVerdicts = verdicts.map((verdict) => ({
    verdict,
    gives: chosen(each, (when) =>
      counts(when, sightIn(reader, reader.side, verdict.source.basis.view, period)),
    ),
  }));
  const inOrder = each.flatMap((one) =>
    ofVerdicts
      .filter(({ gives }) => gives.includes(one))
      .map(({ verdict }) => forVerdict(one, plan, reader, period, verdict)),
  );
  return together([...ofPeriod, ...inOrder]);
}

const firstInstant = ({ first }: Span, { world }: Reader): number => startOfDay(world.frame.zone, first);

/** §3.7.12: all without a condition, and of the others the first that holds. */
function chosen(gives: readonly Gives[], isTrue: (when: Condition) => boolean): readonly Gives[] {
  const band = gives.find(({ when }) => when !== null && isTrue(when));
  return gives.filter((one) => one.when === null || one === band);
}

function together(parts: readonly Given[]): Given {
  const missing = [...new Set(parts.flatMap((part) => part.missing))];
  if (parts.some(({ lines }) => lines === null)) return { lines: null, missing };
  return {
    lines: parts.flatMap(({ lines }) => lines ?? []).filter(({ amount }) => !isZero(amount)),
    missing,
  };
}

function forVerdict(
  { amount, times: by }: Gives,
  { on }: Plan,
  reader: Reader,
  period: Span,
  verdict: Judged,
): Given {
  const points = by.kind === "points_below" ? pointsBelow(verdict) : rational(1);
  if (points === null) return { lines: null, missing: [] };
  // Nothing is due for a verdict that is not below its limit, whatever the amount is taken of.
  if (isZero(points)) return { lines: [], missing: [] };
  const factors = factorsOf(amount, reader, period);
  if (factors === null) return { lines: null, missing: [] };
  const all = by.kind === "points_below" ? [...factors, points] : factors;
  return { lines: [{ ...product("gives", all, on, verdict.label), verdict }], missing: [] };
}

function forPeriod(
  { amount, times: by }: Gives,
  plan: Plan,
  reader: Reader,
  period: Span,
  pays: (row: Row) => boolean,
): Given {
  const made = (
    factors: readonly Rational[] | null,
    rows: number | null,
    missing: readonly Row[],
  ): Given => ({
    lines: factors === null ? null : [{ ...product("gives", factors, null, null, rows), verdict: null }],
    missing,
  });
  if (by.kind !== "started") return made(factorsOf(amount, reader, period), null, []);
  const rows = rowsPaid(plan, by.dataset, reader, period).filter(pays);
  const units = rows.map((row) => startedUnits(by, row, reader));
  const missing = rows.filter((_, at) => units[at] === null);
  const sum = units.reduce<bigint>((all, one) => all + (one ?? 0n), 0n);
  if (sum === 0n) return { lines: [], missing };
  const factors = factorsOf(amount, reader, period);
  return made(factors === null ? null : [...factors, rational(sum)], rows.length - missing.length, missing);
}

/** §3.7.13: the rows of a dataset or clock in a period, without those that are excluded. */
export const rowsPaid = (plan: Plan, dataset: string, reader: Reader, period: Span): readonly Row[] =>
  rowsIn(excluding(reader, plan.excluding), stretchOf(period), dataset, null, false);

/** §3.7.13, §3.7.14. */
function forRows(
  plan: Plan,
  dataset: string,
  reader: Reader,
  period: Span,
  pays: (row: Row) => boolean,
): Given {
  const rows = rowsPaid(plan, dataset, reader, period).filter(pays);
  const paid = rows.map((row) => {
    const band = plan.gives.find((one) => isBand(one) && isTrueOfRow(one, row, reader, period));
    return { row, gives: plan.gives.filter((one) => !isBand(one) || one === band) };
  });
  return together(
    plan.gives.map((one) =>
      sumOver(
        one,
        dataset,
        paid.filter(({ gives }) => gives.includes(one)).map(({ row }) => row),
        reader,
        period,
      ),
    ),
  );
}

const isBand = ({ where, verdicts }: Gives): boolean => where !== null || verdicts.length > 0;

const fits = ({ where }: Gives, row: Row, { world, partner }: Reader): boolean =>
  counts(where, sightOf(world, row, partner));

const isTrueOfRow = (one: Gives, row: Row, reader: Reader, period: Span): boolean =>
  fits(one, row, reader) &&
  one.verdicts.every((test) => isTrueOf(verdictFor(row, test.name, reader, period), test));

/** The verdict that goes with a row: of the calendar window that holds it, or that in the period. */
function verdictFor(row: Row, name: string, reader: Reader, period: Span): Word | null {
  if (!goesByWindow(reader.world, name)) return verdictIn(reader, name, period);
  return windowOf(row, name, reader)?.verdict ?? null;
}

function windowOf({ at }: Row, name: string, { book, party }: Reader): Judged | null {
  if (at === null) return null;
  const holding = book.of(name, party).filter(({ start, end }) => start <= at && at < end);
  // Windows of two versions may overlap: the one that begins last counts.
  const latest = Math.max(...holding.map(({ start }) => start));
  return holding.findLast(({ start }) => start === latest) ?? null;
}

/** Is it a standard whose windows are calendar spans or partner years? */
export function goesByWindow({ model }: Reader["world"], name: string): boolean {
  const kind = model.standards.find((one) => one.name === name)?.measured[0]?.window.kind;
  return kind === "calendar" || kind === "partner_year";
}

/** One sentence over the rows for which it holds: rows without what it needs are left out. */
function sumOver(
  { amount, times: by }: Gives,
  dataset: string,
  rows: readonly Row[],
  reader: Reader,
  period: Span,
): Given {
  const found = rows.map((row) => {
    const base = amount.kind === "money" ? rational(1) : baseOf(amount.of, reader, period, row);
    const units = by.kind === "started" ? startedUnits(by, row, reader) : 1n;
    return { row, part: base === null || units === null ? null : times(base, rational(units)) };
  });
  const missing = found.filter(({ part }) => part === null).map(({ row }) => row);
  const parts = found.flatMap(({ part }) => part ?? []);
  const sum = parts.reduce(add, rational(0));
  const factors = [exact(amount.kind === "money" ? amount.value : amount.percent), sum];
  return { lines: [{ ...product("gives", factors, dataset, null, parts.length), verdict: null }], missing };
}

/** The verdicts of `on` that may give something in a period: missed for a credit, met for a bonus. */
export function verdictsGiving(plan: Plan, { book, party }: Reader, period: Span | null): readonly Judged[] {
  if (plan.on === null || plan.rows !== null) return [];
  const line = book.of(plan.on, party);
  const wanted = plan.kind === "credit" ? "missed" : "met";
  return (period === null ? line : inSpan(line, period)).filter(({ verdict }) => verdict === wanted);
}
