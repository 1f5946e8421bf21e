/** What would change a finding by its own sentences: the level above, a cure, points of a score still to be had. */
import type { Bundle, Finding, FindingLine, ScorecardPlan } from "@tenet-lang/evaluator";
import { labelOf } from "./finding-grounds.ts";
import { planOf } from "./finding-plan.ts";
import { lineAmount } from "./finding-words.ts";
import { type LetterItem, plainItem } from "./letter-words.ts";
import { spaced } from "./words.ts";

/** The items; none where its verdicts say all. */
export function findingChanges(finding: Finding, bundle: Bundle): readonly LetterItem[] {
  switch (finding.kind) {
    case "tiers":
      return levelItems(finding, bundle);
    case "escalation":
      return cureItems(finding, bundle);
    case "scorecard":
      return scoreItems(finding, bundle);
    default:
      return [];
  }
}

/** Every level above asks for something that is not so. */
function levelItems(finding: Finding & { readonly kind: "tiers" }, bundle: Bundle): readonly LetterItem[] {
  const plan = planOf(finding, bundle);
  if (plan === null || !("levels" in plan) || finding.value === null) return [];
  const at = plan.levels.findIndex(({ name }) => name === finding.value);
  return plan.levels.slice(0, Math.max(0, at)).map(({ name, label, origin }) => ({
    text: `For the level "${label ?? spaced(name)}", this would have to be so:`,
    details: [afterWord(origin.text, " when ")],
  }));
}

function cureItems(
  finding: Finding & { readonly kind: "escalation" },
  bundle: Bundle,
): readonly LetterItem[] {
  const plan = planOf(finding, bundle);
  if (plan === null || !("steps" in plan)) return [];
  const met = plan.on === null ? "what it names is no longer so" : `"${labelOf(plan.on, bundle)}" is met`;
  return finding.details.found.flatMap(({ step, label, cureUntil }) =>
    cureUntil === null
      ? []
      : [plainItem(`"${label ?? spaced(step)}" is cured if ${met} at an assessment until ${cureUntil}`)],
  );
}

/** What each metric could still give. */
function scoreItems(
  finding: Finding & { readonly kind: "scorecard" },
  bundle: Bundle,
): readonly LetterItem[] {
  const plan = planOf(finding, bundle);
  if (plan === null || !("weights" in plan)) return [];
  return finding.lines.flatMap((line) => {
    const weight = plan.weights.find(({ metric }) => metric === line.of);
    return weight === undefined || isWhole(line) ? [] : [plainItem(moreWords(line, weight, finding, bundle))];
  });
}

type Weight = ScorecardPlan["weights"][number];

/** Does the line give all that its weight can? */
function isWhole({ factors }: FindingLine): boolean {
  const points = factors[1];
  return points !== undefined && BigInt(points.numerator) === 100n * BigInt(points.denominator);
}

/** `"On time" at 99% would give 60 instead of 48`. */
function moreWords(
  line: FindingLine,
  { metric, percent, origin }: Weight,
  finding: Finding,
  bundle: Bundle,
): string {
  const whole = { ...line, amount: { ...percent, numerator: String(BigInt(percent.numerator) * 100n) } };
  const best = afterWord(afterWord(origin.text, " scaled from "), " to ");
  return `"${labelOf(metric, bundle)}" at ${best} would give ${lineAmount(whole, finding)} instead of ${lineAmount(line, finding)}`;
}

/** What a sentence says behind a word. */
function afterWord(text: string, word: string): string {
  const at = text.indexOf(word);
  return at < 0 ? text : text.slice(at + word.length);
}
