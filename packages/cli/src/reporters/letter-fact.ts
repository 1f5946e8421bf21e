/** What a letter says of an attestation or a duty: what is owed and when, what was found, what would change it. */
import type { Bundle, Verdict } from "@tenet-lang/evaluator";
import { endedDay } from "@tenet-lang/evaluator/due";
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
  /** What it says of when it is due, how long it is valid, and what follows. */
  readonly terms: readonly string[];
}

/** What was promised. */
export function owedItems(verdict: Verdict, bundle: Bundle, view: ChangeView): readonly LetterItem[] {
  const { what, evidence, dataset, place, text, terms } = owedOf(verdict, bundle, view);
  const when = verdict.due === null ? "due at any time" : `due by ${deadlineOf(verdict.due, bundle, view)}`;
  return [
    {
      text: `${what}, ${when}`,
      details: [
        ...(evidence === null ? [] : [`its evidence: ${spaced(evidence)}`]),
        `recorded in ${spaced(dataset)}`,
        `written in ${place} as: ${text}`,
        ...terms,
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
      : [plainItem(`It would have been met with ${record} by ${deadlineOf(verdict.due, bundle, view)}`)];
  }
  if (verdict.verdict !== "pending" || verdict.due === null) return [];
  const { provisional } = verdict;
  const soFar =
    provisional === null ? [] : [`as the records stand, it would be ${verdictWords(provisional)}`];
  return [{ text: `It is judged on ${view.localOf(verdict.due)}`, details: soFar }];
}

/** `the end of 2026-03-15`, or the instant. */
function deadlineOf(due: string, { zone }: Bundle, { localOf }: ChangeView): string {
  const day = endedDay(due, zone);
  return day === null ? localOf(due) : `the end of ${day}`;
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
    terms: ((attestation ?? duty)?.origin.sentences ?? []).flatMap((sentence) =>
      /^(?:due|valid|when|if) /.test(sentence.text) ? [`line ${sentence.line}: ${sentence.text}`] : [],
    ),
  };
}
