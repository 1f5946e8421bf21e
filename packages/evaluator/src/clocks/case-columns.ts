/** The columns of a clock's table: fields of the cases' rows, and what the clock makes of them. */
import type { Chunk } from "../columns/chunk.ts";
import {
  CASE,
  type CaseFacts,
  type Cases,
  DECIDED,
  FINAL_ELAPSED,
  FINAL_OVERDUE,
  OPEN,
  PENDING,
  PENDING_VERDICT,
} from "../measure/cases.ts";
import type { Table } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";

/** All cases as one chunk; a field that nobody wants has no column. */
export function caseChunk(table: Table, cases: Cases, on: Table, wanted: ReadonlySet<string>): Chunk {
  const { sourceRow, facts } = cases;
  const big = new Map<number, Map<number, bigint>>();
  const columns = table.plan.fields.map(({ name }, index) => {
    if (!wanted.has(name)) return null;
    const made = MADE[name];
    if (made !== undefined && isMade(name, cases)) return madeColumn(facts, made, cases);
    const from = fieldIndex(on.plan.fields, name);
    const cells = bigCells(on, cases, from);
    if (cells.size > 0) big.set(index, cells);
    const column = on.view.columns[from];
    return Float64Array.from(sourceRow, (row) => column?.[row] ?? Number.NaN);
  });
  return {
    length: facts.length,
    columns,
    lines: Float64Array.from(sourceRow, (row) => on.lineOf(row)),
    big: big.size === 0 ? null : big,
  };
}

type Maker = (facts: CaseFacts, row: number, cases: Cases) => number;

const isOpen = ({ stoppedAt }: CaseFacts): boolean => Number.isNaN(stoppedAt);
const yes = (value: boolean): number => (value ? 1 : 0);

const MADE: Readonly<Record<string, Maker>> = {
  started_at: ({ startedAt }) => startedAt,
  stopped_at: ({ stoppedAt }) => stoppedAt,
  elapsed: ({ elapsed }) => elapsed,
  due_at: ({ dueAt }) => dueAt,
  overdue: ({ overdue }) => overdue,
  verdict: ({ verdict }) => verdict ?? Number.NaN,
  [DECIDED]: (facts, _, { clock }) =>
    yes(clock.due === null ? !isOpen(facts) : facts.verdict !== PENDING_VERDICT),
  [PENDING]: ({ verdict }) => yes(verdict === PENDING_VERDICT),
  [OPEN]: (facts) => yes(isOpen(facts)),
  [FINAL_ELAPSED]: (facts) => (isOpen(facts) ? Number.NaN : facts.elapsed),
  [FINAL_OVERDUE]: (facts) => (isOpen(facts) ? Number.NaN : facts.overdue),
  [CASE]: (_, row) => row,
};

/** Without `due` a row may have a field of its own that is called like one of these. */
function isMade(name: string, { clock }: Cases): boolean {
  return clock.due !== null || (name !== "due_at" && name !== "overdue" && name !== "verdict");
}

function madeColumn(facts: readonly (CaseFacts | null)[], make: Maker, cases: Cases): Float64Array {
  return Float64Array.from(facts, (each, row) => (each === null ? Number.NaN : make(each, row, cases)));
}

/** Whole numbers beyond 2^53 of a field, by case. */
function bigCells(on: Table, { sourceRow }: Cases, field: number): Map<number, bigint> {
  const cells = on.view.big?.get(field);
  const found = new Map<number, bigint>();
  if (cells === undefined) return found;
  for (const [row, source] of sourceRow.entries()) {
    const value = cells.get(source);
    if (value !== undefined) found.set(row, value);
  }
  return found;
}
