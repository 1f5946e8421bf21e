/**
 * Random consequences as text: what they read of the standards of a case, and one declaration for each list of numbers.
 */
import { bonus, credit } from "./credits-text.ts";
import type { MetricSpec } from "./metrics-text.ts";
import { points } from "./points-text.ts";
import type { Material, StandardSpec } from "./standards-text.ts";
import { Tape } from "./tape.ts";

/** What consequences must know of a standard. */
export interface Followed {
  readonly name: string;
  readonly party: "partner" | "brand";
  /** The span that it is measured or assessed each: `month`. */
  readonly span: string;
  /** Metrics with a limit, without groups. */
  readonly limited: readonly MetricSpec[];
  /** Metrics that its conditions may read. */
  readonly reads: readonly MetricSpec[];
  /** Of a standard with one limit that has a better side: its words. */
  readonly words: readonly string[] | null;
}

/** What random consequences are made of. */
export interface ConsequenceMaterial extends Material {
  readonly followed: readonly Followed[];
  readonly isDeclared: boolean;
  readonly isAmended: boolean;
  /** Do quarters and years consist of months? */
  readonly hasWholeMonths: boolean;
  /** Earlier credits. */
  readonly credits: readonly string[];
}

/** Declarations in the order of the lists. */
export function consequences(
  seeds: readonly (readonly number[])[],
  material: Material,
  standards: readonly StandardSpec[],
  around: Pick<ConsequenceMaterial, "isDeclared" | "isAmended" | "hasWholeMonths">,
): readonly (readonly string[])[] {
  const followed = standards.map((one) => followedOf(one, material.metrics));
  const credits: string[] = [];
  return seeds.flatMap((numbers, at) => {
    const tape = new Tape(numbers);
    const given = { ...material, ...around, followed, credits: [...credits] };
    const kinds = credits.length < 2 ? [credit, credit, points, bonus] : [points, bonus];
    const make = tape.pick(kinds);
    const name = `f${at + 1}`;
    const lines = make(tape, name, given);
    if (lines !== null && make === credit) credits.push(name);
    return lines === null ? [] : [lines.map((line, index) => (index === 0 ? line : `  ${line}`))];
  });
}

function followedOf({ name, lines, limited }: StandardSpec, metrics: readonly MetricSpec[]): Followed {
  const all = lines.map((line) => line.trim());
  const rows = all.filter((line) => /^(requires|at |more |less |fewer |is |from )/.test(line));
  const grouped = rows.flatMap((line) => [...line.matchAll(/(\w+) [^,]*? for each/g)].map(([, one]) => one));
  const assessed = all.find((line) => line.startsWith("assessed"));
  const measured = all.find((line) => line.startsWith("measured"));
  const text = all.join("\n");
  const read = metrics.filter((one) =>
    new RegExp(`\\b${one.name}\\b`).test(text.replace(/measured.* when .*/g, "")),
  );
  const words = rows.flatMap(
    (line) => line.match(/\b(at least|at most|more than|less than|fewer than)\b/g) ?? [],
  );
  const isSingle = all.filter((line) => line.startsWith("requires")).length === 1 && limited.length === 1;
  const isPlain = !rows.some((line) =>
    /for each| is | from \S+ to | in best|peer/.test(line.replace(/ where .*/, "")),
  );
  return {
    name,
    party: limited[0]?.table.party === "brand" ? "brand" : "partner",
    span: measured?.includes("partner year")
      ? "year"
      : (/calendar (.*)$/.exec(assessed ?? measured ?? "")?.[1] ?? "month"),
    limited: limited.filter((one) => !grouped.includes(one.name) && !text.includes("for each")),
    reads: read,
    words: isSingle && isPlain ? words : null,
  };
}

/** An event over the verdicts of standards with one span. */
export function event(tape: Tape, of: readonly Followed[], most = 3): string {
  const canExceed = of.every(({ words }) => words !== null);
  const what = tape.pick(["missed", "met", ...(canExceed ? ["exceeded"] : ["missed"])]);
  const spans = [...new Set(of.map(({ span }) => span))];
  const shape = tape.upTo(3);
  if (shape === 1 && spans.length === 1 && spans[0] !== "half year")
    return `${what} ${tape.pick([2, 1, 3].filter((count) => count <= most))} ${spans[0]}s in a row`;
  if (shape === 0) return what;
  const rolling = tape.pick([
    "3 months",
    "2 weeks",
    "10 days",
    "1 quarters",
    "2 quarters",
    "1 years",
    "4 weeks",
  ]);
  return `${what} ${tape.pick([2, 1, 3])} times in rolling ${rolling}`;
}

export const verdictWords = ["missed", "met", "pending", "not_enough_data", "not_applicable"] as const;
