/** Which fields of each dataset one standard reads: in what they differ, rows are different rows to it (SPEC §3.2.15). */

import type { Bundle } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";
import { CASE, caseQuestions } from "../measure/cases.ts";
import { metricsOf } from "../measure/metrics-of.ts";
import { metricsRead, needOfMetric, needOfPopulation, needOfStandard, type Walk } from "../measure/needed.ts";

type Fields = (dataset: string) => ReadonlySet<string>;

/** Fields by dataset: those of conditions, values, dates, groups, keys of look-ups, and exclusions. */
export function fieldsRead(standard: StandardPlan, bundle: Bundle): Fields {
  const named = [...metricsOf(standard), ...standard.measured.flatMap(({ metrics }) => metrics)];
  return fieldsNeeded(bundle, (walk) => {
    for (const metric of metricsRead(bundle, named)) needOfMetric(metric, walk);
    for (const { removes, affected, recorded } of exclusionsOf(standard, bundle)) {
      needOfPopulation(removes, walk);
      if (affected !== null && affected.by !== null) walk.need(removes.dataset, affected.by);
      if (recorded !== null) needOfPopulation(recorded, walk);
    }
    needOfStandard(standard, bundle, walk);
  });
}

/** The same for a metric by itself. */
export function fieldsOfMetric(name: string, bundle: Bundle): Fields {
  return fieldsNeeded(bundle, (walk) => {
    for (const metric of metricsRead(bundle, [name])) needOfMetric(metric, walk);
  });
}

function fieldsNeeded(bundle: Bundle, take: (walk: Walk) => void): Fields {
  const fields = new Map<string, Set<string>>();
  const of = (dataset: string): Set<string> => {
    const known = fields.get(dataset) ?? new Set<string>();
    fields.set(dataset, known);
    return known;
  };
  const walk: Walk = {
    need(dataset, ...names) {
      for (const name of names) of(dataset).add(name);
    },
    store: () => undefined,
    refer: () => undefined,
  };
  take(walk);
  // Cases differ also in being stopped or pending, and never in their number alone.
  for (const { name } of bundle.clocks) {
    of(name).delete(CASE);
    walk.need(name, ...caseQuestions);
  }
  return of;
}

const exclusionsOf = ({ excluding }: StandardPlan, { exclusions }: Bundle): Bundle["exclusions"] =>
  exclusions.filter(({ name }) => excluding.includes(name));
