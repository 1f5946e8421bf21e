/** What a case is held to: its partner's opening hours, and the time within which it is due (SPEC §3.4.16, §3.4.18, §3.4.19). */
import type { ClockDue, ClockPlan, Length } from "../bundle/clock-plan.ts";
import { compareText } from "../exact/text-order.ts";
import { BRAND, facePartner, type Run, type Table } from "../measure/run.ts";
import { columnReader, partnersReader } from "../measure/table.ts";
import { TRUE } from "../measure/truth.ts";
import type { ConditionMaker } from "../measure/unit-spec.ts";
import type { BusinessCalendar } from "../time/business.ts";
import type { CaseDeadline } from "./case-due.ts";
import { allTime, type CountedTime, openTime } from "./counted-time.ts";

export interface CaseSurroundings {
  /** The partner whose fields conditions read; -1 where none is known. */
  readonly party: number;
  /** Null where the openings of a partner's calendar are not known. */
  readonly time: CountedTime | null;
}

/** How the time of a clock is counted for a party; null where the openings of its calendar are not known. */
export function countedTime(clock: ClockPlan, run: Run): (party: number) => CountedTime | null {
  const { calendar } = clock;
  if (calendar === null) return () => allTime;
  const made = new Map<BusinessCalendar, CountedTime>();
  return (party) => {
    const found = run.calendar(calendar, party);
    if (found === null) return null;
    const known = made.get(found) ?? openTime(found);
    made.set(found, known);
    return known;
  };
}

/** Reads whose case a row makes, and how its time is counted. */
export function surroundingsReader(clock: ClockPlan, on: Table): (row: number) => CaseSurroundings {
  const party = partyReader(on);
  const time = countedTime(clock, on.run);
  return (row) => {
    const found = party(row);
    return { party: found, time: time(found) };
  };
}

/** The party of a row; of several partners the first by key, whatever the order of rows. */
function partyReader(on: Table): (row: number) => number {
  const { run } = on;
  if (on.plan.partner === null) return () => BRAND;
  // Partners that are only found in the data have no fields and no regions.
  if (run.bundle.partners === null) return () => -1;
  const partners = partnersReader(on);
  return (row) => {
    const known = [...partners(row)].filter((code) => run.parties.indexOf(code) >= 0);
    if (known.length > 1) known.sort((a, b) => compareText(run.pool.text(a), run.pool.text(b)));
    const [first] = known;
    return first === undefined ? -1 : run.parties.indexOf(first);
  };
}

/** Reads the deadline of a case from its row. */
export function deadlineReader(
  { due }: ClockPlan,
  on: Table,
  testOf: ConditionMaker["testOf"],
): (row: number, startedAt: number, around: CaseSurroundings) => CaseDeadline {
  if (due === null) return () => NEVER;
  if (due.kind === "within") return withinReader(due, on, testOf);
  const read = columnReader(on, due.field);
  return (row) => {
    const instant = read(row);
    return Number.isNaN(instant) ? NEVER : { kind: "at", instant };
  };
}

const NEVER: CaseDeadline = { kind: "none" };

function withinReader(
  { rows, calendar }: ClockDue & { readonly kind: "within" },
  on: Table,
  testOf: ConditionMaker["testOf"],
): (row: number, startedAt: number, around: CaseSurroundings) => CaseDeadline {
  const { run } = on;
  const tests = rows.map(({ where }) => testOf(where, on));
  const partnersView = run.table("partners")?.view ?? null;
  return (row, startedAt, { party, time }) => {
    facePartner(partnersView, run.parties, party);
    const length = rows[tests.findIndex((test) => test(row) === TRUE)]?.length;
    if (length === undefined || time === null) return NEVER;
    const days = calendar === null ? null : run.calendar(calendar, party);
    return { kind: "within", length: lengthOf(length, startedAt, days, time) };
  };
}

/** A length of counted time; NaN where a calendar does not reach so far. */
function lengthOf(
  length: Length,
  startedAt: number,
  calendar: BusinessCalendar | null,
  time: CountedTime,
): number {
  if (length.kind === "elapsed") return Number(length.micros);
  if (length.kind === "civil" || calendar === null) return Number.NaN;
  const day = calendar.businessDay(calendar.dayZero(startedAt), length.days);
  return time.between(startedAt, calendar.closingTime(day));
}
