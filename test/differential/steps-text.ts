/** Random escalations, ratchets, scorecards and tiers as text. */
import { type ConsequenceMaterial, event, namesOf, verdictWords } from "./consequence-material.ts";
import { metricTest, size } from "./limits-text.ts";
import type { MetricSpec } from "./metrics-text.ts";
import type { Tape } from "./tape.ts";
import { businessDaysOf } from "./windows-text.ts";

/** Steps by events of one standard, by verdicts of several, and by what became of earlier steps. */
export function escalation(tape: Tape, name: string, material: ConsequenceMaterial): readonly string[] {
  const { followed, around } = material;
  const on = tape.pick(followed);
  const alike = namesOf(material, on.party);
  const lengths = around.hasBusinessDays ? [...civilLengths, ...businessLengths] : civilLengths;
  const hasOn = tape.chance(75);
  const cured: string[] = [];
  const steps = ["letter", "plan", "end"].slice(0, tape.pick([3, 2, 1])).map((step, at) => {
    const ofSteps = cured.map((one) => `${one} is ${tape.pick(["not cured", "cured", "not cured"])}`);
    const [earlier] = ofSteps;
    const when =
      earlier !== undefined && tape.chance(60)
        ? earlier
        : hasOn && tape.chance(75)
          ? event(tape, [on], 2)
          : verdictsOf(tape, alike);
    const cure = at < 2 && tape.chance(70) ? ` cure within ${tape.pick(lengths)}` : "";
    if (cure !== "") cured.push(step);
    const notice = tape.chance(30) ? ` notice within ${tape.pick(lengths)}` : "";
    return `step ${step} "Step ${at}" when ${when}${cure}${notice}`;
  });
  const resets = hasOn && tape.chance(35) ? [`resets after ${event(tape, [on], 2)}`] : [];
  return [`escalation ${name} "Steps"${hasOn ? ` on ${on.name}` : ""}`, ...steps, ...resets];
}

const civilLengths = [
  "45 days",
  "10 days",
  "2 months",
  "6 weeks",
  "1 quarters",
  "1 days",
  "1 years",
  "2 quarters",
];
const businessLengths = ["5 business days", "1 business days", "20 business days"];

function verdictsOf(tape: Tape, names: readonly string[]): string {
  const word = (): string => tape.pick(["missed", "missed", "met", ...verdictWords]);
  const one = (): string => `${tape.pick(names)} is ${word()}`;
  return tape.chance(30) ? `${one()} and ${one()}` : one();
}

/** A limit that rises; null where no standard has one limit. */
export function ratchet(tape: Tape, name: string, material: ConsequenceMaterial): readonly string[] | null {
  const fitting = material.followed.filter(
    ({ words, limited }) => words !== null && new Set(words.map(better)).size === 1 && limited.length === 1,
  );
  if (fitting.length === 0 || material.isAmended) return null;
  const on = tape.pick(fitting);
  const isPercent = on.limited[0]?.type === "percent";
  const canExceed = tape.chance(40);
  return [
    `ratchet ${name} "Rises" on ${on.name}`,
    `when ${canExceed ? "exceeded" : tape.pick(["met", "met", "missed"])} ${tape.pick([1, 2, 1])} ${on.span}s in a row`,
    "raises limit to halfway between limit and average",
    ...(isPercent && tape.chance(60)
      ? [`capped at ${tape.pick(["90%", "75%", "66.6%", "80%", "50%"])}`]
      : []),
  ];
}

const better = (words: string): boolean => words === "at least" || words === "more than";

const shares: readonly (readonly string[])[] = [["100%"], ["60%", "40%"], ["33.3%", "33.3%", "33.4%"]];

/** Metrics scaled and weighted; null where there is none in numbers. */
export function scorecard(tape: Tape, name: string, material: ConsequenceMaterial): readonly string[] | null {
  const { party } = tape.pick(material.followed);
  const metrics = numbersOf(material, party);
  if (metrics.length === 0) return null;
  const weights = tape.pick(shares.filter((one) => one.length <= metrics.length));
  const start = tape.upTo(metrics.length);
  const { era } = material;
  const isRolling = tape.chance(35);
  return [
    `scorecard ${name} "Score"`,
    ...weights.map((share, at) => {
      const one = metrics[(start + at) % metrics.length] as MetricSpec;
      const [from = "0", to = "1"] = bounds(tape, one);
      return `weight ${share} to ${one.name} scaled from ${from} to ${to}`;
    }),
    ...(isRolling
      ? [
          `measured over rolling ${tape.pick(era.rolling)}`,
          `assessed ${tape.pick([...era.assessed, ...businessDaysOf(era, material.around.hasBusinessDays)])}`,
        ]
      : [`measured each ${tape.pick(era.spans)}`]),
  ];
}

function numbersOf({ metrics }: ConsequenceMaterial, party: string): readonly MetricSpec[] {
  return metrics.filter(
    ({ table, each, type, values }) =>
      table.party === party && each === null && type !== "named" && new Set(values.map(size)).size > 1,
  );
}

/** Two different values, either way round. */
function bounds(tape: Tape, { values }: MetricSpec): readonly string[] {
  const first = tape.pick(values);
  const second = tape.pick(values.filter((value) => size(value) !== size(first)));
  return [first, second];
}

/** Levels by verdicts, scores, metrics and the partner. */
export function tiers(tape: Tape, name: string, material: ConsequenceMaterial): readonly string[] {
  const { followed, era, around, scorecards } = material;
  const { party } = tape.pick(followed);
  const alike = namesOf(material, party);
  const metrics = numbersOf(material, party);
  const scores = scorecards.filter((one) => one.party === party);
  const one = (): string => {
    const shape = tape.upTo(5);
    if (shape === 0 && scores.length > 0)
      return `${tape.pick(scores).name} ${tape.pick(["at least 50", "more than 0", "at most 99.9", "from 10 to 90"])}`;
    if (shape === 1 && metrics.length > 0) return metricTest(tape, tape.pick(metrics));
    if (shape === 2 && party === "partner" && around.partnerTests.length > 0)
      return `(${tape.pick(around.partnerTests)})`;
    return `${tape.pick(alike)} ${tape.pick(["is met", "is missed", "is not missed", "is one of met, pending"])}`;
  };
  const levels = ["gold", "silver"].map((level) => {
    const when = tape.chance(40) ? `${one()} ${tape.pick(["and", "or"])} ${one()}` : one();
    return `level ${level} "Level ${level}" when ${when}`;
  });
  const assessed = [...era.assessed, ...businessDaysOf(era, around.hasBusinessDays)];
  return [`tiers ${name} "Levels"`, `assessed ${tape.pick(assessed)}`, ...levels, "level rest otherwise"];
}
