/**
 * When a case ran: its start, its stops and restarts, and the stretches between them that no pause holds
 * (SPEC §3.4.8 to §3.4.15).
 *
 * A case is read from its rows in order of time; one without a log has one row. A row changes at most one thing: a
 * running case may stop there, a stopped one may start again.
 */
import type { CaseHistory } from "../measure/cases.ts";

/** A case that never started, or one that stops before it starts. */
export type NoHistory = "not started" | "stopped before start";

/** A trigger: the instant of a field (NaN where it is missing), or the changes into a value. */
export type CaseTrigger =
  | { readonly kind: "at"; readonly instant: number }
  /** Places among the rows at which the change happens, ascending. */
  | { readonly kind: "becomes"; readonly changes: readonly number[]; readonly last: boolean };

/** The rows of a case, in order. */
export interface CaseRows {
  readonly dates: readonly number[];
  /** By row: does a pause hold from there to the next row? */
  readonly paused: readonly boolean[];
  readonly starts: CaseTrigger;
  readonly stops: CaseTrigger;
  /** Places at which a stopped case starts again. */
  readonly restarts: ReadonlySet<number>;
}

/** What the rows up to `as of` say of a case. */
export function caseHistory(rows: CaseRows, asOf: number): CaseHistory | NoHistory {
  const { dates, starts } = rows;
  const first = starts.kind === "at" ? null : (starts.changes[0] ?? null);
  const startedAt = starts.kind === "at" ? starts.instant : first === null ? Number.NaN : (dates[first] ?? 0);
  if (!(startedAt <= asOf)) return "not started";
  if (isStoppedBefore(rows, startedAt)) return "stopped before start";
  const from = first ?? firstPlace(dates, startedAt);
  const { stoppedAt, runs } = runsOf(rows, startedAt, from, asOf);
  const isStopped = !Number.isNaN(stoppedAt);
  return {
    startedAt,
    stoppedAt,
    isPaused: !isStopped && rows.paused[rows.paused.length - 1] === true,
    ran: withoutPauses(runs, rows),
  };
}

function firstPlace(dates: readonly number[], instant: number): number {
  const found = dates.findIndex((date) => date >= instant);
  return found < 0 ? dates.length : found;
}

function isStoppedBefore({ stops, dates }: CaseRows, startedAt: number): boolean {
  if (stops.kind === "at") return stops.instant < startedAt;
  return stops.changes.some((place) => (dates[place] ?? 0) < startedAt);
}

/** From the start to the stop, and from restart to stop: from, to, from, to, … */
interface Runs {
  readonly stoppedAt: number;
  readonly runs: readonly number[];
}

function runsOf(rows: CaseRows, startedAt: number, from: number, asOf: number): Runs {
  const { stops, dates } = rows;
  if (stops.kind === "becomes" && !stops.last)
    return changingRuns(rows, stops.changes, startedAt, from, asOf);
  const last = stops.kind === "at" ? null : stops.changes.filter((place) => place >= from).pop();
  const stop = stops.kind === "at" ? stops.instant : (dates[last ?? -1] ?? Number.NaN);
  return stop <= asOf
    ? { stoppedAt: stop, runs: [startedAt, stop] }
    : { stoppedAt: Number.NaN, runs: [startedAt, asOf] };
}

/** A stop at every first change, and a new run at every restart. */
function changingRuns(
  { dates, restarts }: CaseRows,
  stops: readonly number[],
  startedAt: number,
  from: number,
  asOf: number,
): Runs {
  const isStop = new Set(stops);
  const runs = [startedAt];
  let stoppedAt = Number.NaN;
  for (let place = from; place < dates.length; place += 1) {
    const isRunning = Number.isNaN(stoppedAt);
    const date = dates[place] ?? 0;
    if (isRunning ? !isStop.has(place) : !restarts.has(place)) continue;
    stoppedAt = isRunning ? date : Number.NaN;
    runs.push(date);
  }
  return { stoppedAt, runs: Number.isNaN(stoppedAt) ? [...runs, asOf] : runs };
}

/** Cuts the pauses out; before the first row nothing is paused. */
function withoutPauses(runs: readonly number[], { dates, paused }: CaseRows): readonly number[] {
  if (!paused.includes(true)) return withoutEmpty(runs);
  const found: number[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    const [from, to] = [runs[at] ?? 0, runs[at + 1] ?? 0];
    let open = from;
    for (const [place, date] of dates.entries()) {
      if (paused[place] !== true) continue;
      const until = dates[place + 1] ?? Number.POSITIVE_INFINITY;
      if (until <= open || date >= to) continue;
      if (date > open) found.push(open, date);
      open = Math.min(until, to);
    }
    if (open < to) found.push(open, to);
  }
  return found;
}

function withoutEmpty(runs: readonly number[]): readonly number[] {
  return runs.filter((instant, at) =>
    at % 2 === 0 ? instant < (runs[at + 1] ?? 0) : instant > (runs[at - 1] ?? 0),
  );
}
