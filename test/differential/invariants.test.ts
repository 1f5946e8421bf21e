/**
 * What must hold of any agreement and rows, whatever the verdicts are: the order of rows and the time zone of the
 * machine change no byte, and clocks count time the way time adds up.
 */
import type { Bundle, CalendarPlan, ClockPlan, Condition } from "@tenet-lang/evaluator";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type BusinessCalendar, businessCalendar } from "../../packages/evaluator/src/time/business.ts";
import { type Calendar, calendarFor, moveOn, openTime } from "../reference/calendars.ts";
import { readInstant } from "../reference/time.ts";
import { type Case, cases, type Run } from "./cases.ts";
import { judgeInMemory, type Prepared, prepare } from "./run.ts";
import { Tape } from "./tape.ts";

const agreements = 80;
const seed = 11;

interface Sample extends Prepared {
  readonly one: Case;
  readonly bundle: Bundle;
}

const pool: Sample[] = [];

beforeAll(() => {
  for (const one of fc.sample(cases, { seed, numRuns: agreements })) {
    const prepared = prepare(one.text);
    if (prepared.bundle !== null) pool.push({ ...prepared, one, bundle: prepared.bundle });
  }
}, 600_000);

/** A result as bytes. */
const bytes = (bundle: Bundle, run: Run): string => JSON.stringify(judgeInMemory(bundle, run));

/** A result without what tells that the agreement is another. */
function found(bundle: Bundle, run: Run): string {
  const { verdicts, data, clocks, problems } = judgeInMemory(bundle, run);
  return JSON.stringify([verdicts, data, clocks, problems.length]);
}

function shuffled<T>(items: readonly T[], tape: Tape): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(tape.upTo(left.length), 1));
}

describe("the same bytes", () => {
  it("in any order of the rows", () => {
    let compared = 0;
    for (const { bundle, one } of pool) {
      for (const run of one.runs.slice(0, 2)) {
        const data = Object.fromEntries(
          Object.entries(run.data).map(([name, rows], at) => [name, shuffled(rows, new Tape(at + 1))]),
        );
        const isRefused = judgeInMemory(bundle, run).problems.length > 0;
        // Errors name rows by their place in the file.
        if (isRefused) expect(judgeInMemory(bundle, { ...run, data }).problems.length).toBeGreaterThan(0);
        else if (run.tolerateBadRows === 0) {
          expect(bytes(bundle, { ...run, data }), one.text).toBe(bytes(bundle, run));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(agreements);
  }, 600_000);

  it("on machines in five time zones", () => {
    const before = process.env.TZ;
    try {
      for (const { one } of pool.slice(0, 25)) {
        const [run] = one.runs;
        if (run === undefined) continue;
        const results = zonesOfMachines.map((zone) => {
          process.env.TZ = zone;
          const { bundle } = prepare(one.text);
          return bundle === null ? "" : JSON.stringify(bundle) + bytes(bundle, run);
        });
        expect(new Set(results).size, one.text).toBe(1);
      }
    } finally {
      process.env.TZ = before;
    }
  }, 600_000);
});

const zonesOfMachines = [
  "UTC",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "Australia/Lord_Howe",
];

const withClocks = (bundle: Bundle, change: (clock: ClockPlan) => ClockPlan): Bundle => ({
  ...bundle,
  clocks: bundle.clocks.map(change),
});

describe("a clock", () => {
  it("that pauses for nothing is one that does not pause", () => {
    // Rows without a key belong to no case, and the key is read anyway.
    const never: Condition = {
      kind: "compare",
      left: { kind: "field", name: "case_no" },
      operator: "is_not_given",
      right: [],
    };
    const always: Condition = { ...never, operator: "is_given" };
    const ofLogs = pool.filter(({ bundle }) => bundle.clocks.some(({ by }) => by !== null));
    let told = 0;
    for (const { bundle, one } of ofLogs) {
      const pausing = (pauses: Condition | null): Bundle =>
        withClocks(bundle, (clock) => ({ ...clock, pauses: clock.by === null ? null : pauses }));
      for (const run of one.runs) {
        const plain = found(pausing(null), run);
        expect(found(pausing(never), run), one.text).toBe(plain);
        if (found(pausing(always), run) !== plain) told += 1;
      }
    }
    expect(ofLogs.length).toBeGreaterThan(5);
    expect(told, "runs that a pause would change").toBeGreaterThan(5);
  }, 600_000);

  it("in a calendar that is always open counts all time", () => {
    const counted = pool.filter(({ bundle }) => bundle.clocks.some(({ calendar }) => calendar !== null));
    let told = 0;
    for (const { bundle, one } of counted) {
      const elapsed = withClocks(bundle, (clock) => ({ ...clock, due: null }));
      const open: Bundle = { ...elapsed, calendars: elapsed.calendars.map(alwaysOpen) };
      const plain = withClocks(open, (clock) => ({ ...clock, calendar: null }));
      for (const run of one.runs) {
        expect(found(open, run), one.text).toBe(found(plain, run));
        if (found(elapsed, run) !== found(plain, run)) told += 1;
      }
    }
    expect(counted.length).toBeGreaterThan(2);
    expect(told, "runs that opening hours would change").toBeGreaterThan(2);
  }, 600_000);
});

const alwaysOpen = (calendar: CalendarPlan): CalendarPlan => ({
  ...calendar,
  open: Array.from({ length: 7 }, (_, weekday) => ({ weekday, from: 0, to: 1440 })),
  closed: { kind: "same", days: [] },
});

describe("open time", () => {
  const start = readInstant("2025-12-20T00:00:00Z");
  const instants = fc.nat({ max: 140 * 86_400 }).map((seconds) => start + seconds * 1_000_000);

  const calendars: { readonly slow: Calendar; readonly fast: BusinessCalendar }[] = [];

  /** Some calendars of the pool that are the same for everybody, on both sides. */
  beforeAll(() => {
    const plans = pool.flatMap(({ bundle }) => bundle.calendars).filter(({ from }) => from > "2019");
    for (const plan of plans.filter(({ closed }) => closed.kind === "same").slice(0, 25)) {
      const slow = calendarFor(plan, null);
      if (slow !== null) calendars.push({ slow, fast: businessCalendar(plan) });
    }
  });

  it("adds up wherever it is split", () => {
    fc.assert(
      fc.property(fc.nat(), fc.tuple(instants, instants, instants), (at, times) => {
        const [a = 0, b = 0, c = 0] = [...times].sort((x, y) => x - y);
        const one = calendars[at % calendars.length];
        if (one === undefined) return false;
        const { slow, fast } = one;
        const whole = openTime(slow, a, c);
        return whole === openTime(slow, a, b) + openTime(slow, b, c) && whole === fast.openTime(a, c);
      }),
      { seed, numRuns: 400 },
    );
  });

  it("moved on by what passed is the first instant by which it has", () => {
    fc.assert(
      fc.property(fc.nat(), instants, instants, (at, from, to) => {
        const one = calendars[at % calendars.length];
        if (one === undefined) return false;
        const { slow, fast } = one;
        const time = openTime(slow, Math.min(from, to), Math.max(from, to));
        const reached = moveOn(slow, Math.min(from, to), time);
        const isFirst = time === 0 || openTime(slow, Math.min(from, to), reached - 1) === time - 1;
        return isFirst && reached <= Math.max(from, to) && reached === fast.moveOn(Math.min(from, to), time);
      }),
      { seed, numRuns: 400 },
    );
  });
});
