/**
 * One finding as a letter: what was found and why, how it adds up line by line, and which sentences say so.
 *
 * It says the same as the finding's JSON, to somebody who has never seen JSON. The bundle adds the sentences of the
 * declaration as they were agreed. A letter is never a notice: the reasons say so. It is made once, as parts, and
 * written as text, Markdown or JSON.
 */
import type { Bundle, Finding, JudgeResult, Origin } from "@tenet-lang/evaluator";
import { findingName, findingWords, isFound, lineAmount, moneyWords, pointWords } from "./finding-words.ts";
import { inert } from "./inert.ts";
import { wrap } from "./layout.ts";
import { groupedBy, type LetterItem, plainItem } from "./letter-words.ts";
import type { View } from "./palette.ts";
import { count, daysOf, firstOf, partyName, spaced, verdictWords } from "./words.ts";

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

export interface FindingLetterView {
  /** The instant up to which rows were read, as people there would say it. */
  readonly asOf: string;
  /** The path of a file of the agreement as the reader would write it. */
  readonly pathOf: (file: string) => string;
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
    section("What was agreed", agreedItems(finding, bundle, view)),
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
    const found = verdict === null ? (value?.text ?? "no value") : verdictWords(verdict);
    return plainItem(`${labelOf(name, bundle)}: ${found}${period === null ? "" : ` (${period})`}`);
  });
}

/** What people call something that levels read. */
function labelOf(name: string, bundle: Bundle): string {
  const named = [
    ...bundle.standards,
    ...bundle.attestations,
    ...bundle.duties,
    ...bundle.scorecards,
    ...bundle.metrics,
  ];
  return named.find((one) => one.name === name)?.label ?? spaced(name);
}

/** The sentences of the declaration, in the order written, file by file, and why it was agreed. */
function agreedItems(finding: Finding, bundle: Bundle, { pathOf }: FindingLetterView): readonly LetterItem[] {
  const plan = planOf(finding, bundle);
  const origins = new Map<string, Origin>();
  for (const origin of plan === null ? [] : originsIn(plan))
    origins.set(`${origin.file}:${origin.line}`, origin);
  const inOrder = [...origins.values()].sort((a, b) => a.line - b.line);
  const files = [...groupedBy(inOrder, ({ file }) => file)].sort(([a], [b]) => (a < b ? -1 : 1));
  const because = plan !== null && "because" in plan ? plan.because : null;
  return [
    ...(files.length === 0 ? [plainItem(`See ${pathOf(finding.origin.file)}:${finding.origin.line}`)] : []),
    ...files.map(([file, sentences]) => ({
      text: `In ${pathOf(file)}:`,
      details: sentences.map(({ line, text }) => `line ${line}: ${text}`),
    })),
    ...(because === null ? [] : [plainItem(`Agreed because: ${because}`)]),
  ];
}

type Plan = Bundle["credits" | "points" | "escalations" | "ratchets" | "scorecards" | "tiers"][number];

function planOf({ kind, name }: Finding, bundle: Bundle): Plan | null {
  const plans = {
    credit: bundle.credits,
    bonus: bundle.bonuses,
    points: bundle.points,
    escalation: bundle.escalations,
    ratchet: bundle.ratchets,
    scorecard: bundle.scorecards,
    tiers: bundle.tiers,
  } as const;
  const own: readonly Plan[] = plans[kind];
  return own.find((plan) => plan.name === name) ?? null;
}

/** All origins in a plan. */
function originsIn(value: unknown): readonly Origin[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "origin" ? [part as Origin] : originsIn(part),
  );
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
