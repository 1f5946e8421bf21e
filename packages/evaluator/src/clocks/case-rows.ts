/**
 * The rows of each case, and what happens at them (SPEC §3.4.2, §3.4.3, §3.4.8, §3.4.9).
 *
 * Triggers and pauses read a copy of the log's columns in which a missing value is that of the row before it. The
 * order of rows within a case must be certain as far as it matters: rows that tie and differ in what the clock reads
 * are an error of the whole file.
 */
import type { ClockPlan, Trigger } from "../bundle/clock-plan.ts";
import type { Condition } from "../bundle/condition-plan.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import { reportFatal } from "../columns/read-tally.ts";
import { NOBODYS, USED } from "../measure/fates.ts";
import { needOfCondition } from "../measure/needed.ts";
import type { Table } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { columnReader, identityReader, orderReader, partnersReader } from "../measure/table.ts";
import { type RowTest, TRUE } from "../measure/truth.ts";
import type { ConditionMaker } from "../measure/unit-spec.ts";
import type { CaseRows, CaseTrigger } from "./case-history.ts";

export interface CaseReader {
  /** Rows of a log that belong to no case. */
  readonly withoutKey: number;
  /** Calls back for every case with its (newest) row and all that happens to it. */
  each(visit: (row: number, rows: CaseRows) => void): void;
}

/** Reads the cases of a clock; `wanted` are the fields of its cases that something reads. */
export function caseReader(
  clock: ClockPlan,
  on: Table,
  wanted: ReadonlySet<string>,
  testOf: ConditionMaker["testOf"],
): CaseReader {
  if (clock.by === null) return { withoutKey: 0, each: (visit) => eachRow(clock, on, visit) };
  const { byKey, withoutKey } = rowsByKey(on, clock.by);
  return {
    withoutKey,
    each(visit) {
      const order = rowOrder(on);
      const log = logReader(clock, on, testOf);
      const checkTies = tieCheck(clock, on, order, wanted);
      for (const rows of byKey.values()) {
        rows.sort(order);
        checkTies(rows);
        visit(rows[rows.length - 1] ?? 0, log(rows));
      }
    },
  };
}

/** A case for each row. */
function eachRow(clock: ClockPlan, on: Table, visit: (row: number, rows: CaseRows) => void): void {
  const starts = columnReader(on, clock.starts.field);
  const stops = columnReader(on, clock.stops.field);
  for (let row = 0; row < on.store.length; row += 1) {
    if (!isRead(on, row)) continue;
    visit(row, {
      ...NO_LOG,
      starts: { kind: "at", instant: starts(row) },
      stops: { kind: "at", instant: stops(row) },
    });
  }
}

const NO_LOG = { dates: [], paused: [], restarts: new Set<number>() } as const;

function isRead(on: Table, row: number): boolean {
  return on.fates[row] === USED || on.fates[row] === NOBODYS;
}

function rowsByKey(
  on: Table,
  name: string,
): { readonly byKey: ReadonlyMap<number | bigint, number[]>; readonly withoutKey: number } {
  const key = identityReader(on, name);
  const date = columnReader(on, dateField(on.plan));
  const byKey = new Map<number | bigint, number[]>();
  let withoutKey = 0;
  for (let row = 0; row < on.store.length; row += 1) {
    if (!isRead(on, row)) continue;
    const value = key(row);
    if (Number.isNaN(value) || Number.isNaN(date(row))) {
      withoutKey += 1;
      continue;
    }
    const rows = byKey.get(value);
    if (rows === undefined) byKey.set(value, [row]);
    else rows.push(row);
  }
  return { byKey, withoutKey };
}

/** A log is dated by a field of its own. */
function dateField({ dated }: DatasetPlan): string {
  return dated?.kind === "field" ? dated.field : "";
}

function rowOrder(on: Table): (a: number, b: number) => number {
  const { dated } = on.plan;
  return orderReader(on, dateField(on.plan), dated?.kind === "field" ? dated.then : null);
}

/** Reads what happens at the ordered rows of a case. */
function logReader(
  clock: ClockPlan,
  on: Table,
  testOf: ConditionMaker["testOf"],
): (rows: readonly number[]) => CaseRows {
  const { table, carry } = carried(on, logFields(clock));
  const date = columnReader(on, dateField(on.plan));
  const triggerOf = (trigger: Trigger): ((rows: readonly number[]) => CaseTrigger) => {
    if (trigger.kind === "at") {
      const read = columnReader(on, trigger.field);
      return (rows) => ({ kind: "at", instant: read(rows[rows.length - 1] ?? 0) });
    }
    const test = testOf(becoming(trigger), table);
    return (rows) => ({ kind: "becomes", changes: changesOf(rows, test), last: trigger.last });
  };
  const [starts, stops] = [triggerOf(clock.starts), triggerOf(clock.stops)];
  const restarts = clock.restarts.map((trigger) => testOf(becoming(trigger), table));
  const pauses = clock.pauses === null ? null : testOf(clock.pauses, table);
  return (rows) => {
    carry(rows);
    return {
      dates: rows.map(date),
      paused: pauses === null ? [] : rows.map((row) => pauses(row) === TRUE),
      starts: starts(rows),
      stops: stops(rows),
      restarts: new Set(restarts.flatMap((test) => changesOf(rows, test))),
    };
  };
}

function becoming({ field, value }: Trigger & { readonly kind: "becomes" }): Condition {
  return { kind: "compare", left: { kind: "field", name: field }, operator: "is", right: [value] };
}

/** Places at which a test begins to hold. */
function changesOf(rows: readonly number[], test: RowTest): readonly number[] {
  const found: number[] = [];
  let before = false;
  for (const [place, row] of rows.entries()) {
    const holds = test(row) === TRUE;
    if (holds && !before) found.push(place);
    before = holds;
  }
  return found;
}

/** Fields of a log in which a missing value is that of the row before. */
function logFields(clock: ClockPlan): ReadonlySet<string> {
  const found = new Set<string>();
  for (const trigger of [clock.starts, clock.stops, ...clock.restarts]) {
    if (trigger.kind === "becomes") found.add(trigger.field);
  }
  if (clock.pauses !== null) fieldsOfCondition(clock.pauses, clock.on, found);
  return found;
}

function fieldsOfCondition(condition: Condition, dataset: string, found: Set<string>): void {
  needOfCondition(condition, dataset, {
    need: (_, ...names) => {
      for (const name of names) found.add(name);
    },
    store: () => undefined,
    refer: () => undefined,
  });
}

/** The table with columns of its own for some fields, and what fills their gaps along the rows of a case. */
function carried(
  on: Table,
  names: ReadonlySet<string>,
): { readonly table: Table; readonly carry: (rows: readonly number[]) => void } {
  const places = [...names].map((name) => fieldIndex(on.plan.fields, name));
  const columns = on.view.columns.map((column, index) =>
    places.includes(index) ? (column?.slice() ?? null) : column,
  );
  const big = new Map([...(on.view.big ?? [])].map(([index, cells]) => [index, new Map(cells)]));
  const own = places.map((index) => ({ column: columns[index] ?? null, big: big.get(index) ?? null }));
  const view = { columns, big: on.view.big === null ? null : big, partnerRow: -1 };
  return {
    table: { ...on, view },
    carry(rows) {
      for (const { column, big } of own) if (column !== null) carryDown(rows, column, big);
    },
  };
}

function carryDown(rows: readonly number[], column: Float64Array, big: Map<number, bigint> | null): void {
  for (let place = 1; place < rows.length; place += 1) {
    const [row, before] = [rows[place] ?? 0, rows[place - 1] ?? 0];
    if (!Number.isNaN(column[row])) continue;
    column[row] = column[before] ?? Number.NaN;
    const exact = big?.get(before);
    if (exact !== undefined) big?.set(row, exact);
  }
}

/** Reports rows of a case whose order cannot be told and matters. */
function tieCheck(
  clock: ClockPlan,
  on: Table,
  order: (a: number, b: number) => number,
  wanted: ReadonlySet<string>,
): (rows: readonly number[]) => void {
  const fields = fieldsRead(clock);
  const always = readersOf(on, fields);
  const ofNewest = readersOf(on, new Set([...wanted].filter((name) => !fields.has(name))));
  const partners = partnersReader(on);
  const partnersOf = (row: number): string => [...partners(row)].sort((a, b) => a - b).join(" ");
  const tiedWithNext = tieTest(on, order);
  const differingNewest = (a: number, b: number): string | null =>
    differing(ofNewest, a, b) ?? (partnersOf(a) === partnersOf(b) ? null : PARTNER);
  return (rows) => {
    // Walked from the newest, so that the rows that tie with it come first.
    let isNewest = true;
    for (let place = rows.length - 1; place > 0; place -= 1) {
      const [a, b] = [rows[place - 1] ?? 0, rows[place] ?? 0];
      if (!tiedWithNext(rows, place - 1)) {
        isNewest = false;
        continue;
      }
      const field = differing(always, a, b) ?? (isNewest ? differingNewest(a, b) : null);
      if (field !== null) refuseTie(on, a, b, field);
    }
  };
}

/** Stands for the partner where rows differ in it. */
const PARTNER = "";

/** Fields of a log that its clock reads. */
function fieldsRead(clock: ClockPlan): ReadonlySet<string> {
  const fields = new Set(logFields(clock));
  for (const trigger of [clock.starts, clock.stops]) fields.add(trigger.field);
  if (clock.due?.kind === "at") fields.add(clock.due.field);
  for (const { where } of clock.due?.kind === "within" ? clock.due.rows : []) {
    if (where !== null) fieldsOfCondition(where, clock.on, fields);
  }
  return fields;
}

/**
 * Does a row tie with the next one? Rows of one instant do if they have the same second key; where one of them has
 * none, which is then the first, nothing orders any of them (SPEC §3.2.13).
 */
function tieTest(
  on: Table,
  order: (a: number, b: number) => number,
): (rows: readonly number[], place: number) => boolean {
  const { dated } = on.plan;
  const date = columnReader(on, dateField(on.plan));
  const then = dated?.kind === "field" ? dated.then : null;
  const second = then === null ? null : identityReader(on, then);
  return (rows, place) => {
    const [a, b] = [rows[place] ?? 0, rows[place + 1] ?? 0];
    if (date(a) !== date(b)) return false;
    if (second === null || order(a, b) === 0) return true;
    let first = place;
    while (first > 0 && date(rows[first - 1] ?? 0) === date(a)) first -= 1;
    return Number.isNaN(second(rows[first] ?? 0));
  };
}

type NamedReader = readonly [name: string, read: (row: number) => number | bigint];

function readersOf(on: Table, names: ReadonlySet<string>): readonly NamedReader[] {
  return [...names]
    .filter((name) => fieldIndex(on.plan.fields, name) >= 0)
    .map((name) => [name, identityReader(on, name)] as const);
}

function differing(readers: readonly NamedReader[], a: number, b: number): string | null {
  // `Object.is` holds two missing values equal.
  return readers.find(([, read]) => !Object.is(read(a), read(b)))?.[0] ?? null;
}

function refuseTie(on: Table, a: number, b: number, field: string): void {
  const lines = [on.lineOf(a), on.lineOf(b)].sort((x, y) => x - y);
  reportFatal(on.tally, {
    code: "TEN4035",
    source: on.plan.source,
    row: lines[0] ?? null,
    column: field === PARTNER ? null : field,
    value: null,
    message: `rows ${lines.join(" and ")} of one case share an instant and differ in ${field === PARTNER ? "their partner" : `\`${field}\``}, so it cannot be told which came later; say \`dated … then …\``,
  });
}
