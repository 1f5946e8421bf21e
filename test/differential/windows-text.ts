/** Random windows of standards, as text, and the days on which they are assessed. */
import type { Era } from "./calendar.ts";
import { metricTest } from "./limits-text.ts";
import type { Material } from "./material.ts";
import { type MetricSpec, shorter } from "./metrics-text.ts";
import type { Tape } from "./tape.ts";

export interface WindowText {
  readonly lines: readonly string[];
  /** The dataset of a latest window. */
  readonly dataset: string | null;
  /** Spans of which the window holds whole ones. */
  readonly holds: readonly string[];
}

/** Assessments on business days of the spans that the era assesses. */
export function businessDaysOf(era: Era, hasBusinessDays: boolean): readonly string[] {
  if (!hasBusinessDays) return [];
  const spans = [...new Set(era.assessed.flatMap((text) => text.match(/of each (.*)$/)?.[1] ?? []))];
  return spans.flatMap((span) => [1, 3, 7].map((day) => `on business day ${day} of each ${span}`));
}

export function windowOf(tape: Tape, lead: MetricSpec, { era, metrics, around }: Material): WindowText {
  const shape = lead.each === null ? tape.upTo(10) : 0;
  const sole = lead.reads.length === 1 ? lead.table : null;
  if (shape < 6) {
    const fitting = era.spans.filter((span) => lead.each === null || shorter[span]?.includes(lead.each));
    const span = tape.pick(fitting.length > 0 ? fitting : era.spans);
    return { lines: [`measured each ${span}`], dataset: null, holds: shorter[span] ?? [] };
  }
  const isYearly = lead.table.party === "partner" && around.partnerTests.length > 0 && shape === 6;
  if (isYearly && tape.chance(25))
    return {
      lines: [`measured each partner year from ${tape.pick(["started_on", "joined_at"])}`],
      dataset: null,
      holds: [],
    };
  const assessed = `assessed ${tape.pick([...era.assessed, ...businessDaysOf(era, around.hasBusinessDays)])}`;
  if (shape === 9 && sole?.isOrdered === true && !lead.hasOwnDate && !lead.isOfTime) {
    const population = metrics.filter(
      (spec) => spec.form === "count" && overOne(spec, sole.name) && spec.lines.length === 1,
    );
    const of = population.length > 0 && tape.chance(30) ? tape.pick(population).name : sole.name;
    return {
      lines: [`measured over latest ${tape.pick([5, 3, 1, 10])} ${of}`, assessed],
      dataset: sole.name,
      holds: [],
    };
  }
  const first = `measured over rolling ${tape.pick(era.rolling)}`;
  const choosing = metrics.filter((spec) => spec.each === null && spec.table.party === lead.table.party);
  if (shape !== 8 || choosing.length === 0) return { lines: [first, assessed], dataset: null, holds: [] };
  const between = tape.chance(30)
    ? [`measured over rolling ${tape.pick(era.rolling)} when ${metricTest(tape, tape.pick(choosing))}`]
    : [];
  const lines = [
    `${first} when ${metricTest(tape, tape.pick(choosing))}`,
    ...between,
    `measured over rolling ${tape.pick(era.rolling)} otherwise`,
    assessed,
  ];
  return { lines, dataset: null, holds: [] };
}

/** May the metric stand beside a latest window of the dataset? */
export const overOne = (spec: MetricSpec, dataset: string): boolean =>
  spec.reads.every(({ name }) => name === dataset) && !spec.hasOwnDate && !spec.isOfTime;
