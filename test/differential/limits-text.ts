/** Random limits and comparisons of metrics, as text. */
import type { MetricSpec } from "./metrics-text.ts";
import type { Tape } from "./tape.ts";

/** The words and value of a limit: `at least 95%`. */
export function limitOn(tape: Tape, spec: MetricSpec): string {
  const value = tape.pick(spec.values);
  if (spec.type === "named") return `${tape.pick(["is", "is not"])} ${value}`;
  const less = spec.type === "count" ? "fewer than" : "less than";
  const shape = tape.upTo(12);
  if (shape === 9) {
    const [low, high] = [value, spec.values[spec.values.length - 1] ?? value].sort(
      (a, b) => size(a) - size(b),
    );
    return `from ${low} to ${high}`;
  }
  if (shape === 10) return `is ${value}`;
  if (shape === 11) return `is not ${value}`;
  return `${["at least", "at most", "at least", "at most", "at least", "at most", "more than", less, "at least"][shape]} ${value}`;
}

const secondsIn = { minute: 60, hour: 3600, day: 86_400 };

/** How large a value is, durations in seconds. */
export function size(value: string): number {
  const [, seconds = 1] = Object.entries(secondsIn).find(([unit]) => value.includes(unit)) ?? [];
  return Number.parseFloat(value.replaceAll("_", "")) * seconds;
}

/** A comparison of a metric, for gates, warnings and adaptive windows. */
export function metricTest(tape: Tape, spec: MetricSpec): string {
  return `${spec.name} ${tape.chance(15) ? tape.pick(["is given", "is not given"]) : limitOn(tape, spec)}`;
}
