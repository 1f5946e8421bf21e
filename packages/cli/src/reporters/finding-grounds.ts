/**
 * What a finding rests on: the verdicts that it read, what was measured in each, and what would have changed them.
 *
 * A finding names what it read; the figures stand with the verdicts of the same result. So a letter on an amount can be
 * checked down to the rows, without a second letter beside it.
 */
import type { Bundle, Finding, Verdict } from "@tenet-lang/evaluator";
import { type FindingPlan, planOf } from "./finding-plan.ts";
import { type ChangeView, changeItems } from "./letter-change.ts";
import { owedChanges } from "./letter-fact.ts";
import { type LetterItem, plainItem } from "./letter-words.ts";
import { count, firstOf, spaced, verdictPeriod, verdictWords } from "./words.ts";

const MOST_GROUNDS = 6;
const MOST_REASONS = 4;
/** So many misses of an escalation's standard are told, the newest. */
const MOST_MISSES = 4;

/** One item for each verdict that was read, with what was measured. */
export function groundItems(
  finding: Finding,
  verdicts: readonly Verdict[],
  bundle: Bundle,
): readonly LetterItem[] {
  const { shown, more } = firstOf(groundsOf(finding, verdicts, bundle), MOST_GROUNDS);
  return [
    ...shown.map((verdict) => ({
      text: `${titleOf(verdict)}: ${verdictWords(verdict.verdict)}`,
      details: verdict.reasons.slice(0, MOST_REASONS),
    })),
    ...(more > 0 ? [plainItem(`and ${count(more, "more verdict")}`)] : []),
  ];
}

/** What would have made the verdicts otherwise: of those that were missed, or, where none was, of those that were met. */
export function groundChanges(
  finding: Finding,
  verdicts: readonly Verdict[],
  bundle: Bundle,
  view: ChangeView,
): readonly LetterItem[] {
  const grounds = groundsOf(finding, verdicts, bundle);
  const missed = grounds.filter(({ verdict }) => verdict === "missed");
  const met = grounds.filter(({ verdict }) => verdict === "met");
  const { shown } = firstOf(missed.length > 0 ? missed : met, MOST_GROUNDS);
  return shown.flatMap((verdict) => {
    const items =
      verdict.kind === "standard" ? changeItems(verdict, bundle, view) : owedChanges(verdict, bundle, view);
    const details = items.flatMap((item) => [item.text, ...item.details]);
    return details.length === 0 ? [] : [{ text: titleOf(verdict), details }];
  });
}

function titleOf(verdict: Verdict): string {
  return `${verdict.label}, ${verdictPeriod(verdict)}`;
}

/** The verdicts, in the order in which they ended. */
function groundsOf(finding: Finding, verdicts: readonly Verdict[], bundle: Bundle): readonly Verdict[] {
  const plan = planOf(finding, bundle);
  if (plan === null) return [];
  const { kind, key } = finding.party;
  const own = verdicts.filter(({ party }) => party.kind === kind && party.key === key);
  const read = new Set(readBy(finding, plan, own, bundle));
  return own.filter((verdict) => read.has(verdict)).sort((a, b) => (a.period.end < b.period.end ? -1 : 1));
}

function readBy(
  finding: Finding,
  plan: FindingPlan,
  own: readonly Verdict[],
  bundle: Bundle,
): readonly Verdict[] {
  switch (finding.kind) {
    case "credit":
    case "bonus":
      return "caps" in plan
        ? own.filter((verdict) => isIn(verdict, finding) && namesIn(plan, bundle).has(verdict.standard))
        : [];
    case "points":
    case "ratchet":
      return own.filter(
        ({ standard, period }) =>
          "on" in plan && standard === plan.on && period.label === finding.period.label,
      );
    case "escalation":
      return "steps" in plan ? stepGrounds(finding, plan, own) : [];
    case "tiers":
      return finding.details.read.flatMap(({ name, verdict, period }) =>
        verdict === null
          ? []
          : own.filter(
              (each) =>
                each.standard === name && (each.kind === "attestation" || each.period.label === period),
            ),
      );
    case "scorecard":
      return [];
  }
}

/** Is it of the finding's period, or an attestation, which has none? */
function isIn({ kind, period }: Verdict, finding: Finding): boolean {
  const { firstDay, lastDay } = finding.period;
  return kind === "attestation" || (firstDay <= period.lastDay && period.lastDay <= lastDay);
}

type MoneyPlan = Extract<FindingPlan, { readonly caps: unknown }>;
type EscalationPlan = Extract<FindingPlan, { readonly steps: unknown }>;

/** Names whose verdicts decide an amount. */
function namesIn(plan: MoneyPlan, { rules }: Bundle): ReadonlySet<string> {
  const named = plan.gives.flatMap(({ when, verdicts }) => [
    ...verdicts.map(({ name }) => name),
    ...verdictFacts(rules.find(({ name }) => name === when)?.conditions),
  ]);
  return new Set([
    ...(plan.pool?.weights ?? []).map(({ name }) => name),
    ...(plan.on === null ? [] : [plan.on]),
    ...plan.unless.map(({ name }) => name),
    ...named,
  ]);
}

/** Verdict names among the facts of a rule. */
function verdictFacts(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "fact" && typeof part === "string" && part.startsWith("verdict:")
      ? [part.slice("verdict:".length)]
      : verdictFacts(part),
  );
}

/** The newest misses of the line of assessments, the verdict of this one, and what its steps name. */
function stepGrounds(
  { period, details }: Finding & { readonly kind: "escalation" },
  { line, steps }: EscalationPlan,
  own: readonly Verdict[],
): readonly Verdict[] {
  const ended = own.filter((verdict) => verdict.period.end <= period.end);
  const assessed = line.kind === "verdicts" ? ended.filter(({ standard }) => standard === line.of) : [];
  const inForce = new Set([...details.holding, ...details.found.map(({ step }) => step)]);
  const named = steps.flatMap(({ name, condition }) =>
    inForce.has(name) && condition.kind === "all" ? condition.verdicts.map((test) => test.name) : [],
  );
  const newest = [...new Set(named)].flatMap((name) => {
    const all = own.filter(({ standard, kind }) => standard === name && kind === "attestation");
    return (all.length > 0 ? all : ended.filter(({ standard }) => standard === name)).slice(-1);
  });
  const misses = inForce.size === 0 ? [] : assessed.filter(({ verdict }) => verdict === "missed");
  return [...misses.slice(-MOST_MISSES), ...assessed.slice(-1), ...newest];
}

/** What something is called that a level or a step reads. */
export function labelOf(name: string, bundle: Bundle): string {
  const named = [
    ...bundle.standards,
    ...bundle.attestations,
    ...bundle.duties,
    ...bundle.scorecards,
    ...bundle.metrics,
  ];
  return named.find((one) => one.name === name)?.label ?? spaced(name);
}
