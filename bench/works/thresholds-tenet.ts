/** The decisions of the evaluator over given facts: what judging does once the rows are measured. */
import type { Bundle, VerdictKind } from "@tenet-lang/evaluator";
import { exact } from "../../packages/evaluator/src/exact/ratio.ts";
import { type FactColumn, factColumn } from "../../packages/evaluator/src/judge/fact-column.ts";
import { standardJudge } from "../../packages/evaluator/src/judge/judge-standard.ts";
import { ruleTest } from "../../packages/evaluator/src/judge/rule-test.ts";
import { foundParties, type Run } from "../../packages/evaluator/src/measure/run.ts";
import type { LineMeasure } from "../../packages/evaluator/src/measure/standard-measure.ts";
import { windowSet } from "../../packages/evaluator/src/measure/window-set.ts";
import { timeFrame } from "../../packages/evaluator/src/time/windows.ts";
import { zoneClock } from "../../packages/evaluator/src/time/zone.ts";
import { type Codes, type Facts, MET, MISSED, NOT_ENOUGH, nameOf } from "./threshold-facts.ts";

const AS_OF = Date.UTC(2027, 1, 1) * 1000;

/** The rules of each standard, compiled, asked cell by cell in the order of a verdict. */
export function ruleCodes(bundle: Bundle, facts: Facts): () => Codes {
  const columns = factColumns(facts);
  const rules = new Map(bundle.rules.map((rule) => [rule.name, rule]));
  const testOf = (name: string | undefined) => {
    const rule = rules.get(name ?? "");
    if (rule === undefined) throw new Error(`no rule ${name}`);
    return ruleTest(rule, (fact) => columns.get(fact) ?? null, null);
  };
  const standards = bundle.standards.map(({ requires, needs }) => {
    const [row] = requires[0]?.alternatives[0]?.rows ?? [];
    return { enough: testOf(needs?.rows[0]?.enough), met: testOf(row?.met), missed: testOf(row?.missed) };
  });
  const codes = standards.map(() => new Uint8Array(facts.cells));
  return () => {
    for (const [standard, { enough, met, missed }] of standards.entries()) {
      const of = codes[standard] as Uint8Array;
      for (let cell = 0; cell < facts.cells; cell += 1) {
        of[cell] = !enough(cell) ? NOT_ENOUGH : met(cell) ? MET : missed(cell) ? MISSED : NOT_ENOUGH;
      }
    }
    return codes;
  };
}

function factColumns({ cells, calls, good }: Facts): ReadonlyMap<string, FactColumn> {
  const count = (values: Float64Array) => (cell: number) => BigInt(values[cell] ?? 0);
  const rows = count(calls);
  const shares = good.map((values, number): [string, FactColumn] => {
    const numerator = count(values);
    const valueAt = (cell: number) => (calls[cell] === 0 ? null : exact(numerator(cell), rows(cell)));
    return [`metric:${nameOf("share", number)}`, factColumn(cells, valueAt)];
  });
  return new Map([...shares, ["rows:calls", factColumn(cells, (cell) => exact(rows(cell), 1n))]]);
}

/** The whole order that a verdict is found in: scope, period, what is empty, needs, limits. */
export function standardCodes(bundle: Bundle, facts: Facts): () => Codes {
  const run = runOf(bundle, facts);
  const judges = bundle.standards.map((standard, number) =>
    standardJudge(standard, [lineOf(bundle, number, facts, run)], run, null, null),
  );
  const codes = judges.map(() => new Uint8Array(facts.cells));
  return () => {
    for (const [standard, judge] of judges.entries()) {
      const of = codes[standard] as Uint8Array;
      for (let cell = 0; cell < facts.cells; cell += 1)
        of[cell] = CODES[judge.code(cell + MONTHS_OF_BRAND)] ?? 9;
    }
    return codes;
  };
}

const CODES: Readonly<Partial<Record<VerdictKind, number>>> = {
  met: MET,
  missed: MISSED,
  not_enough_data: NOT_ENOUGH,
};

/** The first party is the brand itself, whose cells nobody asks for. */
const MONTHS_OF_BRAND = 12;

function runOf(bundle: Bundle, { cells }: Facts): Run {
  const clock = zoneClock(bundle.zone);
  const parties = { ...foundParties(), size: cells / MONTHS_OF_BRAND + 1 };
  const frame = timeFrame(bundle.agreement, clock, AS_OF);
  return { bundle, clock, asOf: AS_OF, frame, parties, patterns: null, table: () => null } as unknown as Run;
}

function lineOf(bundle: Bundle, number: number, { calls, good }: Facts, run: Run): LineMeasure {
  const standard = bundle.standards[number];
  const plan = bundle.metrics.find(({ name }) => name === nameOf("share", number));
  const window = standard?.measured[0]?.window;
  if (window === undefined || plan === undefined) throw new Error("a standard without a window or a metric");
  const rowsAt = (cell: number): number => calls[cell - MONTHS_OF_BRAND] ?? 0;
  const goodAt = (cell: number): number => good[number]?.[cell - MONTHS_OF_BRAND] ?? 0;
  const facts = {
    plan,
    type: null,
    states: [],
    value: (cell: number) => (rowsAt(cell) === 0 ? null : exact(BigInt(goodAt(cell)), BigInt(rowsAt(cell)))),
    isEmpty: (cell: number) => rowsAt(cell) === 0,
    missing: () => 0,
    outside: () => 0,
  };
  const windows = windowSet(window, null, run.frame);
  return { windows, facts: () => facts, needed: rowsAt } as unknown as LineMeasure;
}
