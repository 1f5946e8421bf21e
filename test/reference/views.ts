/**
 * What one party's window shows of the rows, for the reference: dates, exclusions, look-ups and groups (§2, §3.8, §4.3).
 */

import type { Condition, ExclusionPlan, MetricPlan, Population } from "@tenet-lang/evaluator";
import type { Model, StandardModel } from "../../packages/language/src/check/model.ts";
import { businessDue, type Calendar, dayZero, openingDayAfter } from "./calendars.ts";
import type { Value } from "./cells.ts";
import { type Has, holds, order, type Sight } from "./conditions.ts";
import { isReader, readerOf } from "./consequences/read.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { memory } from "./memo.ts";
import { cellOf, instantIn } from "./parse.ts";
import { distinct, newest, type Reading, type View } from "./populations.ts";
import type { Rational } from "./rational.ts";
import { fieldsRead } from "./reads.ts";
import type { Row } from "./row.ts";
import type { Tables } from "./rows.ts";
import { addCalendar, addSpan, civilDayAt, nextSpan, spanStart, spanUnit, startOfDay } from "./time.ts";
import type { Frame, Occasion } from "./windows.ts";

/** Everything that does not change from window to window. */
export interface World {
  readonly model: Model;
  readonly frame: Frame;
  readonly tables: Tables;
  /** A calendar as it is for a partner. */
  readonly calendar: (name: string, partner: string | null) => Calendar | null;
  /** Data errors that only judging shows. */
  readonly refuse: (rows: readonly Row[], reason: string) => void;
}

/** A stretch of civil days, half-open, or the newest rows before a day; and the day at whose start it is assessed. */
export type Stretch =
  | { readonly kind: "days"; readonly first: number; readonly end: number; readonly assessed: number }
  | {
      readonly kind: "rows";
      readonly rows: readonly Row[];
      readonly from: number;
      readonly population: Population;
      readonly end: number;
    };

/** What a partner's peers have in the same window. */
export interface PeerValues {
  /** Null where the partner has no value of `by` itself. */
  readonly values: readonly Rational[] | null;
  /** Is a peer's window begun and not final (§4.5.3)? */
  readonly isWaiting: boolean;
}

/** One party's rows under one standard's exclusions; and its peers, where verdicts are given. */
export interface Side {
  readonly peers?: (metric: string, by: string | null, occasion: Occasion) => PeerValues;
  readonly world: World;
  readonly standard: StandardModel;
  /** Null: the brand, all rows pooled. */
  readonly partner: string | null;
  /** The exclusion (the first named) that removes each removed row. */
  readonly removed: ReadonlyMap<Row, string>;
}

export const metricOf = (world: World, name: string): MetricPlan => found(world.model.metrics, name);
export const datasetOf = (world: World, name: string) => found(world.model.datasets, name);

function found<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const one = list.find((item) => item.name === name);
  if (one === undefined) throw new RangeError(`the model has no ${name}`);
  return one;
}

/** The rows of one party: its own, or all of them for the brand. */
export const rowsByParty = (world: World, dataset: string, partner: string | null): readonly Row[] =>
  (world.tables.used.get(dataset) ?? []).filter((row) => partner === null || row.partners.includes(partner));

const truths = memory<boolean | null>();

/** Is a condition true of a row, for a partner? */
export const truthOf = (world: World, where: Condition, row: Row, partner: string | null): boolean | null =>
  truths.of(where, row, partner ?? "", () => holds(where, sightOf(world, row, partner)));

const isTrue = (world: World, where: Condition | null, row: Row, partner: string | null): boolean =>
  where === null || truthOf(world, where, row, partner) === true;

/** How conditions see a row; `partner.FIELD` is the given partner's. */
export function sightOf(world: World, row: Row, partner: string | null): Sight {
  return {
    zone: world.frame.zone,
    field: (name) => cellOf(row, name),
    partner: (name) => (partner === null ? null : (world.tables.partners.get(partner)?.get(name) ?? null)),
    metric: () => null,
    has: (lookup) => lookUp(world, row, lookup),
  };
}

/** §2.7: at least one *other* row, of any partner and any date up to `as of`; a missing key never matches. */
function lookUp(world: World, row: Row, lookup: Has): boolean {
  const key = cellOf(row, lookup.key);
  return (world.tables.readable.get(lookup.dataset) ?? []).some((other) => {
    const otherKey = cellOf(other, lookup.key);
    const sameKey = key !== null && otherKey !== null && order(key, otherKey) === 0;
    if (other === row || !sameKey || !isSoonAfter(world, row, other, lookup.within)) return false;
    return isTrue(world, lookup.where, other, null);
  });
}

/** Are a dataset's rows dated by instants? Others by civil days. */
export function isDatedByTime({ datasets }: World["model"], name: string): boolean {
  const dated = datasets.find((dataset) => dataset.name === name)?.dated;
  const owner = dated?.kind === "via" ? dated.dataset : name;
  const field = datasets.find((one) => one.name === owner)?.fields.find((one) => one.name === dated?.field);
  return field?.type.kind === "timestamp";
}

/** `in the 7 days after FIELD`: later than it, and at most so much later; in civil days where either side is a date. */
function isSoonAfter(world: World, row: Row, other: Row, within: Has["within"]): boolean {
  if (within === null) return true;
  const { frame, model } = world;
  const after = cellOf(row, within.after);
  if (after === null || typeof after !== "object" || other.at === null) return false;
  const hasTimes = isDatedByTime(model, other.dataset);
  if (within.unit === "business_day")
    return isBusinessDaysAfter(frame, after, other.at, hasTimes, within.count);
  const unit = spanUnit(within.unit);
  if ("instant" in after && hasTimes) {
    const last = addSpan(frame.zone, after.instant, within.count, unit);
    return other.at > after.instant && other.at <= last;
  }
  const day =
    "day" in after ? after.day : "instant" in after ? civilDayAt(frame.zone, after.instant) : Number.NaN;
  if (unit === "second" || unit === "minute" || unit === "hour") return false;
  const otherDay = civilDayAt(frame.zone, other.at);
  return otherDay > day && otherDay <= addCalendar(day, within.count, unit);
}

/** §2.7.9: up to the closing time of the N-th business day; by civil date where either side is one. */
function isBusinessDaysAfter(
  { businessDays, zone }: Frame,
  after: Value,
  at: number,
  isTimestamp: boolean,
  count: number,
): boolean {
  if (businessDays === null) throw new RangeError("the agreement has no business days");
  if (typeof after === "object" && "instant" in after && isTimestamp)
    return at > after.instant && at <= businessDue(businessDays, after, count);
  const last = openingDayAfter(businessDays, dayZero(businessDays, after), count);
  // Dates of two rows are compared in the agreement's zone; only day 0 is the calendar's.
  const own =
    typeof after !== "object"
      ? Number.NaN
      : "day" in after
        ? after.day
        : "instant" in after
          ? civilDayAt(zone, after.instant)
          : Number.NaN;
  const day = civilDayAt(zone, at);
  return day > own && day <= last;
}

/** §3.8: which of a party's rows the standard's exclusions remove, each under the first that is named. */
export function removedRows(world: World, standard: StandardModel, partner: string | null): Map<Row, string> {
  const removed = new Map<Row, string>();
  for (const name of standard.excluding) {
    const plan = found(world.model.exclusions, name);
    if (!isRecorded(world, plan.recorded, partner)) continue;
    const { dataset, where } = plan.removes;
    const matching = rowsByParty(world, dataset, partner).filter(
      (row) => isTrue(world, where, row, partner) && isWidespread(world, plan, row),
    );
    const all = [...matching, ...casesOf(world, dataset, partner, matching)];
    for (const row of all) if (!removed.has(row)) removed.set(row, name);
  }
  return removed;
}

/** §3.4.28: the cases that rows of a dataset make by themselves; rows of a log make none. */
const casesOf = (
  world: World,
  dataset: string,
  partner: string | null,
  rows: readonly Row[],
): readonly Row[] =>
  world.model.clocks
    .filter(({ on, by }) => on === dataset && by === null)
    .flatMap(({ name }) => rowsByParty(world, name, partner))
    .filter(({ facts }) => facts !== null && rows.includes(facts.source));

/** §3.8.3 `recorded in POP`: a row of that partner, or any row where the evidence names no partner. */
function isRecorded(world: World, recorded: Population | null, partner: string | null): boolean {
  if (recorded === null) return true;
  const isOwn = datasetOf(world, recorded.dataset).partner !== null;
  if (isOwn && partner === null) return false;
  const own = isOwn ? partner : null;
  return rowsByParty(world, recorded.dataset, own).some((row) => isTrue(world, recorded.where, row, own));
}

/** `applies when at least N partners affected by FIELD`: among all rows that match, those with the row's value. */
function isWidespread(world: World, { affected, removes }: ExclusionPlan, row: Row): boolean {
  if (affected === null) return true;
  const { by } = affected;
  const value = by === null ? null : cellOf(row, by);
  if (by !== null && value === null) return false;
  const isAlike = (other: Row): boolean => {
    const otherValue = by === null ? null : cellOf(other, by);
    return value === null || (otherValue !== null && order(otherValue, value) === 0);
  };
  const partners = rowsByParty(world, removes.dataset, null)
    .filter(isAlike)
    .flatMap((other) => other.partners.filter((partner) => isTrue(world, removes.where, other, partner)));
  return new Set(partners).size >= affected.partners;
}

/** The rows of a dataset in a stretch: those left in, or those that exclusions removed. */
export function rowsIn(
  side: Side,
  stretch: Stretch,
  dataset: string,
  dated: string | null,
  removed: boolean,
): readonly Row[] {
  const rows = rowsByParty(side.world, dataset, side.partner).filter(
    (row) => side.removed.has(row) === removed,
  );
  if (stretch.kind === "days") return rows.filter((row) => isInside(side.world, stretch, row, dated));
  if (!removed) return rows.filter((row) => stretch.rows.includes(row));
  const { partner, world } = side;
  const isBetween = (at: number | null): boolean =>
    at !== null && at >= stretch.from && at < startOfDay(world.frame.zone, stretch.end);
  return rows.filter((row) => isBetween(row.at) && isTrue(world, stretch.population.where, row, partner));
}

/** Periods are half-open; `valid from … until …` asks whether the row is valid at the assessment (§3.2, §4.3.1). */
function isInside(
  { frame: { zone, asOf }, model }: World,
  stretch: Extract<Stretch, { kind: "days" }>,
  row: Row,
  dated: string | null,
): boolean {
  const { valid } = found(model.datasets, row.dataset);
  const assessed = startOfDay(zone, stretch.assessed);
  if (valid !== null && dated === null) {
    const [from, until] = [instantIn(row, valid.from, zone), cellOf(row, valid.until)];
    return from !== null && from <= assessed && (until === null || isBefore(zone, assessed, until));
  }
  const at = dated === null ? row.at : instantIn(row, dated, zone);
  // A case is read if it has started, whatever its own date (§3.4.23).
  const isRead = at !== null && (at <= asOf || (row.facts !== null && dated === null));
  const [start, end] = [startOfDay(zone, stretch.first), startOfDay(zone, stretch.end)];
  return at !== null && isRead && at >= start && at < end;
}

/** Is an instant before the end of a date, or not after a timestamp? */
function isBefore(zone: Frame["zone"], instant: number, until: Value): boolean {
  if (typeof until !== "object") return false;
  if ("day" in until) return instant < startOfDay(zone, until.day + 1);
  return "instant" in until && instant <= until.instant;
}

/**
 * §4.3.6: the newest N rows before a day, after exclusions and across period borders. It reaches back to the oldest
 * of them, or without end where there are fewer than N.
 */
export function latestRows(side: Side, population: Population, count: number, end: number): Stretch {
  const { world, partner } = side;
  const before = rowsByParty(world, population.dataset, partner).filter(
    (row) =>
      !side.removed.has(row) &&
      row.at !== null &&
      row.at < startOfDay(world.frame.zone, end) &&
      isTrue(world, population.where, row, partner),
  );
  const view = viewOf(side, { kind: "days", first: 0, end, assessed: end });
  const rows = newest(before, count, null, view);
  const oldest = Math.min(...rows.map((row) => row.at ?? 0));
  return {
    kind: "rows",
    rows,
    from: rows.length < count ? Number.NEGATIVE_INFINITY : oldest,
    population,
    end,
  };
}

/** The group of a limit `for each FIELD`: rows with this value of the field. */
export interface Group {
  readonly field: string;
  readonly value: Value;
}

/** A stretch as metrics see it. */
export function viewOf(side: Side, stretch: Stretch): View {
  const { world, partner } = side;
  const { zone, agreement } = world.frame;
  const rows = memory<readonly Row[]>();
  const at = (row: Row, dated: string | null): number =>
    (dated === null ? row.at : instantIn(row, dated, zone)) ?? Number.NEGATIVE_INFINITY;
  return {
    rows: (dataset, dated) =>
      rows.of(side, stretch, JSON.stringify([dataset, dated]), () =>
        rowsIn(side, stretch, dataset, dated, false),
      ),
    truth: (where, row) => truthOf(world, where, row, partner),
    metric: (name) => metricOf(world, name),
    dataset: (name) => datasetOf(world, name),
    at,
    fieldsRead: (dataset, reading) => fieldsRead(world.model, asking(side.standard, reading), dataset),
    reading: isReader(side.standard) ? "each metric" : "standard",
    refuse: world.refuse,
    coverage: (clock) => coverageIn(side, stretch, clock, false),
    spans(form) {
      if (stretch.kind === "rows") return [];
      const views: View[] = [];
      let first = spanStart(stretch.first, form.span, agreement.yearStarts);
      while (first < stretch.end) {
        const end = nextSpan(first, form.span, agreement.yearStarts);
        const isWhole = first >= stretch.first && end <= stretch.end;
        if (isWhole) views.push(viewOf(side, { kind: "days", first, end, assessed: end }));
        first = end;
      }
      return views;
    },
  };
}

/** A metric that something else than a standard reads is read by itself. */
const asking = (standard: StandardModel, reading: Reading): StandardModel =>
  typeof reading === "object" ? readerOf([reading.metric]) : standard;

/** The cases of a clock over a stretch: those left in, or those that exclusions removed. */
function coverageIn(side: Side, stretch: Stretch, clock: string, removed: boolean): Coverage {
  const { world, partner } = side;
  if (stretch.kind === "rows") throw new RangeError("a latest window has no time");
  const plan = world.model.clocks.find(({ name }) => name === clock);
  const cases = rowsByParty(world, clock, partner).filter((row) => side.removed.has(row) === removed);
  const [from, to] = [stretch.first, stretch.end].map((day) => startOfDay(world.frame.zone, day));
  const calendar =
    plan === undefined || plan.calendar === null ? null : world.calendar(plan.calendar, partner);
  return coverageOf(cases, { from: from ?? 0, to: to ?? 0 }, world.frame.asOf, calendar);
}

/** The cases that overlap a stretch and that exclusions removed. */
export const removedCases = (side: Side, stretch: Stretch, clock: string): readonly Row[] =>
  coverageIn(side, stretch, clock, true).cases;

/** The values of a group's field among rows, in no particular order. */
export const groupsAmong = (rows: readonly Row[], field: string): readonly Group[] =>
  distinct(rows.map((row) => cellOf(row, field))).map((value) => ({ field, value }));
