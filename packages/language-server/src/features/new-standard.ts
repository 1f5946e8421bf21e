/** Standards that could be written: one draft for each metric that the agreement knows, its limit in the right unit. */
import type { MetricForm, MetricPlan, MetricUnit } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import type { ModelContext } from "../analysis/phase.ts";
import type { NewStandardParams, StandardDraft } from "../protocol/requests-drafts.ts";
import { declaredInFile } from "./declared-in-file.ts";
import { feature } from "./feature.ts";

export const newStandard = feature<"model", NewStandardParams, readonly StandardDraft[]>({
  method: "tenet/newStandard",
  needs: "model",
  otherwise: [],
  capabilities: {},
  answer: ({ analysed: { model, loaded } }) =>
    model === null ? namesOnly(loaded) : model.metrics.map((metric) => draftOf(metric, model)),
});

/** While the agreement has a mistake only the names are known, not what they measure. */
function namesOnly({ files }: ModelContext["analysed"]["loaded"]): readonly StandardDraft[] {
  const metrics = files.flatMap(declaredInFile).filter(({ kind }) => kind === "metric");
  return metrics.map(({ name, title }) => ({
    metric: name,
    label: title ?? name,
    detail: "metric",
    snippet: snippetOf(name, `at least \${3:95}`, null),
  }));
}

function draftOf(metric: MetricPlan, model: Model): StandardDraft {
  const { name, label, unit, better } = metric;
  const dataset = datasetOf(metric.form, model);
  return {
    metric: name,
    label: label ?? name,
    detail: dataset === null ? "measured from other metrics" : `measured from ${dataset}`,
    snippet: snippetOf(name, limitOf(unit, better), dataset),
  };
}

function snippetOf(metric: string, limit: string, dataset: string | null): string {
  const needs =
    dataset === null ? "needs no minimum" : `needs at least \${5:30} ${dataset} otherwise not_enough_data`;
  return [
    `standard \${1:name} "\${2:What is promised, in a sentence}"`,
    `  requires ${metric} ${limit}`,
    `  measured each calendar \${4|month,quarter,year,week|}`,
    `  ${needs}`,
    `  because "\${6:why it matters}"`,
    "$0",
  ].join("\n");
}

/** A limit in the unit of the metric, on the side that is asked for most. */
function limitOf(unit: MetricUnit, better: MetricPlan["better"]): string {
  const usual = lowerIsUsual(unit) ? "at most" : "at least";
  const side = better === null ? usual : better === "lower" ? "at most" : "at least";
  switch (unit.kind) {
    case "percent":
      return `${side} \${3:95}%`;
    case "duration":
      return `${side} \${3:60} ${unit.unit}`;
    case "money":
      return `${side} \${3:100} ${unit.currency}`;
    case "member":
      return `is \${3|${unit.members.join(",")}|}`;
    case "yes_no":
      return `is \${3|yes,no|}`;
    case "text":
      return `is "\${3:text}"`;
    default:
      return `${side} \${3:5}`;
  }
}

function lowerIsUsual({ kind }: MetricUnit): boolean {
  return kind === "duration" || kind === "money" || kind === "count";
}

/** The dataset whose rows the value rests on; null where it rests on other metrics or on a clock. */
function datasetOf(form: MetricForm, model: Model): string | null {
  switch (form.kind) {
    case "share":
    case "rate":
      return form.denominator.dataset;
    case "ratio":
    case "time_outside":
      return null;
    case "period_mean": {
      const part = model.metrics.find(({ name }) => name === form.metric);
      return part === undefined ? null : datasetOf(part.form, model);
    }
    default:
      return form.population.dataset;
  }
}
