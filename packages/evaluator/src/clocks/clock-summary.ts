/** The account of every clock's cases (SPEC §4.7.13, §7.7). */
import { compareText } from "../exact/text-order.ts";
import { type CaseFacts, type Cases, MET, MISSED, PENDING_VERDICT } from "../measure/cases.ts";
import type { ClockSummary } from "../measure/clock-engine.ts";
import { USED } from "../measure/fates.ts";
import type { Table } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { identityReader, valueText } from "../measure/table.ts";

/** Accounts for the cases of every clock that was read. */
export function clockSummaries(tables: readonly Table[]): readonly ClockSummary[] {
  return tables
    .flatMap((table) => (table.cases === null ? [] : [summary(table, table.cases)]))
    .sort((a, b) => compareText(a.clock, b.clock));
}

function summary(table: Table, cases: Cases): ClockSummary {
  const { counts } = table;
  const used = [...usedFacts(table, cases)];
  const verdicts = (wanted: number): number | null =>
    cases.clock.due === null ? null : used.filter(({ facts }) => facts.verdict === wanted).length;
  const paused = used.filter(({ facts }) => facts.isPaused).map(({ row }) => row);
  const found: ClockSummary = {
    clock: table.plan.name,
    dataset: cases.clock.on,
    cases: cases.facts.length,
    used: counts.used,
    nobodys: counts.nobodys,
    setAside: counts.setAside,
    met: verdicts(MET),
    missed: verdicts(MISSED),
    pending: verdicts(PENDING_VERDICT),
    notStarted: cases.notStarted,
    undated: counts.undated,
    withoutKey: cases.withoutKey,
    paused: paused.length,
    pausedKeys: keysOf(table, paused),
  };
  assertConserved(found);
  return found;
}

/** INVARIANT: no case vanishes. */
function assertConserved({ clock, cases, used, nobodys, setAside }: ClockSummary): void {
  const sum = used + nobodys + setAside;
  if (sum !== cases) throw new Error(`cases of ${clock} do not add up: ${cases} in, ${sum} accounted for`);
}

/** The used cases of a clock's table. */
export function* usedFacts(
  table: Table,
  { facts }: Cases,
): Generator<{ readonly row: number; readonly facts: CaseFacts }> {
  for (const [row, each] of facts.entries()) {
    if (table.fates[row] === USED && each !== null) yield { row, facts: each };
  }
}

function keysOf(table: Table, rows: readonly number[]): readonly string[] {
  return rows
    .flatMap((row) => caseKey(table, row) ?? [])
    .sort(compareText)
    .slice(0, 20);
}

/** The key of a case as text; null where it has none, or one that is not shown. */
export function caseKey(table: Table, row: number): string | null {
  const { key, fields } = table.plan;
  const field = key === null ? undefined : fields[fieldIndex(fields, key)];
  if (key === null || field === undefined || field.personal) return null;
  return valueText(field.type, identityReader(table, key)(row), table.run);
}
