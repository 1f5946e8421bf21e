/**
 * Random consequences as text: what they read of the standards of a case, and one declaration for each list of numbers.
 */
import type { ConsequenceMaterial, Followed } from "./consequence-material.ts";
import { bonus, credit } from "./credits-text.ts";
import type { Material, StandardSpec } from "./material.ts";
import type { MetricSpec } from "./metrics-text.ts";
import { points } from "./points-text.ts";
import { escalation, ratchet, scorecard, tiers } from "./steps-text.ts";
import { Tape } from "./tape.ts";

/** Declarations in the order of the lists. */
export function consequences(
  seeds: readonly (readonly number[])[],
  material: Material,
  standards: readonly StandardSpec[],
  around: Pick<ConsequenceMaterial, "isDeclared" | "isAmended" | "hasWholeMonths" | "facts">,
): readonly (readonly string[])[] {
  const followed = standards.map((one) => followedOf(one, material.metrics));
  const made: (readonly string[])[] = [];
  const namesOf = (kind: string): readonly string[] =>
    made.flatMap(([head]) => (head?.startsWith(`${kind} `) ? [head.split(" ")[1] ?? ""] : []));
  for (const [at, numbers] of seeds.entries()) {
    const tape = new Tape(numbers);
    const credits = namesOf("credit");
    const scorecards = namesOf("scorecard").map((name) => ({
      name,
      party: partyOf(made, name, material.metrics),
    }));
    const given = { ...material, ...around, followed, credits, scorecards };
    const kinds = [
      points,
      bonus,
      escalation,
      escalation,
      ratchet,
      ratchet,
      scorecard,
      tiers,
      tiers,
      ...(credits.length < 2 ? [credit, credit, credit] : []),
    ];
    const lines = tape.pick(kinds)(tape, `f${at + 1}`, given);
    if (lines !== null) made.push(lines.map((line, index) => (index === 0 ? line : `  ${line}`)));
  }
  return made;
}

/** The party of a scorecard's metrics. */
function partyOf(made: readonly (readonly string[])[], name: string, metrics: readonly MetricSpec[]): string {
  const lines = made.find(([head]) => head?.startsWith(`scorecard ${name} `)) ?? [];
  return (
    metrics.find((one) => lines.some((line) => line.includes(` to ${one.name} scaled`)))?.table.party ?? ""
  );
}

function followedOf({ name, lines, limited }: StandardSpec, metrics: readonly MetricSpec[]): Followed {
  const all = lines.map((line) => line.trim());
  const rows = all.filter((line) => /^(requires|at |more |less |fewer |is |from |in )/.test(line));
  const grouped = rows.flatMap((line) => [...line.matchAll(/(\w+) [^,]*? for each/g)].map(([, one]) => one));
  const assessed = all.find((line) => line.startsWith("assessed"));
  const measured = all.find((line) => line.startsWith("measured"));
  const text = all.join("\n");
  const read = metrics.filter((one) => new RegExp(`\\b${one.name}\\b`).test(text.replace(/measured.*/g, "")));
  const words = rows.flatMap(
    (line) => line.match(/\b(at least|at most|more than|less than|fewer than)\b/g) ?? [],
  );
  const isSingle = all.filter((line) => line.startsWith("requires")).length === 1 && limited.length === 1;
  const isWithout = (pattern: RegExp): boolean =>
    !rows.some((line) => pattern.test(line.replace(/ where .*/, "")));
  const hasSide = isWithout(/for each|(^| )is |(^| )from .+? to |(^| )in best/);
  return {
    name,
    party: limited[0]?.table.party === "brand" ? "brand" : "partner",
    span: measured?.includes("partner year")
      ? "year"
      : (/calendar (.*)$/.exec(assessed ?? measured ?? "")?.[1] ?? "month"),
    limited: limited.filter((one) => !grouped.includes(one.name) && !text.includes("for each")),
    reads: read,
    canExceed: isSingle && hasSide,
    words: isSingle && hasSide && isWithout(/peer/) ? words : null,
  };
}
