/**
 * The cases that have not stopped, soonest due first (SPEC §7.8).
 *
 * Every clock with `due` is read, also those that no standard judges. Nothing is judged here: a case is listed with
 * the instant at which it is due and the counted time that is left until then.
 */
import type { Bundle } from "../bundle/rule.ts";
import { readTally } from "../columns/read-tally.ts";
import { compareText } from "../exact/text-order.ts";
import type { Party, Problem } from "../judge/result.ts";
import type { Addition } from "../measure/addition.ts";
import { type CaseFacts, type Cases, MISSED } from "../measure/cases.ts";
import { type Measured, measure, partyKey } from "../measure/measure.ts";
import { BRAND, type Table } from "../measure/run.ts";
import { problemsOfData } from "../measure/summary.ts";
import { partnersReader } from "../measure/table.ts";
import { absentProblem, chunkSources, poolOf, pull } from "../measuring.ts";
import { isTolerant, type JudgeOptions, type Source } from "../options.ts";
import { problemsOfInput } from "../problems.ts";
import { formatInstant } from "../time/instant.ts";
import { caseKey, usedFacts } from "./clock-summary.ts";
import { clockEngine } from "./engine.ts";

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

export interface OpenCasesResult {
  readonly asOf: string;
  /** Soonest due first, those that have no such instant last; then by clock, party and key. */
  readonly cases: readonly OpenCase[];
  /** What made it impossible to tell; there are no cases then. */
  readonly problems: readonly Problem[];
}

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
  const { asOf } = options;
  const given = chunkSources(sources);
  const early = problemsOfInput(bundle, given, { ...options, clocks: clockEngine });
  if (early.length > 0) return { asOf, cases: [], problems: early };
  const measuring = measure({
    bundle,
    sources: given,
    asOf,
    pool: poolOf(given),
    tally: () => readTally(options.maxErrors ?? 100),
    patterns: options.patterns ?? null,
    clocks: clockEngine,
    forms: options.forms ?? null,
    newest: options.newest ?? null,
    tolerant: isTolerant(options),
    standards: new Set(),
    additions: [dueClocks(bundle)],
  });
  const absent = measuring.absent.map(absentProblem);
  if (absent.length > 0) return { asOf, cases: [], problems: absent };
  return pull(measuring, () => {
    const measured = measuring.result();
    const problems = problemsOfData(measured, options.tolerateBadRows ?? 0);
    return { asOf, cases: problems.length > 0 ? [] : casesOf(measured, options), problems };
  });
}

/** Makes the cases of every clock with `due`, and counts nothing. */
function dueClocks({ clocks }: Bundle): Addition {
  return {
    metrics: [],
    needs(walk) {
      for (const { name, due } of clocks) if (due !== null) walk.refer(name);
    },
    begin: () => undefined,
  };
}

interface DueCase {
  readonly dueAt: number;
  readonly shown: OpenCase;
}

function casesOf({ tables }: Measured, { partner }: JudgeOptions): readonly OpenCase[] {
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
  const parties = partiesReader(table);
  return [...usedFacts(table, cases)].flatMap(({ row, facts }) => {
    if (!Number.isNaN(facts.stoppedAt)) return [];
    return parties(row).map((party) => ({
      dueAt: facts.dueAt,
      shown: shownCase(table, cases, row, facts, party),
    }));
  });
}

/** The parties that a case is counted for. */
function partiesReader(table: Table): (row: number) => readonly Party[] {
  const { run } = table;
  if (table.plan.partner === null) return () => [{ kind: "brand", key: partyKey(run, BRAND) }];
  const partners = partnersReader(table);
  // Without declared partners every key is one; asking for its place would make it a party that is judged.
  const isKnown = (code: number): boolean => run.bundle.partners === null || run.parties.indexOf(code) >= 0;
  return (row) =>
    [...partners(row)]
      .filter(isKnown)
      .map((code) => ({ kind: "partner", key: run.pool.text(code) }) as const);
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
