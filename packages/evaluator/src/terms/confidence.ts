/**
 * `judged with P% confidence`: is a value, for what it is made from, surely on the wrong side of its limit (SPEC §3.6.35,
 * §4.2.10)?
 *
 * The rule that says a limit is missed also asks the fact `confident:RULE`, which is answered here. An average needs
 * the squares of its values, which no metric keeps, so a unit of their own keeps the values.
 */

import type { Bundle } from "../bundle/rule.ts";
import type { LimitRowPlan, PlainComparison, StandardPlan } from "../bundle/standard-plan.ts";
import { comparisonHolds } from "../judge/comparison.ts";
import { rounded } from "../judge/facts.ts";
import type { LimitTerms } from "../judge/terms.ts";
import type { Asking } from "../measure/addition.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { stateOf } from "../measure/metric-facts.ts";
import { isClock } from "../measure/metric-measure.ts";
import type { Run } from "../measure/run.ts";
import { scaleOf } from "../measure/scale.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import type { Unit, UnitState } from "../measure/unit-spec.ts";
import { unitSpecs } from "../measure/unit-specs.ts";
import { isOnWrongSide, type Sample } from "./intervals.ts";

/** The values behind averages, by the place where they are asked for. */
export type ValueUnits = ReadonlyMap<string, Unit>;

/** Names the units that keep the values of averages which are judged with confidence. */
export function valueUnits({ standards, metrics }: Bundle, asking: Asking): ValueUnits {
  const found = new Map<string, Unit>();
  for (const standard of standards) {
    if (standard.confidence === null) continue;
    for (const [line, { window }] of standard.measured.entries()) {
      const windows = asking.windows(window, standard.assessed);
      for (const { metric: name, group } of limitsOf(standard)) {
        const plan = metrics.find((metric) => metric.name === name);
        if (plan?.form.kind !== "average") continue;
        for (const field of [null, ...(group === null ? [] : [group])]) {
          const [spec] = unitSpecs(plan, field, (dataset) => isClock(asking.run, dataset));
          if (spec?.measure.kind !== "sum") continue;
          const measure = { ...spec.measure, kind: "rank" as const };
          const unit = asking.unit({ ...spec, measure }, windows, standard.excluding);
          if (unit !== null) found.set(place(standard.name, line, name, field), unit);
        }
      }
    }
  }
  return found;
}

function limitsOf({ requires }: StandardPlan): readonly { metric: string; group: string | null }[] {
  return requires.flatMap(({ alternatives }) => alternatives);
}

function place(standard: string, line: number, metric: string, field: string | null): string {
  return `${standard} ${line} ${metric} ${field ?? ""}`;
}

/** Is a value surely on the wrong side, by cell? Null where there is no interval. */
export type SureTest = (cell: number) => boolean | null;

export interface ConfidenceOf {
  /** The test that the fact `confident:RULE` is answered by; null for a rule that misses no limit. */
  ofRule(rule: string, line: LineMeasure, group: Group | null): SureTest | null;
  /** What is said of a limit. */
  terms(
    metric: string,
    row: LimitRowPlan,
    line: LineMeasure,
    group: Group | null,
    cell: number,
  ): LimitTerms | null;
}

export function confidenceOf(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  units: ValueUnits,
  run: Run,
): ConfidenceOf {
  const rows = new Map(
    standard.requires.flatMap(({ alternatives }) =>
      alternatives.flatMap((limit) => limit.rows.map((row) => [row.missed, { limit, row }] as const)),
    ),
  );
  const { confidence } = standard;
  function ofRow(
    metric: string,
    { comparison }: LimitRowPlan,
    line: LineMeasure,
    group: Group | null,
  ): SureTest | null {
    if (confidence === null || !("values" in comparison)) return null;
    const unit = units.get(place(standard.name, lines.indexOf(line), metric, group?.field ?? null));
    const values = unit === undefined ? null : stateOf(unit, group?.value ?? null, run);
    const facts = line.facts(metric, group);
    return (cell) => sureAt(comparison, sampleAt(facts, values, cell), confidence.percent);
  }
  return {
    terms(metric, row, line, group, cell) {
      if (confidence === null || !("values" in row.comparison)) return null;
      const wrongSide = ofRow(metric, row, line, group)?.(cell) ?? null;
      const facts = line.facts(metric, group);
      const value = rounded(facts.value(cell), facts.plan, run);
      const isUnsure = value !== null && wrongSide !== true && !comparisonHolds(row.comparison, value);
      const percent = `${confidence.percent}%`;
      const text = isUnsure ? `; at ${percent} confidence this may still be chance` : "";
      return { ...NO_PEERS, confidence: { percent, wrongSide }, text };
    },
    ofRule(rule, line, group) {
      const found = rows.get(rule);
      return found === undefined ? null : ofRow(found.limit.metric, found.row, line, group);
    },
  };
}

const NO_PEERS = { isMet: null, bound: null, peers: null, rank: null, distance: null } as const;

function sureAt(
  comparison: PlainComparison,
  sample: Sample | null,
  percent: 80 | 90 | 95 | 99,
): boolean | null {
  return sample === null ? null : isOnWrongSide(comparison, sample, percent);
}

/** What a metric's interval in a cell is made from; null for forms that have none. */
function sampleAt(
  { plan, states, type }: MetricFacts,
  values: UnitState | null,
  cell: number,
): Sample | null {
  const [state] = states;
  if (state === undefined) return null;
  switch (plan.form.kind) {
    case "share":
      return {
        kind: "share",
        hits: BigInt(state.share.numerator.get(cell)),
        rows: BigInt(state.rows.get(cell)),
      };
    case "net_score": {
      const { promoters, detractors, answers } = state.netScore;
      return {
        kind: "net",
        promoters: BigInt(promoters.get(cell)),
        detractors: BigInt(detractors.get(cell)),
        answers: BigInt(answers.get(cell)),
      };
    }
    case "average":
      return values === null || type === null
        ? null
        : {
            kind: "mean",
            count: BigInt(state.sum.count.get(cell)),
            sum: state.sum.sum(cell),
            squares: squaresOf(values, cell),
            scale: BigInt(scaleOf(type)),
          };
    default:
      return null;
  }
}

function squaresOf({ rank }: UnitState, cell: number): bigint {
  let sum = 0n;
  rank.countWhere(cell, (value) => {
    sum += value * value;
    return false;
  });
  return sum;
}
