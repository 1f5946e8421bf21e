/**
 * When a case ran, for the reference (§3.4.8 to §3.4.15): the rows of a case, in order, become its start, its stops and
 * restarts, and the stretches in which it was paused.
 */

import type { ClockPlan, Literal, Trigger } from "@tenet-lang/evaluator";
import type { Value } from "./cells.ts";
import { constantOf, counts, order, type Sight } from "./conditions.ts";
import { cellOf } from "./parse.ts";
import type { History, Row } from "./row.ts";
import { type Stretch, without } from "./stretches.ts";

/** Thrown for a case that stops before it starts (§3.4.14). */
export class BadCase extends Error {}

/** The history of the rows of one case, oldest first; null where it has not started (§3.4.10). */
export function historyOf(
  clock: ClockPlan,
  rows: readonly Row[],
  asOf: number,
  zone: Sight["zone"],
): History | null {
  const states = carried(rows);
  const newest = rows[rows.length - 1];
  const start = startOf(clock.starts, rows, states, newest);
  if (start === null || start.at > asOf) return null;
  const runs =
    clock.stops.kind === "at"
      ? runsToField(clock.stops.field, start.at, newest)
      : runsOfLog(clock, rows, states, start);
  const last = runs[runs.length - 1];
  const stoppedAt = last === undefined || last.to > asOf ? null : last.to;
  const paused = pausesOf(clock, rows, states, zone);
  return {
    startedAt: start.at,
    stoppedAt,
    active: without(
      runs.map(({ from, to }) => ({ from, to: Math.min(to, asOf) })),
      paused,
    ),
    isPaused: stoppedAt === null && paused.some(({ from, to }) => from <= asOf && to > asOf),
  };
}

type State = ReadonlyMap<string, Value | null>;

/** §3.4.9: what a row does not say is as the row before it said. */
function carried(rows: readonly Row[]): readonly State[] {
  const states: State[] = [];
  for (const { values } of rows) {
    const before = states[states.length - 1] ?? new Map<string, Value | null>();
    states.push(new Map([...values].map(([field, value]) => [field, value ?? before.get(field) ?? null])));
  }
  return states;
}

/** §3.4.8: the places of the rows at which a field becomes a value. */
function changes(states: readonly State[], field: string, value: Literal): readonly number[] {
  const wanted = constantOf(value);
  const isThere = (state: State | undefined): boolean => {
    const found = state?.get(field) ?? null;
    return found !== null && wanted !== null && order(found, wanted) === 0;
  };
  return [...states.keys()].filter((at) => isThere(states[at]) && !isThere(states[at - 1]));
}

interface Start {
  readonly at: number;
  /** Place of the first row from it on. */
  readonly row: number;
}

function startOf(
  trigger: Trigger,
  rows: readonly Row[],
  states: readonly State[],
  newest: Row | undefined,
): Start | null {
  if (trigger.kind === "at") {
    const at = instantOf(newest, trigger.field);
    const row = rows.findIndex((one) => one.at !== null && at !== null && one.at >= at);
    return at === null ? null : { at, row: row < 0 ? rows.length : row };
  }
  const [row] = changes(states, trigger.field, trigger.value);
  const at = row === undefined ? null : (rows[row]?.at ?? null);
  return row === undefined || at === null ? null : { at, row };
}

function instantOf(row: Row | undefined, field: string): number | null {
  const value = row === undefined ? null : cellOf(row, field);
  return value !== null && typeof value === "object" && "instant" in value ? value.instant : null;
}

/** Runs end at a stop; the last may never end. */
const never = Number.POSITIVE_INFINITY;

function runsToField(field: string, from: number, newest: Row | undefined): readonly Stretch[] {
  const to = instantOf(newest, field) ?? never;
  if (to < from) throw new BadCase("it stops before it starts");
  return [{ from, to }];
}

/** §3.4.11, §3.4.12: from the starting row on, a stop ends a run and a restart begins the next. */
function runsOfLog(
  { stops, restarts }: ClockPlan,
  rows: readonly Row[],
  states: readonly State[],
  start: Start,
): readonly Stretch[] {
  if (stops.kind === "at") return [];
  const at = (row: number): number => rows[row]?.at ?? Number.NaN;
  const stopping = changes(states, stops.field, stops.value);
  if (stopping.some((row) => at(row) < start.at)) throw new BadCase("it stops before it starts");
  const later = stopping.filter((row) => row >= start.row);
  if (stops.last)
    return [{ from: start.at, to: later.length === 0 ? never : at(later[later.length - 1] ?? 0) }];
  const restarting = restarts.flatMap(({ field, value }) => changes(states, field, value));
  const runs: Stretch[] = [];
  let from: number | null = start.at;
  for (let row = start.row; row < rows.length; row += 1) {
    if (from !== null && later.includes(row)) {
      runs.push({ from, to: at(row) });
      from = null;
    } else if (from === null && restarting.includes(row)) from = at(row);
  }
  return from === null ? runs : [...runs, { from, to: never }];
}

/** §3.4.15: from each row at which the condition is true until the next row. */
function pausesOf(
  { pauses }: ClockPlan,
  rows: readonly Row[],
  states: readonly State[],
  zone: Sight["zone"],
): readonly Stretch[] {
  if (pauses === null) return [];
  return rows.flatMap((row, at) => {
    const sight: Sight = {
      zone,
      field: (name) => states[at]?.get(name) ?? null,
      partner: () => null,
      metric: () => null,
      has: () => false,
    };
    return counts(pauses, sight) ? [{ from: row.at ?? never, to: rows[at + 1]?.at ?? never }] : [];
  });
}
