/**
 * The cases of a clock, for the reference (§3.4.1 to §3.4.7, §4.7.13): rows that share a key, or each row by itself,
 * become rows of a dataset of their own.
 */

import type { ClockPlan, DatasetPlan, DurationUnit, FieldPlan, FieldType } from "@tenet-lang/evaluator";
import { OutsideTable } from "./calendars.ts";
import { BadCase, historyOf } from "./case-history.ts";
import { termsOf } from "./case-terms.ts";
import { microsPer, type Value } from "./cells.ts";
import { textOrder } from "./conditions.ts";
import { age, cellOf, instantIn, sameValue } from "./parse.ts";
import { distinct, sameAge, sameOrMissing } from "./populations.ts";
import { rational } from "./rational.ts";
import { fieldsOf } from "./reads.ts";
import type { History, Row, Terms } from "./row.ts";
import { datasetOf, sightOf, type World } from "./views.ts";

/** The account of a clock's cases (§7.7). */
export interface ClockAccount {
  readonly clock: string;
  readonly cases: number;
  readonly used: number;
  readonly nobodys: number;
  readonly setAside: number;
  readonly met: number | null;
  readonly missed: number | null;
  readonly pending: number | null;
  readonly notStarted: number;
  readonly undated: number;
  readonly withoutKey: number;
  readonly paused: number;
  readonly pausedKeys: readonly string[];
}

export interface Cases {
  /** Cases whose fate is used or nobody's; the used have partners, where the dataset has. */
  readonly rows: readonly Row[];
  readonly used: readonly Row[];
  readonly account: ClockAccount;
}

/** Is a field of a clock read by some standard? */
type IsRead = (clock: string, field: string) => boolean;

/** Makes the cases of one clock; `bad` is told of those that are set aside. */
export function makeCases(
  clock: ClockPlan,
  world: World,
  isRead: IsRead,
  bad: (row: Row, reason: string) => void,
): Cases {
  const on = datasetOf(world, clock.on);
  const read = world.tables.readable.get(clock.on) ?? [];
  const usable =
    clock.by === null ? read : read.filter((row) => row.at !== null && cellOf(row, clock.by ?? "") !== null);
  const groups = clock.by === null ? read.map((row) => [row]) : histories(usable, clock.by);
  for (const group of groups) refuseTies(clock, on, group, world, isRead);
  let [notStarted, setAside] = [0, 0];
  const rows = groups.flatMap((group): Row[] => {
    const source = group[group.length - 1] as Row;
    try {
      const made = caseOf(clock, on, group, source, world);
      if (made === null) notStarted += 1;
      return made === null ? [] : [made];
    } catch (error) {
      if (!(error instanceof BadCase || error instanceof OutsideTable)) throw error;
      bad(source, error.message);
      setAside += 1;
      return [];
    }
  });
  const used = rows.filter((row) => on.partner === null || row.partners.length > 0);
  const count = (verdict: string): number | null =>
    clock.due === null ? null : used.filter(({ facts }) => facts?.verdict === verdict).length;
  const paused = used.filter(({ facts }) => facts?.isPaused);
  return {
    rows,
    used,
    account: {
      clock: clock.name,
      cases: rows.length + setAside,
      used: used.length,
      nobodys: rows.length - used.length,
      setAside,
      ...{ met: count("met"), missed: count("missed"), pending: count("pending") },
      notStarted,
      undated: used.filter(({ at }) => at === null).length,
      withoutKey: read.length - usable.length,
      paused: paused.length,
      pausedKeys: keysOf(paused, clock.by ?? on.key, on),
    },
  };
}

/** Rows by their key, each list from the oldest to the newest. */
const histories = (rows: readonly Row[], by: string): readonly (readonly Row[])[] =>
  distinct(rows.map((row) => cellOf(row, by))).map((key) =>
    rows
      .filter((row) => sameValue(cellOf(row, by), key))
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || age(a.second, b.second)),
  );

/**
 * §3.4.3: tied rows must not differ in what the clock reads; the newest neither in the partner nor in a field of the
 * case that is read.
 */
function refuseTies(
  clock: ClockPlan,
  on: DatasetPlan,
  rows: readonly Row[],
  { refuse }: World,
  isRead: IsRead,
): void {
  const own = fieldsOf(clock);
  const all = on.fields
    .map(({ name }) => name)
    .filter((field) => own.includes(field) || isRead(clock.name, field));
  const newest = rows[rows.length - 1];
  const ties = (a: Row, b: Row): boolean => a.at === b.at && sameAge(a, b);
  const differ = (a: Row, b: Row, fields: readonly string[]): boolean =>
    fields.some((field) => !sameOrMissing(cellOf(a, field), cellOf(b, field)));
  const unclear = rows.flatMap((row, at) =>
    rows.slice(at + 1).filter((other) => {
      if (!ties(row, other)) return false;
      const areNewest = newest !== undefined && (other === newest || ties(other, newest));
      const samePartner = [...row.partners].sort().join("\n") === [...other.partners].sort().join("\n");
      return differ(row, other, areNewest ? all : own) || (areNewest && !samePartner);
    }),
  );
  if (unclear.length > 0) refuse(unclear, "rows of one case share an instant and differ");
}

function caseOf(
  clock: ClockPlan,
  on: DatasetPlan,
  rows: readonly Row[],
  source: Row,
  world: World,
): Row | null {
  const { zone, asOf } = world.frame;
  const history = historyOf(clock, rows, asOf, zone);
  if (history === null) return null;
  const [partner = null] = source.partners;
  const calendars = {
    counting: clock.calendar === null ? null : world.calendar(clock.calendar, partner),
    lengths:
      clock.due?.kind === "within" && clock.due.calendar !== null
        ? world.calendar(clock.due.calendar, partner)
        : null,
  };
  const terms = termsOf(clock, history, asOf, sightOf(world, source, partner), calendars);
  const values = new Map([...source.values, ...ownValues(clock, history, terms)]);
  const isDecided = terms.verdict !== "pending" && !(clock.due === null && history.stoppedAt === null);
  const row: Row = {
    dataset: clock.name,
    line: source.line,
    values,
    at: null,
    second: null,
    partners: source.partners,
    facts: { ...history, ...terms, source, isDecided },
  };
  row.at = instantIn(row, clock.dated, zone);
  return on.partner === null ? { ...row, partners: [] } : row;
}

/** The fields that a clock makes (§3.4.5). */
function ownValues(
  clock: ClockPlan,
  history: History,
  terms: Terms,
): readonly (readonly [string, Value | null])[] {
  const instant = (at: number | null): Value | null => (at === null ? null : { instant: at });
  const time = (micros: number | null): Value | null =>
    micros === null
      ? null
      : { ...rational(micros, microsPer(clock.unit)), unitMicros: microsPer(clock.unit) };
  const always = [
    ["started_at", instant(history.startedAt)],
    ["stopped_at", instant(history.stoppedAt)],
    ["elapsed", time(terms.elapsed)],
  ] as const;
  if (clock.due === null) return always;
  return [
    ...always,
    ["due_at", instant(terms.dueAt)],
    ["overdue", time(terms.overdue)],
    ["verdict", terms.verdict],
  ];
}

/** The first twenty keys, in code-point order; none of a personal key. */
function keysOf(rows: readonly Row[], key: string | null, on: DatasetPlan): readonly string[] {
  const isPersonal = on.fields.some(({ name, personal }) => name === key && personal);
  if (key === null || isPersonal) return [];
  return rows
    .map((row) => String(cellOf(row, key)))
    .sort(textOrder)
    .slice(0, 20);
}

/** A clock as the dataset of its cases. */
export function caseDataset(clock: ClockPlan, on: DatasetPlan): DatasetPlan {
  const field = (name: string, type: FieldType): FieldPlan => ({
    name,
    type,
    optional: true,
    personal: false,
    columns: [name],
    origin: clock.origin,
  });
  const time = (unit: DurationUnit): FieldType => ({ kind: "duration", unit, written: null });
  const timestamp: FieldType = { kind: "timestamp", written: null };
  const members = ["met", "missed", "pending"].map((name) => ({ name, written: name }));
  const always = [
    field("started_at", timestamp),
    field("stopped_at", timestamp),
    field("elapsed", time(clock.unit)),
  ];
  const due = [
    field("due_at", timestamp),
    field("overdue", time(clock.unit)),
    field("verdict", { kind: "one_of", members }),
  ];
  const own = clock.due === null ? always : [...always, ...due];
  return {
    ...on,
    name: clock.name,
    label: clock.label,
    key: clock.by ?? on.key,
    dated: { kind: "field", field: clock.dated, then: null },
    valid: null,
    keepsLatest: null,
    duplicatesOnce: false,
    fields: [...on.fields.filter(({ name }) => !own.some((one) => one.name === name)), ...own],
  };
}
