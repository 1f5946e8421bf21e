/**
 * Cases that are still open behind the values of a standard (SPEC §3.4.27).
 *
 * They are counted like other rows, by units over the same passes: among the rows that the standard uses, and for
 * each metric that leaves the time of open cases out or takes it so far, among the rows of its population.
 */
import type { Condition } from "../bundle/condition-plan.ts";
import { isYes, OPEN, PENDING, readsTime } from "../measure/cases.ts";
import type { OpenCases } from "../measure/clock-engine.ts";
import type { MetricMeasure } from "../measure/metric-measure.ts";
import type { Pass } from "../measure/pass.ts";
import type { Unit, UnitSpec } from "../measure/unit-spec.ts";

/** Names the units that count open cases; the answer is by cell, once the rows are read. */
export function openCounts(
  read: ReadonlyMap<Pass, ReadonlySet<Unit>>,
  measures: readonly MetricMeasure[],
  unitOf: (spec: UnitSpec) => Unit | null,
): (cell: number) => OpenCases {
  const clocks = [...read].filter(([{ table }]) => table.cases !== null);
  if (clocks.length === 0) return () => NONE;
  const unitsOf = (specs: readonly UnitSpec[]): readonly Unit[] =>
    specs.map((spec) => unitOf(spec)).filter((unit) => unit !== null);
  const used = clocks.map(([{ table }, units]) => {
    const dates = [...new Set([...units].map(({ spec }) => spec.dated))];
    const specs = (of: string): readonly UnitSpec[] =>
      dates.map((dated) => among(table.plan.name, dated, null, null, of));
    return { pending: unitsOf(specs(PENDING)), open: unitsOf(specs(OPEN)) };
  });
  const unfinished = unitsOf(measures.flatMap((measure) => timeSpecs(measure)));
  const found = ({ whole }: Unit, cell: number): number => whole.share.numerator.get(cell);
  return (cell) => ({
    // A case that several dates put into the window is one case.
    count: used.reduce((sum, { open }) => sum + Math.max(0, ...open.map((unit) => found(unit, cell))), 0),
    isProvisional: [...used.flatMap(({ pending }) => pending), ...unfinished].some(
      (unit) => found(unit, cell) > 0,
    ),
  });
}

const NONE: OpenCases = { count: 0, isProvisional: false };

/** Counts the open cases of a metric that reads how long they took. */
function timeSpecs({ plan }: MetricMeasure): readonly UnitSpec[] {
  const { form, dated, countsAtMost } = plan;
  if (!readsTime(form) || !("population" in form)) return [];
  return [among(form.population.dataset, dated, form.population.where, countsAtMost, OPEN)];
}

/** Among the rows of a population, those of which a question about cases is answered yes. */
function among(
  dataset: string,
  dated: string | null,
  denominator: Condition | null,
  countsAtMost: UnitSpec["countsAtMost"],
  question: string,
): UnitSpec {
  const measure = { kind: "share", numerator: isYes(question), denominator } as const;
  return { dataset, dated, group: null, countsAtMost, measure };
}
