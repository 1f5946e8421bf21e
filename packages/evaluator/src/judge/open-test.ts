/** When a window is open: it has not ended, or rows may still arrive for a metric that the standard reads (SPEC §4.1.5). */
import type { StandardPlan } from "../bundle/standard-plan.ts";
import { metricsOf } from "../measure/metrics-of.ts";
import type { Run } from "../measure/run.ts";
import type { LineMeasure } from "../measure/standard-measure.ts";
import { finalInstant, type Occasion } from "../time/windows.ts";

/** May rows still arrive for a window: has it not ended, or is not every metric final? */
export function openTest(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  run: Run,
): (occasion: Occasion) => boolean {
  const finals = new Map<number, number>();
  return (occasion) => {
    const final = finals.get(occasion.endDay) ?? lastFinal(standard, lines, occasion, run);
    finals.set(occasion.endDay, final);
    return run.asOf < final;
  };
}

/** The longest `final` of the standard's metrics, from the window's end. */
function lastFinal(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  occasion: Occasion,
  run: Run,
): number {
  const names = [...metricsOf(standard), ...standard.measured.flatMap(({ metrics }) => metrics)];
  const finals = names.map((name) => longestFinal(name, occasion, run));
  return Math.max(finalInstant(occasion.endDay, null, run.clock), ...(lines.length === 0 ? [] : finals));
}

/** A metric's own `final`, or the longest of those that it is made of. */
function longestFinal(name: string, occasion: Occasion, run: Run): number {
  const metric = run.bundle.metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) return 0;
  const { form } = metric;
  const parts =
    form.kind === "ratio"
      ? [form.numerator, form.denominator]
      : form.kind === "period_mean"
        ? [form.metric]
        : [];
  const own = finalInstant(occasion.endDay, metric.final, run.clock);
  return Math.max(own, ...parts.map((part) => longestFinal(part, occasion, run)));
}
