/** The declaration behind a finding, and its sentences as they were agreed. */
import type { Bundle, Finding, Origin } from "@tenet-lang/evaluator";
import { groupedBy, type LetterItem, plainItem } from "./letter-words.ts";

/** What a bundle holds of the declaration. */
export type FindingPlan = Bundle[
  | "credits"
  | "points"
  | "escalations"
  | "ratchets"
  | "scorecards"
  | "tiers"][number];

/** The plan; null where the bundle has none of this name. */
export function planOf({ kind, name }: Finding, bundle: Bundle): FindingPlan | null {
  const plans = {
    credit: bundle.credits,
    bonus: bundle.bonuses,
    points: bundle.points,
    escalation: bundle.escalations,
    ratchet: bundle.ratchets,
    scorecard: bundle.scorecards,
    tiers: bundle.tiers,
  } as const;
  const own: readonly FindingPlan[] = plans[kind];
  return own.find((plan) => plan.name === name) ?? null;
}

/** The sentences of the declaration, in the order written, and why it was agreed. */
export function agreedItems(
  finding: Finding,
  bundle: Bundle,
  pathOf: (file: string) => string,
): readonly LetterItem[] {
  const plan = planOf(finding, bundle);
  const because = plan !== null && "because" in plan ? plan.because : null;
  const files = plan === null ? [] : [...groupedBy(sentencesOf(plan), ({ file }) => file)];
  return [
    ...(files.length === 0 ? [plainItem(`See ${pathOf(finding.origin.file)}:${finding.origin.line}`)] : []),
    ...files.map(([file, sentences]) => ({
      text: `In ${pathOf(file)}:`,
      details: sentences.map(({ line, text }) => `line ${line}: ${text}`),
    })),
    ...(because === null ? [] : [plainItem(`Agreed because: ${because}`)]),
  ];
}

/** The head and what stands below it. A bundle need not hold all sentences: then those of its parts must do. */
function sentencesOf(plan: FindingPlan): readonly Pick<Origin, "file" | "line" | "text">[] {
  const { file, line, text, sentences } = plan.origin;
  if (sentences === undefined) return originsIn(plan);
  const said = sentences.filter((sentence) => !sentence.text.startsWith("because "));
  return [{ file, line, text }, ...said.map((sentence) => ({ file, ...sentence }))];
}

/** All origins in a plan, each line once. */
function originsIn(plan: FindingPlan): readonly Origin[] {
  const origins = new Map(foundIn(plan).map((origin) => [`${origin.file}:${origin.line}`, origin]));
  return [...origins.values()].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}

function foundIn(value: unknown): readonly Origin[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "origin" ? [part as Origin] : foundIn(part),
  );
}
