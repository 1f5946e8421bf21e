import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";
import { withCalls } from "./example-files.ts";

/** A metric over a field of a type that it cannot be made of. */
export const metricField: DiagnosticRule = {
  code: "TEN2403",
  name: "metric-field",
  severity: "error",
  spec: "§3.5.6",
  summary: "Averages, sums and ranks are made of numbers, durations or money, a net score of numbers.",
  help: "`number of different` counts the values of any field, and `latest` gives the newest value of any field but a date.",
  examples: {
    invalid: withCalls("metric outcome_average average of outcome in calls\n"),
    valid: withCalls("metric wait_average average of wait in calls\n"),
  },
  fix: "offered",
};

const FORM_WORDS: Readonly<Record<string, string>> = {
  Average: "an average",
  Sum: "a sum",
  Median: "a median",
  Percentile: "a percentile",
  Lowest: "the lowest",
  Highest: "the highest",
  Latest: "the latest value",
  NetScore: "a net score",
  PeriodMean: "an average over periods",
};

/** Reports a field (or a metric) that a form of metric cannot be made of. */
export function reportMetricField(site: Site, name: ast.Name, form: string, type: ValueType): void {
  const words = FORM_WORDS[form] ?? "a metric";
  site.say(
    metricField,
    name.span,
    `\`${name.text}\` is ${typeWords(type)}, of which there is no ${words.replace(/^(an?|the) /, "")}`,
  );
}
