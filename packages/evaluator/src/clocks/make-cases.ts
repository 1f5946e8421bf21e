/**
 * Clocks: cases out of rows (SPEC §3.4).
 *
 * A clock's table is made once the dataset that it reads is settled, before any row is counted. In a log the rows of
 * one key, in order of time, are a case; otherwise every row is one. `case-rows.ts` says what happened to a case,
 * `case-history.ts` when it ran, `case-due.ts` when it was due. Then its fields become columns of a stored table,
 * its partners and fates are settled like those of other rows, and metrics, `needs`, exclusions and look-ups read it
 * as any dataset. A case that cannot be made sound is set aside from its clock only; its rows stay what they are.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { DataError } from "../columns/chunk.ts";
import { reportError } from "../columns/read-tally.ts";
import { fromText } from "../exact/ratio.ts";
import type { CaseFacts, Cases } from "../measure/cases.ts";
import type { Table } from "../measure/run.ts";
import { settleCases } from "../measure/settle.ts";
import type { ConditionMaker } from "../measure/unit-spec.ts";
import { caseChunk } from "./case-columns.ts";
import { caseFacts } from "./case-due.ts";
import { caseHistory } from "./case-history.ts";
import { caseReader } from "./case-rows.ts";
import { deadlineReader, surroundingsReader } from "./case-terms.ts";
import { timeOutside } from "./time-outside.ts";

/**
 * Makes the cases of a clock's table; `wanted` are the fields of them that something reads, and `isOutside` tells the
 * cases that ask for days which no calendar knows.
 */
export function makeCases(
  table: Table,
  clock: ClockPlan,
  wanted: ReadonlySet<string>,
  isOutside: ((row: number) => boolean) | null,
  testOf: ConditionMaker["testOf"],
): Cases {
  const { run } = table;
  const on = run.table(clock.on);
  if (on === null) throw new Error(`the bundle has no dataset ${clock.on}`);
  const reader = caseReader(clock, on, wanted, testOf);
  const factsOf = factsReader(clock, on, testOf);
  const sourceRow: number[] = [];
  const facts: (CaseFacts | null)[] = [];
  const notStarted: number[] = [];
  reader.each((row, rows) => {
    const history = caseHistory(rows, run.asOf);
    if (history === "not started") {
      notStarted.push(row);
      return;
    }
    sourceRow.push(row);
    if (history === "stopped before start") {
      reportError(table.tally, stopError(on, row));
      facts.push(null);
      return;
    }
    const found = factsOf(row, history);
    if (found === null) reportError(table.tally, reachError(on, row));
    facts.push(found);
  });
  const cases: Cases = {
    clock,
    sourceRow,
    facts,
    notStarted: notStarted.length,
    withoutKey: reader.withoutKey,
    timeOutside: (windows, rowsAt) => timeOutside(clock, facts, run, windows, rowsAt),
  };
  table.store.append(caseChunk(table, cases, on, wanted));
  table.tally.rows = facts.length;
  settleCases(table, facts.length, (row) => facts[row] === null || isOutside?.(row) === true);
  return cases;
}

type History = Exclude<ReturnType<typeof caseHistory>, string>;

/** The facts of a case by its row; null where they ask for a day that a calendar does not know. */
function factsReader(
  clock: ClockPlan,
  on: Table,
  testOf: ConditionMaker["testOf"],
): (row: number, history: History) => CaseFacts | null {
  const surroundings = surroundingsReader(clock, on);
  const deadline = deadlineReader(clock, on, testOf);
  const warnsAt = clock.warnsAt === null ? null : fromText(clock.warnsAt);
  const { asOf } = on.run;
  return (row, history) => {
    const around = surroundings(row);
    // Of a partner that nobody knows, opening hours are not known either: such a case is nobody's.
    if (around.time === null) return { ...history, ...UNTOLD };
    return caseFacts(history, deadline(row, history.startedAt, around), { time: around.time, warnsAt, asOf });
  };
}

const UNTOLD = {
  elapsed: Number.NaN,
  dueAt: Number.NaN,
  overdue: Number.NaN,
  left: Number.NaN,
  verdict: null,
  isWarned: false,
} as const;

function stopError(on: Table, row: number): DataError {
  return caseError(on, row, "TEN4036", "this case stops before it starts");
}

function reachError(on: Table, row: number): DataError {
  const message =
    "this case asks for a day whose opening hours are not known: it lies outside of the calendar's days";
  return caseError(on, row, "TEN4037", message);
}

function caseError(on: Table, row: number, code: string, message: string): DataError {
  return { code, source: on.plan.source, row: on.lineOf(row), column: null, value: null, message };
}
