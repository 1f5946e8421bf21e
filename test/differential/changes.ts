/** Changes of rules, of the checked model and of rows, for planting mistakes. */
import type { Bundle, Condition, MetricForm, MetricPlan, Rule, RuleCondition } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import type { RawRow } from "../reference/parse.ts";
import type { Run } from "./cases.ts";

// Changes of rules

export function withRules(
  bundle: Bundle,
  named: RegExp,
  change: (condition: RuleCondition) => RuleCondition,
): Bundle {
  const changed = (rule: Rule): Rule => ({ ...rule, conditions: { all: rule.conditions.all.map(change) } });
  return { ...bundle, rules: bundle.rules.map((rule) => (named.test(rule.name) ? changed(rule) : rule)) };
}

/** `at least` loses its limit, and so `less than` gains it. */
export function strictly(condition: RuleCondition): RuleCondition {
  if ("all" in condition) return { all: condition.all.map(strictly) };
  if ("any" in condition) return { any: condition.any.map(strictly) };
  if ("not" in condition) return { not: strictly(condition.not) };
  if (condition.operator === "strict:at_least") return { ...condition, operator: "strict:more_than" };
  return condition.operator === "strict:less_than" ? { ...condition, operator: "strict:at_most" } : condition;
}

export function oneMore(condition: RuleCondition): RuleCondition {
  if (!("fact" in condition) || typeof condition.value !== "object" || !("numerator" in condition.value))
    return condition;
  const { numerator, denominator } = condition.value;
  return { ...condition, value: { numerator: String(BigInt(numerator) + 1n), denominator } };
}

// Changes of the model

type Standard = Model["standards"][number];
type Limit = Standard["requires"][number]["alternatives"][number];

export const standards = (model: Model, change: (standard: Standard) => Standard): Model => ({
  ...model,
  standards: model.standards.map(change),
});

export const limits = (model: Model, change: (limit: Limit) => Limit): Model =>
  standards(model, (standard) => ({
    ...standard,
    requires: standard.requires.map((one) => ({ ...one, alternatives: one.alternatives.map(change) })),
  }));

export const agreement = (model: Model, change: Partial<Model["agreement"]>): Model => ({
  ...model,
  agreement: { ...model.agreement, ...change },
});

export const metrics = (model: Model, change: (metric: MetricPlan) => MetricPlan): Model => ({
  ...model,
  metrics: model.metrics.map(change),
});

export const forms = (model: Model, change: (form: MetricForm) => MetricForm): Model =>
  metrics(model, (metric) => ({ ...metric, form: change(metric.form) }));

export const datasets = (model: Model, change: Partial<Model["datasets"][number]>): Model => ({
  ...model,
  datasets: model.datasets.map((one) => ({ ...one, ...change })),
});

/** Every condition on rows, from the inside out. */
export function conditions(model: Model, change: (condition: Condition) => Condition): Model {
  const deep = (condition: Condition): Condition => {
    if (condition.kind === "and" || condition.kind === "or")
      return change({ ...condition, of: condition.of.map(deep) });
    if (condition.kind === "not") return change({ ...condition, of: deep(condition.of) });
    if (condition.kind === "has")
      return change({ ...condition, where: condition.where && deep(condition.where) });
    return change(condition);
  };
  const population = <T extends { readonly where: Condition | null }>(of: T): T => ({
    ...of,
    where: of.where && deep(of.where),
  });
  const changed = forms(model, (form) => {
    if (form.kind === "share" || form.kind === "rate") {
      return { ...form, numerator: population(form.numerator), denominator: population(form.denominator) };
    }
    return "population" in form ? { ...form, population: population(form.population) } : form;
  });
  return {
    ...changed,
    exclusions: changed.exclusions.map((one) => ({ ...one, removes: population(one.removes) })),
  };
}

export const given = (name: string): Condition => ({
  kind: "compare",
  left: { kind: "field", name },
  operator: "is_given",
  right: [],
});

/** The rows with every cell changed. */
export function withCells(run: Run, change: (cell: string) => string): Run {
  const changed = (row: RawRow): RawRow =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => [column, cell === null ? null : change(cell)]),
    );
  return {
    ...run,
    data: Object.fromEntries(Object.entries(run.data).map(([name, rows]) => [name, rows.map(changed)])),
  };
}
