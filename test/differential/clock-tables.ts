/** The datasets that random clocks read, and the clocks, as tables whose cases metrics count. */

import { showDay } from "../reference/time.ts";
import { type Era, someDay } from "./calendar.ts";
import {
  type Cells,
  civil,
  column,
  type FieldSpec,
  moment,
  ok,
  orderTests,
  outcome,
  plain,
  reference,
  region,
} from "./fields.ts";
import type { CalendarSpec } from "./openings-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

const micros = 1_000_000;
const times = [
  "09:00:00",
  "12:00:00",
  "17:00:00",
  "11:30:00",
  "11:30:00.000001",
  "23:59:59",
  "02:30:00",
  "00:00:00",
  "16:00:00",
];
/** Seconds from one event to the next: many of them lengths that deadlines have. */
const gaps = [
  1800,
  3600,
  0,
  6 * 3600,
  86_400,
  2 * 86_400,
  3599.999999,
  3600.000001,
  10 * 86_400,
  60,
  8 * 3600,
  3 * 86_400 + 5 * 3600,
];

/** A local time as a file writes it, so many seconds after another. */
function later(date: string, time: string, seconds: number): string {
  const instant = Date.parse(`${date}T${time.slice(0, 8)}Z`) / 1000;
  const fraction = time.length > 8 ? 1 : 0;
  const all = Math.round((instant + seconds) * micros) + fraction;
  const whole = new Date(Math.floor(all / micros) * 1000).toISOString().slice(0, 19);
  const rest = all % micros;
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(6, "0")}`;
}

/** Moments so many seconds after a random one. */
function startingAt(tape: Tape, era: Era): { readonly at: (seconds: number) => string } {
  const date = showDay(someDay(tape, era));
  const time = tape.pick(times);
  return { at: (seconds) => later(date, time, seconds) };
}

const deadline = (name: string, era: Era): FieldSpec => ({ ...moment(name, era, true), cells: () => ({}) });

/** A case per row, from one timestamp to another. */
export function tickets(
  tape: Tape,
  era: Era,
  keys: readonly string[],
  counter: () => number,
  calendar: CalendarSpec | null,
): TableSpec {
  const counted: FieldSpec = {
    name: "work_days",
    declared: `days from opened_at to due_on${calendar === null ? "" : ` in ${calendar.name}`}`,
    kind: "number",
    cells: () => ({}),
    tests: orderTests(["0", "1", "-2"]),
    limits: ["0", "1", "3"],
  };
  return {
    name: "tickets",
    party: "partner",
    head: [
      `dataset tickets from "tickets.csv" one row per ${tape.pick(["line", "no"])}`,
      "partner pid",
      "dated opened_at",
    ],
    fields: [
      plain("no", "number 0 decimals", () => ({ no: String(counter()) })),
      plain("pid", "text optional", column("pid", keys)),
      moment("opened_at", era, true),
      deadline("closed_at", era),
      deadline("promised_at", era),
      civil("due_on", era, "date optional", ["due_on"], true),
      ...[outcome, region, ok],
      reference(["r1", "r2", "r3", null]),
      counted,
    ],
    otherDates: ["closed_at"],
    isOrdered: false,
    repeats: false,
    histories(one, cells) {
      const moments = startingAt(one, era);
      const isOpen = one.chance(25);
      const closed = one.pick(gaps) * (one.chance(1) ? -1 : 1);
      return [
        {
          ...cells(),
          opened_at: one.chance(6) ? null : moments.at(0),
          closed_at: isOpen ? null : moments.at(closed),
          promised_at: one.chance(25) ? null : moments.at(one.pick(gaps)),
        },
      ];
    },
  };
}

const states: FieldSpec = {
  ...outcome,
  name: "state",
  declared: 'one of fresh, waiting written "W", solved, again optional',
  cells: () => ({}),
  tests: ["is fresh", "is not waiting", "is solved", "is one of waiting, again", "is given", "is not given"],
  limits: ["fresh", "solved"],
};

/** An event log: a few rows for each case. */
export function events(tape: Tape, era: Era, keys: readonly string[], counter: () => number): TableSpec {
  const areTied = tape.chance(10);
  const isOrdered = !tape.chance(15);
  return {
    name: "events",
    party: "partner",
    head: [
      'dataset events from "events.csv" one row per line',
      "partner pid",
      `dated noted_at${isOrdered ? " then n" : ""}`,
    ],
    fields: [
      plain("case_no", "text optional", () => ({})),
      plain("pid", "text optional", column("pid", keys)),
      plain("n", "number 0 decimals", () => ({ n: areTied ? "1" : String(counter()) })),
      { ...moment("noted_at", era, true), cells: () => ({}) },
      deadline("filed_at", era),
      deadline("promised_at", era),
      deadline("closed_at", era),
      states,
      {
        ...plain("level", "number optional", column("level", ["1", "2", null, "3"])),
        kind: "number",
        tests: orderTests(["2", "3"]),
        limits: ["2"],
      },
      ...[outcome, region, ok],
      reference(["r1", "r2", "r3", null]),
    ],
    otherDates: ["promised_at"],
    isOrdered,
    repeats: false,
    histories: (one, cells) => history(one, era, cells),
  };
}

/** The rows of one case: it begins fresh, and then anything may happen. */
function history(one: Tape, era: Era, cells: () => Cells): readonly Cells[] {
  const key = one.chance(4)
    ? null
    : one.pick(["k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9", "é", "10", "9"]);
  const moments = startingAt(one, era);
  const pid = cells().pid ?? null;
  let seconds = 0;
  return Array.from({ length: 1 + one.upTo(5) }, (_, at) => {
    if (at > 0) seconds += one.pick(gaps);
    const state =
      at === 0 && !one.chance(2) ? "fresh" : one.pick(["solved", "W", "again", "fresh", null, "W", "solved"]);
    return {
      ...cells(),
      case_no: key,
      pid: one.chance(90) ? pid : (cells().pid ?? null),
      noted_at: one.chance(3) ? null : moments.at(seconds),
      filed_at: one.chance(10) ? null : moments.at(one.pick([0, 0, 0, -60, 60])),
      promised_at: one.chance(30) ? null : moments.at(one.pick(gaps)),
      closed_at: one.chance(40) ? null : moments.at(seconds + one.pick(gaps)),
      state,
    };
  });
}
