/**
 * Reads the rows of clocks, and nothing else: their cases are made, nothing is counted and nothing judged.
 *
 * Both lists of cases begin here: those that have not stopped (`open-cases.ts`) and all of them (`case-list.ts`).
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import { readTally } from "../columns/read-tally.ts";
import type { Party, Problem } from "../judge/result.ts";
import type { Addition } from "../measure/addition.ts";
import { measure, partyKey } from "../measure/measure.ts";
import { BRAND, type Table } from "../measure/run.ts";
import { problemsOfData } from "../measure/summary.ts";
import { partnersReader } from "../measure/table.ts";
import { absentProblem, chunkSources, poolOf, pull } from "../measuring.ts";
import { isTolerant, type JudgeOptions, type Source } from "../options.ts";
import { problemsOfInput } from "../problems.ts";
import { clockEngine } from "./engine.ts";

/** Cases of clocks. */
export interface CaseList<Case> {
  readonly asOf: string;
  readonly cases: readonly Case[];
  /** What made it impossible to tell; there are no cases then. */
  readonly problems: readonly Problem[];
}

/** Lists cases of the clocks that are asked for; `casesOf` makes them from the clocks' tables. */
export function readCases<Case>(
  bundle: Bundle,
  sources: Readonly<Record<string, Source>>,
  options: JudgeOptions,
  isAsked: (clock: ClockPlan) => boolean,
  casesOf: (tables: readonly Table[]) => readonly Case[],
): CaseList<Case> | Promise<CaseList<Case>> {
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
    additions: [clocksOnly(bundle.clocks.filter(isAsked))],
  });
  const absent = measuring.absent.map(absentProblem);
  if (absent.length > 0) return { asOf, cases: [], problems: absent };
  return pull(measuring, () => {
    const measured = measuring.result();
    const problems = problemsOfData(measured, options.tolerateBadRows ?? 0);
    return { asOf, cases: problems.length > 0 ? [] : casesOf(measured.tables), problems };
  });
}

/** Makes the cases of clocks, and counts nothing. */
function clocksOnly(clocks: readonly ClockPlan[]): Addition {
  return {
    metrics: [],
    needs(walk) {
      for (const { name } of clocks) walk.refer(name);
    },
    begin: () => undefined,
  };
}

/** The parties that a case is counted for. */
export function casePartiesReader(table: Table): (row: number) => readonly Party[] {
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
