/**
 * One verdict as a letter that a partner could be sent.
 *
 * Why it is so, what was promised and where that stands written, what was measured and how far it is from the limit,
 * which rows were left out and why, and what would change it. It says the same as the verdict's JSON, to somebody who
 * has never seen JSON; the bundle adds what a verdict does not repeat: labels, and the reasons that were agreed. The
 * letter is made once, as parts, and written as text, Markdown or JSON.
 */
import type { Bundle, JudgeResult, Verdict } from "@tenet-lang/evaluator";
import { type ChangeView, changeItems } from "./letter-change.ts";
import { foundItems, owedChanges, owedItems } from "./letter-fact.ts";
import { measuredItems, rowItems } from "./letter-measured.ts";
import { promiseItems } from "./letter-promise.ts";
import { type LetterItem, plainItem } from "./letter-words.ts";
import { daysOf, listed, partyName, type VerdictKind, verdictDay, verdictWords } from "./words.ts";

/** A letter before it is laid out. */
export interface Letter {
  /** What the standard is about. */
  readonly title: string;
  readonly name: string;
  /** Whom and which time it is about. */
  readonly about: string;
  /** Under which agreement, and up to when rows were read. */
  readonly under: string;
  readonly verdict: VerdictKind;
  /** What stands beside the verdict: what it would be, and its flags. */
  readonly beside: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly LetterItem[] }[];
  readonly foot: string;
}

export interface LetterView extends ChangeView {
  /** The instant up to which rows were read, as people there would say it. */
  readonly asOf: string;
}

/** The parts of the letter. */
export function letterOf(result: JudgeResult, verdict: Verdict, bundle: Bundle, view: LetterView): Letter {
  const { label, name } = result.agreement;
  const sections = [
    { title: "Why", items: verdict.reasons.map(plainItem) },
    ...(verdict.kind === "standard"
      ? standardSections(verdict, bundle, view)
      : factSections(verdict, bundle, view)),
  ];
  return {
    title: verdict.label,
    name: verdict.standard,
    about: `${partyName(verdict.party)}, ${periodWords(verdict)}`,
    under: `${label}, ${name} ${verdict.version}, as of ${view.asOf}`,
    verdict: verdict.verdict,
    beside: besideWords(verdict),
    sections: sections.filter(({ items }) => items.length > 0),
    foot: `Bundle ${result.agreement.fingerprint}`,
  };
}

function standardSections(verdict: Verdict, bundle: Bundle, view: LetterView): Letter["sections"] {
  return [
    { title: "What was promised", items: promiseItems(verdict, bundle, view.pathOf) },
    { title: "What was measured", items: measuredItems(verdict, bundle) },
    { title: "Which rows count", items: rowItems(verdict, bundle) },
    { title: "What would change it", items: changeItems(verdict, bundle, view) },
  ];
}

/** Attestations and duties have records, and nothing that is measured. */
function factSections(verdict: Verdict, bundle: Bundle, view: LetterView): Letter["sections"] {
  return [
    { title: "What was promised", items: owedItems(verdict, bundle, view) },
    { title: "What was found", items: foundItems(verdict) },
    { title: "What would change it", items: owedChanges(verdict, bundle, view) },
  ];
}

function periodWords(verdict: Verdict): string {
  const day = verdictDay(verdict);
  if (day !== null) return day;
  const { period } = verdict;
  const days = daysOf(period);
  return period.label === days ? days : `${period.label} (${days})`;
}

function besideWords({ provisional, earlier, flags }: Verdict): string {
  const marks = flags.map((flag) => flag.replaceAll("_", " "));
  return [
    ...(provisional === null ? [] : [`as it stands: ${verdictWords(provisional)}`]),
    ...(earlier === null ? [] : [`before: ${verdictWords(earlier)}`]),
    ...(marks.length === 0 ? [] : [`flagged ${listed(marks)}`]),
  ].join("; ");
}
