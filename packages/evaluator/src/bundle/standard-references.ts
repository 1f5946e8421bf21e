/** Follows the names inside standards. */
import {
  type Known,
  mustCountBusinessDays,
  mustExist,
  partnerFieldOf,
  partnerTimeField,
  report,
} from "./known.ts";
import type { MetricForm } from "./metric-plan.ts";
import { checkPopulation } from "./metric-references.ts";
import type { LimitComparison, LimitPlan, RelativeComparison, StandardPlan } from "./standard-plan.ts";

/** Checks one standard: every rule, metric, dataset and exclusion that it names. */
export function checkStandard(known: Known, standard: StandardPlan, path: string): void {
  checkRuleNames(known, standard.scope, `${path}.scope`);
  checkRuleNames(known, standard.gates, `${path}.gates`);
  checkMetricNames(known, standard.gateMetrics, `${path}.gateMetrics`);
  for (const [index, { alternatives }] of standard.requires.entries()) {
    for (const [at, limit] of alternatives.entries()) {
      checkLimit(known, standard, limit, `${path}.requires[${index}].alternatives[${at}]`);
    }
  }
  for (const [index, { rule }] of standard.warnings.entries()) {
    mustExist(known, known.rules, rule, `${path}.warnings[${index}].rule`, "rule");
  }
  checkMetricNames(known, standard.warningMetrics, `${path}.warningMetrics`);
  checkMeasured(known, standard, path);
  checkNeeds(known, standard, `${path}.needs`);
  for (const [index, name] of standard.excluding.entries()) {
    mustExist(known, known.exclusions, name, `${path}.excluding[${index}]`, "exclusion");
  }
  for (const [index, name] of standard.covers.entries()) {
    mustExist(known, known.touchpoints, name, `${path}.covers[${index}]`, "touchpoint");
  }
}

function checkMeasured(known: Known, { measured, assessed, party }: StandardPlan, path: string): void {
  for (const [index, { window, when, metrics }] of measured.entries()) {
    const at = `${path}.measured[${index}]`;
    if (window.kind === "latest") checkPopulation(known, window.population, `${at}.window.population`);
    if (window.kind === "partner_year") {
      partnerTimeField(known, window.from, `${at}.window.from`);
      if (party === "brand") report(known, `${at}.window`, "the brand has no years of its own");
    }
    if (assessed?.kind === "on_business_day") mustCountBusinessDays(known, `${path}.assessed`);
    if ((window.kind === "rolling" || window.kind === "latest") && assessed === null) {
      report(known, `${path}.assessed`, "a rolling or latest window needs the days on which it is assessed");
    }
    if (when !== null) mustExist(known, known.rules, when, `${at}.when`, "rule");
    if ((when === null) !== (index === measured.length - 1)) {
      report(known, `${at}.when`, "the last line alone has no condition");
    }
    checkMetricNames(known, metrics, `${at}.metrics`);
  }
}

function checkNeeds(known: Known, { needs }: StandardPlan, path: string): void {
  if (needs === null) return;
  const { kind, name } = needs.counts;
  const at = `${path}.counts.name`;
  if (kind === "dataset") mustExist(known, known.datasets, name, at, "dataset");
  else mustExist(known, known.metrics, name, at, "metric");
  for (const [index, { applies, enough }] of needs.rows.entries()) {
    if (applies !== null) mustExist(known, known.rules, applies, `${path}.rows[${index}].applies`, "rule");
    mustExist(known, known.rules, enough, `${path}.rows[${index}].enough`, "rule");
  }
}

function checkLimit(known: Known, standard: StandardPlan, limit: LimitPlan, path: string): void {
  mustExist(known, known.metrics, limit.metric, `${path}.metric`, "metric");
  if (standard.confidence !== null) checkConfident(known, limit.metric, `${path}.metric`);
  if (limit.group !== null) checkGroup(known, limit.metric, limit.group, `${path}.group`);
  if (limit.tolerates !== null) {
    mustExist(known, known.metrics, limit.tolerates.metric, `${path}.tolerates.metric`, "metric");
  }
  for (const [index, row] of limit.rows.entries()) {
    const at = `${path}.rows[${index}]`;
    if (row.applies !== null) mustExist(known, known.rules, row.applies, `${at}.applies`, "rule");
    mustExist(known, known.rules, row.met, `${at}.met`, "rule");
    mustExist(known, known.rules, row.missed, `${at}.missed`, "rule");
    if (row.amendment !== null) {
      mustExist(known, known.amendments, row.amendment, `${at}.amendment`, "amendment");
    }
    checkValues(known, row.comparison, `${at}.comparison`);
    if ("values" in row.comparison) continue;
    checkRelative(known, row.comparison, `${at}.comparison`);
    if (standard.party === "brand" || limit.group !== null || standard.confidence !== null) {
      report(known, `${at}.comparison`, "peers are compared as a whole, partner by partner, as they are");
    }
  }
}

function checkValues(known: Known, comparison: LimitComparison, path: string): void {
  if (!("values" in comparison)) return;
  const { operator, values } = comparison;
  if (values.length === (operator === "between" ? 2 : 1)) return;
  report(known, `${path}.values`, `\`${operator}\` does not compare with ${values.length} values`);
}

function checkRelative(known: Known, { operator, by, best }: RelativeComparison, path: string): void {
  if (by !== null) partnerFieldOf(known, by, `${path}.by`);
  if ((operator === "in_best") !== (best !== null)) {
    report(known, `${path}.best`, "stands with `in_best`, and with nothing else");
  }
  if (best === null) return;
  const isShare = BigInt(best.numerator) > 0n && BigInt(best.numerator) <= BigInt(best.denominator);
  if (!isShare) report(known, `${path}.best`, "must be above 0% and at most 100%");
}

/** An interval is known of three forms (SPEC §4.2.12). */
function checkConfident(known: Known, metric: string, path: string): void {
  const form = known.metrics.get(metric)?.form.kind;
  if (form !== undefined && form !== "share" && form !== "average" && form !== "net_score") {
    report(known, path, `nothing is judged with confidence by a metric of the form \`${form}\``);
  }
}

/** The field of `for each` must be one of every dataset that the metric counts. */
function checkGroup(known: Known, metric: string, group: string, path: string): void {
  const form = known.metrics.get(metric)?.form;
  for (const dataset of form === undefined ? [] : datasetsOf(form)) {
    const fields = known.fields.get(dataset);
    if (fields !== undefined && !fields.has(group)) {
      report(known, path, `dataset \`${dataset}\` has no field \`${group}\``);
    }
  }
}

function datasetsOf(form: MetricForm): readonly string[] {
  if (form.kind === "share" || form.kind === "rate")
    return [form.numerator.dataset, form.denominator.dataset];
  return "population" in form ? [form.population.dataset] : [];
}

function checkRuleNames(known: Known, names: readonly string[], path: string): void {
  for (const [index, name] of names.entries()) {
    mustExist(known, known.rules, name, `${path}[${index}]`, "rule");
  }
}

function checkMetricNames(known: Known, names: readonly string[], path: string): void {
  for (const [index, name] of names.entries()) {
    mustExist(known, known.metrics, name, `${path}[${index}]`, "metric");
  }
}
