/** Random points as text: bands over the metrics of a standard, and what doubles them. */
import { type ConsequenceMaterial, event } from "./consequence-material.ts";
import { size } from "./limits-text.ts";
import type { MetricSpec } from "./metrics-text.ts";
import type { Tape } from "./tape.ts";

export function points(
  tape: Tape,
  name: string,
  { followed }: ConsequenceMaterial,
): readonly string[] | null {
  const fitting = followed.filter(({ limited }) => limited.some(({ type }) => type !== "named"));
  if (fitting.length === 0) return null;
  const on = tape.pick(fitting);
  const given = (): string => tape.pick(["1", "0", "2", "0.5", "10"]);
  const conditions = [...new Set(on.limited)].flatMap((metric) => bandsOf(tape, metric));
  return [
    `points ${name} "Points ${name}" on ${on.name}`,
    ...conditions.map((one) => `gives ${given()} points when ${one}`),
    `gives ${given()} points otherwise`,
    ...(tape.chance(60) ? [`doubled when ${event(tape, [on])}`] : []),
  ];
}

/** Bands of one metric, each of which reaches further than the one before. */
function bandsOf(tape: Tape, { name, type, values }: MetricSpec): readonly string[] {
  if (type === "named") return [];
  const different = [...values]
    .sort((a, b) => size(b) - size(a))
    .filter((value, at, all) => at === 0 || size(value) !== size(all[at - 1] ?? ""));
  const some = different.filter(() => tape.chance(60));
  const bounds = some.length > 0 ? some : different.slice(0, 1);
  return tape.chance(50)
    ? bounds.map((value) => `${name} at least ${value}`)
    : bounds.reverse().map((value) => `${name} at most ${value}`);
}
