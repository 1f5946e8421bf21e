/**
 * One finding as a letter: what was found and why, how it adds up line by line, and which sentences say so.
 *
 * It says the same as the finding's JSON, to somebody who has never seen JSON. The bundle adds the sentences of the
 * declaration as they were agreed. A letter is never a notice: the reasons say so. It is made once, as parts, and
 * written as text, Markdown or JSON.
 */
import type { Bundle, Finding, JudgeResult, Origin } from "@tenet-lang/evaluator";
import { findingChanges } from "./finding-changes.ts";
import { groundChanges, groundItems, labelOf } from "./finding-grounds.ts";
import { agreedItems } from "./finding-plan.ts";
import {
  findingName,
  findingWords,
  isFound,
  lineAmount,
  moneyWords,
  pointWords,
  scoreText,
} from "./finding-words.ts";
import { inert } from "./inert.ts";
import { wrap } from "./layout.ts";
import type { ChangeView } from "./letter-change.ts";
import { type LetterItem, plainItem } from "./letter-words.ts";
import type { View } from "./palette.ts";
import { comparedText, count, daysOf, firstOf, partyName, verdictWords } from "./words.ts";

const MOST_NAMES = 12;

/** A letter before it is laid out. */
export interface FindingLetter {
  readonly title: string;
  /** Kind and name of the declaration. */
  readonly name: string;
  /** Whom and which time it is about. */
  readonly about: string;
  /** Under which agreement, and up to when rows were read. */
  readonly under: string;
  readonly outcome: string;
  readonly isFound: boolean;
  readonly isProvisional: boolean;
  /** What stands beside the outcome, a line each. */
  readonly beside: readonly string[];
  readonly sections: readonly LetterSection[];
  readonly foot: string;
}

export interface LetterSection {
  readonly title: string;
  readonly items: readonly LetterItem[];
  /** Lines of arithmetic with their amounts, and the sum. */
  readonly sums: readonly { readonly text: string; readonly amount: string }[];
  readonly total: string;
}

export interface FindingLetterView extends ChangeView {
  /** The instant up to which rows were read, as people there would say it. */
  readonly asOf: string;
}

/** The parts of the letter. */
export function findingLetterOf(
  result: JudgeResult,
  finding: Finding,
  bundle: Bundle,
  view: FindingLetterView,
): FindingLetter {
  const { label, name } = result.agreement;
  const { period } = finding;
  const days = daysOf(period);
  const sections = [
    section("Why", finding.reasons.map(plainItem)),
    sumSection(finding, view),
    section("What was read", readItems(finding, bundle)),
    section("What was measured", groundItems(finding, result.verdicts, bundle)),
    section("What would change it", [
      ...groundChanges(finding, result.verdicts, bundle, view),
      ...findingChanges(finding, bundle),
    ]),
    section("What was agreed", agreedItems(finding, bundle, view.pathOf)),
  ];
  return {
    title: findingName(finding),
    name: `${finding.kind} ${finding.name}`,
    about: `${partyName(finding.party)}, ${period.label === days ? days : `${period.label} (${days})`}`,
    under: `${label}, ${name} ${finding.version}, as of ${view.asOf}`,
    outcome: capital(findingWords(finding)),
    isFound: isFound(finding),
    isProvisional: finding.provisional,
    beside: besideLines(finding),
    sections: sections.filter(({ items, sums }) => items.length + sums.length > 0),
    foot: `Bundle ${result.agreement.fingerprint}`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function section(title: string, items: readonly LetterItem[]): LetterSection {
  return { title, items, sums: [], total: "" };
}

/** What stands beside an amount, or beside points. */
function besideLines(finding: Finding): readonly string[] {
  if (finding.kind === "points") return [`${pointWords(finding.details.total)} so far`];
  if (finding.kind === "scorecard" && finding.value !== null && finding.value !== scoreText(finding))
    return [`Exactly ${finding.value}; rounded, as agreed, to ${scoreText(finding)}`];
  if (finding.kind !== "credit") return [];
  const { atRisk, earnedBack } = finding.details;
  return [
    ...(atRisk === null ? [] : [`At risk in this period: ${moneyWords(atRisk)}`]),
    ...(earnedBack === null || !/[1-9]/.test(earnedBack.amount)
      ? []
      : [`Earned back in this period: ${moneyWords(earnedBack)}`]),
  ];
}

function sumSection(finding: Finding, { pathOf }: FindingLetterView): LetterSection {
  const placeOf = ({ file, line }: Pick<Origin, "file" | "line">): string =>
    file === finding.origin.file ? `line ${line}` : `${pathOf(file)}:${line}`;
  const sums = finding.lines.map((line) => ({
    text: `${line.text} (${placeOf(line.origin)})`,
    amount: lineAmount(line, finding),
  }));
  return { title: "How it adds up", items: [], sums, total: sumWords(finding) };
}

function sumWords({ value }: Finding): string {
  return typeof value === "object" && value !== null ? moneyWords(value) : (value ?? "");
}

/** What the levels of tiers read. */
function readItems(finding: Finding, bundle: Bundle): readonly LetterItem[] {
  if (finding.kind !== "tiers") return [];
  return finding.details.read.map(({ name, verdict, value, period }) => {
    const found =
      verdict === null ? (value === null ? "no value" : comparedText(value)) : verdictWords(verdict);
    return plainItem(`${labelOf(name, bundle)}: ${found}${period === null ? "" : ` (${period})`}`);
  });
}

/** The findings that a reader may have meant, where the one asked for does not exist. */
export function knownFindings(findings: readonly Finding[], view: View): string {
  const parties = firstOf([...new Set(findings.map(({ party }) => partyName(party)))], MOST_NAMES);
  const periods = firstOf([...new Set(findings.map(({ period }) => period.label))].reverse(), MOST_NAMES);
  const list = (
    what: string,
    { shown, more }: { readonly shown: readonly string[]; readonly more: number },
  ): readonly string[] =>
    shown.length === 0
      ? []
      : wrap(
          inert(`${what}: ${shown.join(", ")}${more > 0 ? ` and ${count(more, "other")}` : ""}`),
          view.width,
        );
  return [...list("parties", parties), ...list("periods", periods)].join("\n");
}
