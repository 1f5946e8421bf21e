/**
 * The cases that have not stopped, soonest due first (SPEC §7.8).
 *
 * Every clock with `due` is read, also those that no standard judges. Nothing is judged here: a case is listed with
 * the instant at which it is due and the counted time that is left until then.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { compareText } from "../exact/text-order.ts";
import type { Party } from "../judge/result.ts";
import { type CaseFacts, type Cases, MISSED } from "../measure/cases.ts";
import type { Table } from "../measure/run.ts";
import type { JudgeOptions, Source } from "../options.ts";
import { formatInstant } from "../time/instant.ts";
import { caseKey, usedFacts } from "./clock-summary.ts";
import { type CaseList, casePartiesReader, readCases } from "./read-cases.ts";

/** A case that has not stopped. */
export interface OpenCase {
  /** Name and label of its clock. */
  readonly clock: string;
  readonly label: string | null;
  readonly party: Party;
  /** Its key; `row 7` where there is none, or one that is not shown. */
  readonly key: string;
  readonly startedAt: string;
  /** Null where the row has no such instant, and while it is paused before it is due. */
  readonly dueAt: string | null;
  /** Counted microseconds until it is due, as text; negative once it is overdue, null where it is never due. */
  readonly remaining: string | null;
  readonly state: "running" | "paused" | "overdue";
  /** Has it used up the share of its time that the clock warns at? */
  readonly warned: boolean;
}

/** Soonest due first, those that have no such instant last; then by clock, party and key. */
export type OpenCasesResult = CaseList<OpenCase>;

/** Lists the cases that have not stopped, of every clock with `due`. */
export function openCases(
  bundle: Bundle,
  sources: Readonly<Record<string, Iterable<object>>>,
  options: JudgeOptions,
): OpenCasesResult;
export function openCases(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): OpenCasesResult | Promise<OpenCasesResult>;
export function openCases(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
): OpenCasesResult | Promise<OpenCasesResult> {
  const hasDue = ({ due }: ClockPlan): boolean => due !== null;
  return readCases(bundle, sources, options, hasDue, (tables) => casesOf(tables, options));
}

interface DueCase {
  readonly dueAt: number;
  readonly shown: OpenCase;
}

function casesOf(tables: readonly Table[], { partner }: JudgeOptions): readonly OpenCase[] {
  const found = tables.flatMap((table) => (table.cases === null ? [] : casesOfClock(table, table.cases)));
  return found
    .filter(({ shown }) => partner === undefined || shown.party.key === partner)
    .sort((a, b) => laterDue(a.dueAt, b.dueAt) || compareShown(a.shown, b.shown))
    .map(({ shown }) => shown);
}

function laterDue(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

function compareShown(a: OpenCase, b: OpenCase): number {
  return compareText(a.clock, b.clock) || compareText(a.party.key, b.party.key) || compareText(a.key, b.key);
}

function casesOfClock(table: Table, cases: Cases): readonly DueCase[] {
  const parties = casePartiesReader(table);
  return [...usedFacts(table, cases)].flatMap(({ row, facts }) => {
    if (!Number.isNaN(facts.stoppedAt)) return [];
    return parties(row).map((party) => ({
      dueAt: facts.dueAt,
      shown: shownCase(table, cases, row, facts, party),
    }));
  });
}

function shownCase(table: Table, { clock }: Cases, row: number, facts: CaseFacts, party: Party): OpenCase {
  return {
    clock: clock.name,
    label: clock.label,
    party,
    key: caseKey(table, row) ?? `row ${table.lineOf(row)}`,
    startedAt: formatInstant(facts.startedAt),
    dueAt: Number.isNaN(facts.dueAt) ? null : formatInstant(facts.dueAt),
    remaining: Number.isNaN(facts.left) ? null : String(facts.left),
    state: facts.verdict === MISSED ? "overdue" : facts.isPaused ? "paused" : "running",
    warned: facts.isWarned,
  };
}
