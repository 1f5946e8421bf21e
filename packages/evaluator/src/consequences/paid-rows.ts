/**
 * Rows that a credit or bonus pays for, added up while they stream past (SPEC §3.7.13, §3.7.18).
 *
 * Which band pays for a row depends on its conditions, which are asked as it passes, and on verdicts, which are known
 * only afterwards. So rows are added up by which of the conditions hold, in windows so short that each lies in one
 * window of every standard that is asked about. No row is kept.
 */
import type { GivesPlan, MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { ceilDivide, exact, SAFE } from "../exact/ratio.ts";
import type { Asking } from "../measure/addition.ts";
import { exactAt } from "../measure/conditions.ts";
import { fieldType } from "../measure/metric-measure.ts";
import { needOfCondition, type Walk } from "../measure/needed.ts";
import type { Run, Table } from "../measure/run.ts";
import { fieldIndex, microsPer, scaleOf } from "../measure/scale.ts";
import { columnReader } from "../measure/table.ts";
import { TRUE } from "../measure/truth.ts";
import type { UnitSpec } from "../measure/unit-spec.ts";
import { type DaySpan, nextSpan, spanAround } from "../time/spans.ts";
import type { TimeFrame } from "../time/windows.ts";
import { openingDaysReader } from "./opening-days.ts";
import { periodsGiven } from "./periods.ts";
import type { FindingPeriod, PaidRows, Reading } from "./reading.ts";

type Plan = MoneyPlan<RuleName>;
type Gives = GivesPlan<RuleName>;

/** The rows of a dataset that are paid for, of a party in a period. */
export type PaidReader = (dataset: string, party: number, days: DaySpan) => readonly PaidRows[];

/** The dataset whose rows a `gives` is put to; null where it is not put to rows. */
export function datasetOf({ rows }: Plan, { times }: Gives): string | null {
  return rows ?? (times.kind === "started" ? times.dataset : null);
}

/** The datasets and clocks whose rows are paid for. */
export function datasetsPaid(plan: Plan): readonly string[] {
  return plan.gives.flatMap((gives) => datasetOf(plan, gives) ?? []);
}

/** The rows that are paid for in a period, and in no other version's (SPEC §4.8.6). */
export function rowsPaid(
  dataset: string,
  { plan, reading, period, isOwnDay }: PaidPeriod,
): readonly PaidRows[] {
  return reading.paid(plan.name, dataset, period.days).filter(({ day }) => isOwnDay(day));
}

/** A period of a declaration, as far as rows are paid for in it. */
interface PaidPeriod {
  readonly plan: Plan;
  readonly reading: Reading;
  readonly period: FindingPeriod;
  readonly isOwnDay: (day: number) => boolean;
}

/** Takes down what the rows paid for need. */
export function needOfPaid(plan: Plan, walk: Walk): void {
  for (const gives of plan.gives) {
    const dataset = datasetOf(plan, gives);
    if (dataset === null) continue;
    walk.refer(dataset);
    walk.need(dataset);
    if (gives.where !== null) needOfCondition(gives.where, dataset, walk);
    if (gives.amount.kind === "percent" && gives.amount.of.kind === "row")
      walk.need(dataset, gives.amount.of.field);
    if (gives.times.kind === "started") walk.need(dataset, gives.times.field);
  }
}

/** Names what is added up; the answer may be asked once the rows are read. */
export function paidReader(plan: Plan, bundle: Bundle, asking: Asking): PaidReader {
  const stretches = stretchesOf(plan, bundle, asking.run.frame);
  const windows = asking.daySet(stretches);
  const adding = new Map(
    [...new Set(datasetsPaid(plan))].map((dataset) => {
      const scales = plan.gives.map((gives) => BigInt(scaleOfGives(gives, dataset, asking.run)));
      const added: Added = new Map();
      asking.unit(specOf(plan, dataset, added), windows, plan.excluding);
      return [dataset, { added, scales }] as const;
    }),
  );
  return (dataset, party, days) => {
    const found = adding.get(dataset);
    if (found === undefined) return [];
    return stretches.flatMap(({ start, end }, index) => {
      if (start < days.start || end > days.end) return [];
      const ofCell = found.added.get(party * stretches.length + index);
      return [...(ofCell?.values() ?? [])].map((group) => paidRows(group, start, found.scales));
    });
  };
}

/** Rows by cell, and by which conditions hold and which values are missing. */
type Added = Map<number, Map<string, RowGroup>>;

interface RowGroup {
  readonly isOpen: boolean;
  /** By `gives`, in the order written. */
  readonly holds: readonly boolean[];
  readonly sums: readonly Sum[];
  rows: number;
}

/** A sum of whole numbers: what doubles do not hold is in `large`. */
interface Sum {
  readonly isMissing: boolean;
  small: number;
  large: bigint;
}

function paidRows({ isOpen, holds, sums, rows }: RowGroup, day: number, scales: readonly bigint[]): PaidRows {
  const added = sums.map(({ isMissing, small, large }, index) =>
    isMissing ? null : exact(BigInt(small) + large, scales[index] ?? 1n),
  );
  return { day, isOpen, holds, rows, sums: added };
}

/**
 * The periods, cut where a window of a standard that is asked about begins, and into days where other versions are in
 * force on some of them: their windows may begin and end on any day, and their periods may pay for the rows of any.
 */
function stretchesOf(plan: Plan, bundle: Bundle, frame: TimeFrame): readonly DaySpan[] {
  const names = new Set(
    plan.rows === null ? [] : plan.gives.flatMap(({ verdicts }) => verdicts.map(({ name }) => name)),
  );
  const standards = bundle.standards.filter(({ name }) => names.has(name));
  const units = standards.flatMap(({ measured: [line] }) => {
    if (line?.window.kind === "calendar") return [line.window.span];
    // Years of partners begin on any day.
    return line?.window.kind === "partner_year" ? (["day"] as const) : [];
  });
  return periodsGiven(plan, frame).flatMap(({ days }) => {
    const cuts = new Set([days.start, days.end]);
    const around = units.map((unit) => spanAround(unit, days.start, frame.yearStarts).start);
    const reach = { start: Math.min(days.start, ...around), end: days.end };
    for (const unit of isOurs(reach, frame) ? units : (["day"] as const)) {
      for (
        let span = spanAround(unit, days.start, frame.yearStarts);
        span.start < days.end;
        span = nextSpan(unit, span, frame.yearStarts)
      ) {
        if (span.start > days.start) cuts.add(span.start);
      }
    }
    const borders = [...cuts].sort((a, b) => a - b);
    return borders.slice(1).map((end, index) => ({ start: borders[index] ?? end, end }));
  });
}

/** Is this version in force on all of the days, those of the windows that reach into a period included? */
function isOurs({ start, end }: DaySpan, { seasons }: TimeFrame): boolean {
  if (seasons.bundleOn === undefined) return true;
  for (let day = start; day < end; day += 1) if (!seasons.isInForce(day)) return false;
  return true;
}

function specOf(plan: Plan, dataset: string, added: Added): UnitSpec {
  return {
    dataset,
    dated: null,
    group: null,
    countsAtMost: null,
    measure: {
      kind: "own",
      key: `${plan.kind} ${plan.name}`,
      where: null,
      taker(table, testOf) {
        // What is put to rows of another dataset is not asked here.
        const own = plan.gives.map((gives) => (datasetOf(plan, gives) === dataset ? gives : null));
        const tests = own.map((gives) => testOf(plan.rows === null ? null : (gives?.where ?? null), table));
        const values = own.map((gives) => (gives === null ? noValue : valueReader(gives, table)));
        const isOpen = (row: number): boolean => Number.isNaN(table.cases?.facts[row]?.stoppedAt ?? 0);
        return (row, cell) => {
          const holds = tests.map((test) => test(row) === TRUE);
          const found = values.map((value) => value(row));
          addTo(groupAt(added, cell, isOpen(row), holds, found), found);
          return false;
        };
      },
    },
  };
}

type Found = readonly (number | bigint | null)[];

function groupAt(
  added: Added,
  cell: number,
  isOpen: boolean,
  holds: readonly boolean[],
  found: Found,
): RowGroup {
  const ofCell = added.get(cell) ?? new Map<string, RowGroup>();
  added.set(cell, ofCell);
  let key = isOpen ? "open " : "";
  for (const isSo of holds) key += isSo ? "1" : "0";
  for (const value of found) key += value === null ? "-" : "+";
  const known = ofCell.get(key);
  if (known !== undefined) return known;
  const sums = found.map((value) => ({ isMissing: value === null, small: 0, large: 0n }));
  const group = { isOpen, holds, sums, rows: 0 };
  ofCell.set(key, group);
  return group;
}

function addTo(group: RowGroup, found: Found): void {
  group.rows += 1;
  group.sums.forEach((sum, index) => {
    const value = found[index] ?? 0;
    const after = typeof value === "number" ? sum.small + value : Number.NaN;
    if (Math.abs(after) <= SAFE) sum.small = after;
    else sum.large += BigInt(value);
  });
}

const noValue: ValueReader = () => 0;

/** A whole number of a row: big where doubles do not hold it, null where it is missing. */
type ValueReader = (row: number) => number | bigint | null;

/** What a row adds: its base, its started units, both multiplied, or itself. */
function valueReader(gives: Gives, table: Table): ValueReader {
  const base = baseReader(gives, table);
  const units = unitsReader(gives, table);
  if (units === null) return base ?? (() => 1);
  if (base === null) return units;
  return (row) => {
    const [first, second] = [base(row), units(row)];
    return first === null || second === null ? null : BigInt(first) * BigInt(second);
  };
}

/** The money that a percentage is of, where it is the row's own. */
function baseReader({ amount }: Gives, table: Table): ValueReader | null {
  if (amount.kind !== "percent" || amount.of.kind !== "row") return null;
  return wholeReader(amount.of.field, table);
}

/** The whole number in a column. */
function wholeReader(field: string, table: Table): ValueReader {
  const read = columnReader(table, field);
  const index = fieldIndex(table.plan.fields, field);
  return (row) => {
    const value = read(row);
    if (Number.isNaN(value)) return null;
    return Number.isFinite(value) ? value : exactAt(table.view, index, row);
  };
}

/** Units of the field that have begun; null where the amount does not go by them. */
function unitsReader({ times }: Gives, table: Table): ValueReader | null {
  if (times.kind !== "started") return null;
  const { field, unit, openingDays } = times;
  const read = wholeReader(field, table);
  const days = openingDays ? openingDaysReader(field, table) : null;
  const micros = BigInt(microsPer(unit));
  return (row) => {
    const value = read(row);
    if (value === null) return null;
    if (value <= 0) return 0;
    return days === null ? ceilDivide(BigInt(value), micros) : days(row);
  };
}

/** What one of the amount's units is in the sum. */
function scaleOfGives({ amount }: Gives, dataset: string, run: Run): number {
  return amount.kind === "percent" && amount.of.kind === "row"
    ? scaleOf(fieldType(run, dataset, amount.of.field))
    : 1;
}
