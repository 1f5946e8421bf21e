/** What a letter says of an attestation or a duty: what is owed and when, what was found, what would change it. */
import type { Bundle, Verdict } from "@tenet-lang/evaluator";
import type { ChangeView } from "./letter-change.ts";
import { counted, type LetterItem, plainItem, sentence } from "./letter-words.ts";
import { spaced, verdictWords } from "./words.ts";

/** What is known of it from the bundle. */
interface Owed {
  /** What is delivered, or stated. */
  readonly what: string;
  readonly evidence: string | null;
  readonly dataset: string;
  readonly place: string;
  readonly text: string;
}

/** What was promised. */
export function owedItems(verdict: Verdict, bundle: Bundle, view: ChangeView): readonly LetterItem[] {
  const { what, evidence, dataset, place, text } = owedOf(verdict, bundle, view);
  const when = verdict.due === null ? "due at any time" : `due ${view.localOf(verdict.due)}`;
  return [
    {
      text: `${what}, ${when}`,
      details: [
        ...(evidence === null ? [] : [`its evidence: ${spaced(evidence)}`]),
        `recorded in ${spaced(dataset)}`,
        `written in ${place} as: ${text}`,
      ],
    },
  ];
}

/** What was found. */
export function foundItems({ rows, verdict }: Verdict): readonly LetterItem[] {
  if (verdict === "not_applicable") return [];
  return [plainItem(`${counted(rows.used, "records")} read`)];
}

/** What would change it. */
export function owedChanges(verdict: Verdict, bundle: Bundle, view: ChangeView): readonly LetterItem[] {
  const { dataset } = owedOf(verdict, bundle, view);
  const record = `a record in ${spaced(dataset)}`;
  if (verdict.verdict === "missed") {
    return verdict.kind === "attestation" || verdict.due === null
      ? [plainItem(`With ${record} that is valid, it is met`)]
      : [plainItem(`It would have been met with ${record} by ${view.localOf(verdict.due)}`)];
  }
  if (verdict.verdict !== "pending" || verdict.due === null) return [];
  const { provisional } = verdict;
  const soFar =
    provisional === null ? [] : [`as the records stand, it would be ${verdictWords(provisional)}`];
  return [{ text: `It is judged on ${view.localOf(verdict.due)}`, details: soFar }];
}

function owedOf(verdict: Verdict, { attestations, duties }: Bundle, { pathOf }: ChangeView): Owed {
  const { standard, label, origin } = verdict;
  const attestation = attestations.find(({ name }) => name === standard);
  const duty = duties.find(({ name }) => name === standard);
  return {
    what: sentence(duty?.delivers ?? label),
    evidence: attestation?.evidence ?? null,
    dataset: (attestation ?? duty)?.recorded.dataset ?? "records",
    place: `${pathOf(origin.file)}:${origin.line}`,
    text: (attestation ?? duty)?.origin.text ?? label,
  };
}
