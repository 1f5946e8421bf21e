/**
 * The cases of every clock as rows, for whoever wants to see what a clock made of its log (SPEC §7.7.2).
 *
 * Only used cases are listed: those of nobody, and those that were set aside, are counted in the clock's account.
 */
import { caseVerdicts } from "../bundle/clock-dataset.ts";
import type { Bundle } from "../bundle/rule.ts";
import { compareText } from "../exact/text-order.ts";
import type { Party } from "../judge/result.ts";
import type { CaseFacts, Cases } from "../measure/cases.ts";
import type { Table } from "../measure/run.ts";
import type { JudgeOptions, Source } from "../options.ts";
import { formatInstant } from "../time/instant.ts";
import { caseKey, usedFacts } from "./clock-summary.ts";
import { type CaseList, casePartiesReader, readCases } from "./read-cases.ts";

/** One case of a clock, for one of its parties. */
export interface CaseRow {
  /** Name of its clock. */
  readonly clock: string;
  /** Its key; `row 7` where there is none, or one that is not shown. */
  readonly key: string;
  readonly party: Party;
  readonly startedAt: string;
  /** Null while it has not stopped. */
  readonly stoppedAt: string | null;
  /** Null without `due`, where the row has no such instant, and while it is paused before it is due. */
  readonly dueAt: string | null;
  /** Whole microseconds of counted time, as text. */
  readonly elapsed: string;
  /** The same; null without `due`, or where the row has no such instant. */
  readonly overdue: string | null;
  readonly verdict: (typeof caseVerdicts)[number] | null;
  readonly state: "running" | "paused" | "stopped";
  /** Has it used up the share of its time that the clock warns at? */
  readonly warned: boolean;
}

/** Lists the cases of every clock, by clock, then by party, start and key. */
export function caseRows(
  bundle: Bundle,
  sources: Readonly<Record<string, Iterable<object>>>,
  options: JudgeOptions,
): CaseList<CaseRow>;
export function caseRows(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): CaseList<CaseRow> | Promise<CaseList<CaseRow>>;
export function caseRows(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): CaseList<CaseRow> | Promise<CaseList<CaseRow>> {
  return readCases(
    bundle,
    sources,
    options,
    () => true,
    (tables) => rowsOf(tables, options),
  );
}

interface Ordered {
  readonly startedAt: number;
  readonly row: CaseRow;
}

function rowsOf(tables: readonly Table[], { partner }: JudgeOptions): readonly CaseRow[] {
  const found = tables.flatMap((table) => (table.cases === null ? [] : rowsOfClock(table, table.cases)));
  return found
    .filter(({ row }) => partner === undefined || row.party.key === partner)
    .sort(
      (a, b) =>
        compareText(a.row.clock, b.row.clock) ||
        compareText(a.row.party.key, b.row.party.key) ||
        a.startedAt - b.startedAt ||
        compareText(a.row.key, b.row.key),
    )
    .map(({ row }) => row);
}

function rowsOfClock(table: Table, cases: Cases): readonly Ordered[] {
  const parties = casePartiesReader(table);
  return [...usedFacts(table, cases)].flatMap(({ row, facts }) =>
    parties(row).map((party) => ({
      startedAt: facts.startedAt,
      row: { clock: cases.clock.name, key: keyOf(table, row), party, ...shown(facts) },
    })),
  );
}

function keyOf(table: Table, row: number): string {
  return caseKey(table, row) ?? `row ${table.lineOf(row)}`;
}

function shown(facts: CaseFacts): Omit<CaseRow, "clock" | "key" | "party"> {
  const { startedAt, stoppedAt, dueAt, elapsed, overdue, verdict, isPaused, isWarned } = facts;
  const isStopped = !Number.isNaN(stoppedAt);
  return {
    startedAt: formatInstant(startedAt),
    stoppedAt: instantText(stoppedAt),
    dueAt: instantText(dueAt),
    elapsed: String(elapsed),
    overdue: Number.isNaN(overdue) ? null : String(overdue),
    verdict: verdict === null ? null : (caseVerdicts[verdict] ?? null),
    state: isStopped ? "stopped" : isPaused ? "paused" : "running",
    warned: isWarned,
  };
}

function instantText(instant: number): string | null {
  return Number.isNaN(instant) ? null : formatInstant(instant);
}
