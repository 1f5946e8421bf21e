/** Metrics on the way to a verdict: each where it is declared, once, with its exact figures. */
import { counted, type MetricValue, rowWords, type Verdict } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import { declared, headOf, type Sentences, type sentencesOf } from "./sentences.ts";
import { fact, given, rowsValue, type Step, stepAt, type Value } from "./step.ts";

type MetricResult = Verdict["metrics"][number];
type Condition = ReturnType<typeof sentencesOf<"AppliesWhen">>[number]["condition"];

/** Where metrics are found, and which have been told already. */
export interface MetricReading {
  readonly sentences: Sentences;
  readonly model: Model;
  readonly metrics: readonly MetricResult[];
  readonly told: Set<MetricResult>;
}

/** The metrics of these names, of all rows. */
export function metricSteps(reading: MetricReading, names: readonly string[]): readonly Step[] {
  return names.flatMap((name) => metricStep(reading, name, null));
}

/** A metric of all rows, or of a group; nothing where it has been told already. */
export function metricStep(reading: MetricReading, name: string, group: string | null): readonly Step[] {
  const { metrics, told, model } = reading;
  const result = metrics.find((one) => one.metric === name && one.group === group);
  if (result === undefined || told.has(result)) return [];
  told.add(result);
  const { value, missing, outside } = result;
  const shown = valueText(value);
  const plan = model.metrics.find((metric) => metric.name === name);
  const isShare = plan?.form.kind === "share" && value !== null;
  const figures = isShare
    ? `: ${value.numerator ?? ""} of ${counted(BigInt(value.denominator ?? 0), rowWords(plan, model))}`
    : "";
  const called = groupName(name, group);
  return stepAt(
    headOf(declared(reading.sentences, "Metric", name)),
    `${called} is ${shown}${figures}`,
    shown,
    [
      fact(called, shown),
      ...figuresOf(value),
      ...rowsValue("rows with a missing value", missing),
      ...rowsValue("rows of the first part that are not in the second", outside),
    ],
  );
}

/** `on_time for north` */
export function groupName(metric: string, group: string | null): string {
  return group === null ? metric : `${metric} for ${group}`;
}

/** As people are told it: after the agreement's rounding. */
export function valueText(value: MetricValue | null): string {
  return value === null ? "no value" : (value.rounded?.text ?? value.text);
}

/** Names of the metrics that a condition compares, in the order written. */
export function metricsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "And":
    case "Or":
      return condition.operands.flatMap(metricsIn);
    case "Not":
      return metricsIn(condition.operand);
    case "Comparison":
      return condition.left.form === "field" ? [condition.left.name.text] : [];
    case "Lookup":
      return [];
  }
}

/** Of whole numbers the value says it all. */
function figuresOf(value: MetricValue | null): readonly Value[] {
  if (value === null || value.denominator === "1") return [];
  return [
    ...given("numerator", value.numerator),
    ...given("denominator", value.denominator),
    ...given("before rounding", value.rounded === undefined ? null : value.text),
  ];
}
