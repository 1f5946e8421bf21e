/** Follows the names inside conditions, populations, metrics and exclusions. */

import type { ComparisonOperator, Condition, Literal, Population } from "./condition-plan.ts";
import { fieldOf, type Known, mustCountBusinessDays, mustExist, report, timeFieldOf } from "./known.ts";
import type { MetricForm, MetricPlan } from "./metric-plan.ts";
import type { ExclusionPlan } from "./standard-plan.ts";
import type { FieldType } from "./table-plan.ts";

/** Longest pattern of `matches`: even linear matching pays for a long one. */
export const MAX_PATTERN = 1000;

type Comparison = Extract<Condition, { readonly kind: "compare" }>;

/** Checks a population. */
export function checkPopulation(known: Known, population: Population, path: string): void {
  mustExist(known, known.datasets, population.dataset, `${path}.dataset`, "dataset");
  if (population.where !== null) checkCondition(known, population.where, population.dataset, `${path}.where`);
}

/** Checks one metric, cycles among metrics aside. */
export function checkMetric(known: Known, metric: MetricPlan, path: string): void {
  const datasets = checkForm(known, metric.form, `${path}.form`);
  for (const dataset of datasets) {
    if (metric.dated !== null) timeFieldOf(known, dataset, metric.dated, `${path}.dated`);
    if (metric.countsAtMost !== null)
      fieldOf(known, dataset, metric.countsAtMost.per, `${path}.countsAtMost.per`);
  }
}

/** Notes metrics that are made of themselves, by setting aside, over and over, those whose parts are all set aside. */
export function checkMetricCycles(known: Known, metrics: readonly MetricPlan[]): void {
  const waiting = new Map<string, number>();
  const wholes = new Map<string, string[]>();
  for (const { name, form } of metrics) {
    const parts = partsOf(form).filter((part) => known.metrics.has(part));
    waiting.set(name, parts.length);
    for (const part of parts) {
      const above = wholes.get(part) ?? [];
      above.push(name);
      wholes.set(part, above);
    }
  }
  const free = [...waiting].filter(([, count]) => count === 0).map(([name]) => name);
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    waiting.delete(name);
    for (const whole of wholes.get(name) ?? []) {
      const count = (waiting.get(whole) ?? 0) - 1;
      waiting.set(whole, count);
      if (count === 0) free.push(whole);
    }
  }
  for (const [index, { name }] of metrics.entries()) {
    if (waiting.has(name)) report(known, `metrics[${index}].form`, `metric \`${name}\` is made of itself`);
  }
}

/** Checks one exclusion. */
export function checkExclusion(known: Known, exclusion: ExclusionPlan, path: string): void {
  checkPopulation(known, exclusion.removes, `${path}.removes`);
  if (exclusion.recorded !== null) checkPopulation(known, exclusion.recorded, `${path}.recorded`);
  const by = exclusion.affected?.by ?? null;
  if (by !== null) fieldOf(known, exclusion.removes.dataset, by, `${path}.affected.by`);
}

function partsOf(form: MetricForm | undefined): readonly string[] {
  if (form?.kind === "ratio") return [form.numerator, form.denominator];
  return form?.kind === "period_mean" ? [form.metric] : [];
}

/** Checks a form and gives the datasets that it reads itself. */
function checkForm(known: Known, form: MetricForm, path: string): readonly string[] {
  switch (form.kind) {
    case "share":
    case "rate":
      checkPopulation(known, form.numerator, `${path}.numerator`);
      checkPopulation(known, form.denominator, `${path}.denominator`);
      if (form.kind === "share" && form.numerator.dataset !== form.denominator.dataset) {
        report(known, `${path}.denominator.dataset`, "a share is of rows of one dataset");
      }
      return [form.numerator.dataset, form.denominator.dataset];
    case "ratio":
      mustExist(known, known.metrics, form.numerator, `${path}.numerator`, "metric");
      mustExist(known, known.metrics, form.denominator, `${path}.denominator`, "metric");
      return [];
    case "period_mean":
      mustExist(known, known.metrics, form.metric, `${path}.metric`, "metric");
      return [];
    case "time_outside":
      mustExist(known, known.clocks, form.clock, `${path}.clock`, "clock");
      return [];
    case "count":
      checkPopulation(known, form.population, `${path}.population`);
      return [form.population.dataset];
    default:
      checkPopulation(known, form.population, `${path}.population`);
      fieldOf(known, form.population.dataset, form.field, `${path}.field`);
      if (form.kind === "percentile" && !isShare(form.percent)) {
        report(known, `${path}.percent`, "must be above 0% and at most 100%");
      }
      return [form.population.dataset];
  }
}

function isShare({ numerator, denominator }: { numerator: string; denominator: string }): boolean {
  return BigInt(numerator) > 0n && BigInt(numerator) <= BigInt(denominator);
}

/** Checks a condition over rows of a dataset. Its depth is bounded by that of the bundle. */
export function checkCondition(known: Known, condition: Condition, dataset: string, path: string): void {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const [index, part] of condition.of.entries()) {
        checkCondition(known, part, dataset, `${path}.of[${index}]`);
      }
      return;
    case "not":
      checkCondition(known, condition.of, dataset, `${path}.of`);
      return;
    case "has":
      checkLookUp(known, condition, dataset, path);
      return;
    case "compare":
      checkComparison(known, condition, dataset, path);
  }
}

function checkLookUp(
  known: Known,
  lookUp: Extract<Condition, { readonly kind: "has" }>,
  dataset: string,
  path: string,
): void {
  fieldOf(known, dataset, lookUp.key, `${path}.key`);
  if (lookUp.within !== null) timeFieldOf(known, dataset, lookUp.within.after, `${path}.within.after`);
  if (lookUp.within?.unit === "business_day") mustCountBusinessDays(known, `${path}.within.unit`);
  if (!mustExist(known, known.datasets, lookUp.dataset, `${path}.dataset`, "dataset")) return;
  fieldOf(known, lookUp.dataset, lookUp.key, `${path}.key`);
  if (lookUp.within !== null && known.datasets.get(lookUp.dataset)?.dated === null) {
    report(known, `${path}.within`, `dataset \`${lookUp.dataset}\` has no date`);
  }
  if (lookUp.where !== null) checkCondition(known, lookUp.where, lookUp.dataset, `${path}.where`);
}

function checkComparison(known: Known, comparison: Comparison, dataset: string, path: string): void {
  const type = leftType(known, comparison, dataset, `${path}.left`);
  const { operator, right } = comparison;
  if (!countFits(operator, right.length)) {
    report(known, `${path}.right`, `\`${operator}\` does not compare with ${right.length} values`);
  }
  for (const [index, literal] of right.entries()) {
    const at = `${path}.right[${index}]`;
    if (literal.kind === "field") fieldOf(known, dataset, literal.name, `${at}.name`);
    else if (type !== null && !literalFits(type, literal)) {
      report(
        known,
        at,
        `a value of kind \`${literal.kind}\` is not compared with one of type \`${type.kind}\``,
      );
    }
    if (operator === "matches" && literal.kind === "text" && literal.text.length > MAX_PATTERN) {
      report(known, at, `the pattern is longer than ${MAX_PATTERN} characters`);
    }
  }
}

function leftType(known: Known, { left }: Comparison, dataset: string, path: string): FieldType | null {
  switch (left.kind) {
    case "field":
      return fieldOf(known, dataset, left.name, `${path}.name`)?.type ?? null;
    case "date_of": {
      const field = fieldOf(known, dataset, left.name, `${path}.name`);
      if (field !== null && field.type.kind !== "timestamp") {
        report(known, `${path}.name`, `field \`${left.name}\` is no timestamp`);
      }
      return { kind: "date", written: null };
    }
    case "partner":
      mustExist(known, known.partnerFields, left.name, `${path}.name`, "field of the partners");
      return known.partnerFields.get(left.name)?.type ?? null;
    case "metric":
    case "verdict":
    case "score":
      report(known, path, `a ${left.kind} is not read row by row`);
      return null;
  }
}

function countFits(operator: ComparisonOperator, count: number): boolean {
  if (operator === "between") return count === 2;
  if (operator === "is_one_of") return count >= 1;
  return count === (operator === "is_given" || operator === "is_not_given" ? 0 : 1);
}

/** Whether a literal is of a field's type. */
export function literalFits(type: FieldType, literal: Literal): boolean {
  switch (literal.kind) {
    case "number":
      return ["number", "total", "money", "duration", "days"].includes(type.kind);
    case "member":
      return type.kind === "one_of" && type.members.some(({ name }) => name === literal.name);
    case "instant":
      return type.kind === "timestamp";
    case "field":
      return true;
    default:
      return type.kind === literal.kind;
  }
}
