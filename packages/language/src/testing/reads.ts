/**
 * What the verdicts and findings that a test expects are made of: other verdicts, scores and metrics, and these again.
 *
 * A standard waits for the duties whose miss counts as its own, a duty for the verdicts of its condition, a
 * consequence for everything that it names. Only what is found here is judged, so that rows which a person invents
 * for one standard need not satisfy all others.
 */
import type {
  Amount,
  Condition,
  MetricPlan,
  ModelParts,
  MoneyPlan,
  VerdictTest,
} from "@tenet-lang/evaluator";
import { metricsRead, scoresRead, verdictsRead } from "../check/condition-names.ts";
import type { Model, StandardModel } from "../check/model.ts";

/** Names of declarations, and of the metrics that they read themselves. */
export interface Reads {
  readonly names: ReadonlySet<string>;
  readonly metrics: ReadonlySet<string>;
}

/** Everything that the declarations of these names read, they included. */
export function readsOf(model: Model, subjects: readonly string[]): Reads {
  const names = new Set<string>();
  const metrics = new Set<string>();
  const open = [...subjects];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    const read = ownReads(model, name);
    open.push(...read.names);
    for (const metric of read.metrics) metrics.add(metric);
  }
  return { names, metrics };
}

/** Metrics by name, with the metrics that they are made of. */
export function withParts(names: Iterable<string>, metrics: readonly MetricPlan[]): readonly MetricPlan[] {
  const byName = new Map(metrics.map((metric) => [metric.name, metric]));
  const found = new Set<MetricPlan>();
  const visit = (name: string): void => {
    const metric = byName.get(name);
    if (metric === undefined || found.has(metric)) return;
    found.add(metric);
    for (const part of partsOf(metric)) visit(part);
  };
  for (const name of names) visit(name);
  return [...found];
}

function partsOf({ form }: MetricPlan): readonly string[] {
  if (form.kind === "ratio") return [form.numerator, form.denominator];
  return form.kind === "period_mean" ? [form.metric] : [];
}

/** What a declaration names itself. */
interface OwnReads {
  readonly names: readonly string[];
  readonly metrics: readonly string[];
}

const NOTHING: OwnReads = { names: [], metrics: [] };

function ownReads(model: Model, name: string): OwnReads {
  const isNamed = (plan: { readonly name: string }): boolean => plan.name === name;
  const standard = model.standards.find(isNamed);
  if (standard !== undefined) return standardReads(model, standard);
  const duty = model.duties.find(isNamed);
  if (duty !== undefined) return { names: duty.when?.verdicts ?? [], metrics: duty.when?.metrics ?? [] };
  const money = [...model.credits, ...model.bonuses].find(isNamed);
  return money === undefined ? otherReads(model, isNamed) : moneyReads(money);
}

function standardReads({ duties }: Model, standard: StandardModel): OwnReads {
  const { name, requires, gates, warnings, measured, needs } = standard;
  const limits = requires.flatMap(({ alternatives }) => alternatives);
  const conditions = [
    ...gates,
    ...warnings.map(({ condition }) => condition),
    ...measured.flatMap(({ when }) => (when === null ? [] : [when])),
  ];
  const metrics = [
    ...limits.map(({ metric }) => metric),
    ...limits.flatMap(({ tolerates }) => (tolerates === null ? [] : [tolerates.metric])),
    ...(needs?.counts.kind === "metric" ? [needs.counts.name] : []),
    ...conditions.flatMap(metricsRead),
  ];
  return { names: duties.filter((duty) => duty.missedCounts === name).map((duty) => duty.name), metrics };
}

function moneyReads(plan: MoneyPlan<Condition>): OwnReads {
  const conditions = plan.gives.flatMap(({ when }) => (when === null ? [] : [when]));
  const tests: readonly VerdictTest[] = [...plan.unless, ...plan.gives.flatMap(({ verdicts }) => verdicts)];
  const amounts = [
    ...(plan.pool === null ? [] : [plan.pool.atRisk]),
    ...plan.gives.map(({ amount }) => amount),
    ...plan.caps.map(({ amount }) => amount),
  ];
  return {
    names: [
      ...(plan.on === null ? [] : [plan.on]),
      ...(plan.pool?.weights ?? []).map(({ name }) => name),
      ...tests.map(({ name }) => name),
      ...conditions.flatMap(verdictsRead),
    ],
    metrics: [...plan.gives.flatMap(({ metrics }) => metrics), ...amounts.flatMap(metricsOfAmount)],
  };
}

function metricsOfAmount(amount: Amount): readonly string[] {
  return amount.kind === "percent" && amount.of.kind === "metric" ? [amount.of.name] : [];
}

function otherReads(model: ModelParts, isNamed: (plan: { readonly name: string }) => boolean): OwnReads {
  const points = model.points.find(isNamed);
  if (points !== undefined) {
    const conditions = points.bands.flatMap(({ when }) => (when === null ? [] : [when]));
    return { names: [points.on], metrics: conditions.flatMap(metricsRead) };
  }
  const escalation = model.escalations.find(isNamed);
  if (escalation !== undefined) {
    const { on, line, steps } = escalation;
    const tests = steps.flatMap(({ condition }) => (condition.kind === "all" ? condition.verdicts : []));
    const followed = line.kind === "verdicts" ? [line.of] : [];
    return {
      names: [...(on === null ? [] : [on]), ...followed, ...tests.map(({ name }) => name)],
      metrics: [],
    };
  }
  const ratchet = model.ratchets.find(isNamed);
  if (ratchet !== undefined) return { names: [ratchet.on], metrics: [ratchet.metric] };
  const scorecard = model.scorecards.find(isNamed);
  if (scorecard !== undefined) return { names: [], metrics: scorecard.weights.map(({ metric }) => metric) };
  const tiers = model.tiers.find(isNamed);
  if (tiers === undefined) return NOTHING;
  const conditions = tiers.levels.flatMap(({ when }) => (when === null ? [] : [when]));
  return { names: [...tiers.verdicts, ...conditions.flatMap(scoresRead)], metrics: tiers.metrics };
}
