/**
 * What follows from the verdicts, in the scorecard: one table per consequence, parties × periods.
 *
 * Amounts due with their sum, points, the step in force, proposals, scores and levels. A table says what was found;
 * how it adds up is for `tenet explain`. Parties for whom nothing was found are counted below the table.
 */
import type { Finding, JudgeResult } from "@tenet-lang/evaluator";
import { findingName, groupedDecimal, isForgiven, isFound, scoreText, totalMoney } from "./finding-words.ts";
import { type Cell, gridLines } from "./grid.ts";
import { inert } from "./inert.ts";
import { cut, hanging, padLeft, widthOf } from "./layout.ts";
import type { Palette, View } from "./palette.ts";
import { choose } from "./shown-parties.ts";
import { count, partyName, spaced } from "./words.ts";

const MOST_PARTIES = 24;
const MOST_PERIODS = 12;
const WIDEST_NAME = 28;

/** One block of lines for each consequence; none where the agreement has no consequences. */
export function findingSections(result: JudgeResult, view: View): readonly (readonly string[])[] {
  return byDeclaration(result.findings).map((findings) => declarationLines(findings, view));
}

/** Findings of one declaration together, in their order. */
export function byDeclaration(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const declarations = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.kind} ${finding.name}`;
    declarations.set(key, [...(declarations.get(key) ?? []), finding]);
  }
  return [...declarations.values()];
}

function declarationLines(findings: readonly Finding[], view: View): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { palette } = view;
  const parties = partiesOf(findings);
  const concerned = parties.filter((party) => party.findings.some(isFound));
  const { shown, hidden } = choose(concerned, MOST_PARTIES, (party) => party.findings.filter(isFound).length);
  const notes = [
    ...totalNotes(findings),
    ...restNotes(findings, parties.length - concerned.length, shown, hidden.length),
  ];
  return [
    `${palette.heading(inert(findingName(first)))}  ${palette.quiet(inert(`${first.kind} ${first.name}${currencyNote(first)}`))}`,
    ...(concerned.length === 0 ? [] : tableLines(shown, findings, view)),
    ...notes.flatMap((note) => hanging("  ", inert(note), view.width).map((line) => palette.quiet(line))),
  ];
}

/** `, in EUR`: amounts stand without their currency in the table. */
function currencyNote(finding: Finding): string {
  return isMoney(finding) && finding.value !== null ? `, in ${finding.value.currency}` : "";
}

interface PartyFindings {
  readonly name: string;
  readonly findings: readonly Finding[];
}

function partiesOf(findings: readonly Finding[]): readonly PartyFindings[] {
  const parties = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = partyName(finding.party);
    parties.set(name, [...(parties.get(name) ?? []), finding]);
  }
  return [...parties].map(([name, own]) => ({ name, findings: own }));
}

function tableLines(
  parties: readonly PartyFindings[],
  findings: readonly Finding[],
  view: View,
): readonly string[] {
  const heads = labelsOf(findings).slice(-MOST_PERIODS);
  const width = Math.max(...heads.map(widthOf), ...findings.map((finding) => widthOf(shortWords(finding))));
  const rows = parties.map(({ name, findings: own }) => {
    const byLabel = new Map(own.map((finding) => [finding.period.label, finding]));
    const cells = heads.map((label) => cellOf(byLabel.get(label), width, view.palette));
    return { name: cut(inert(name), WIDEST_NAME), cells };
  });
  return gridLines({ heads, rows }, view);
}

/** Labels of periods, from the first to the last. */
export function labelsOf(findings: readonly Finding[]): readonly string[] {
  const starts = new Map(findings.map(({ period }) => [period.label, period.end]));
  return [...starts].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([label]) => label);
}

/** Numbers stand below each other by their last digit; what is said of one stands behind it. */
function cellOf(finding: Finding | undefined, width: number, palette: Palette): Cell {
  if (finding === undefined) return { text: "", paint: palette.quiet };
  const words = inert(shortWords(finding));
  const text = `${isNumber(finding) ? padLeft(words, width) : words}${markOf(finding)}`;
  return {
    text,
    paint: isWeighty(finding) ? palette.warn : isFound(finding) ? (plain) => plain : palette.quiet,
  };
}

function isNumber({ kind }: Finding): boolean {
  return kind !== "escalation" && kind !== "tiers";
}

/** ` ×2` for doubled points, ` *` for what may still change. */
function markOf(finding: Finding): string {
  const doubled = finding.kind === "points" && finding.details.doubled && isFound(finding) ? " ×2" : "";
  return `${doubled}${finding.provisional ? " *" : ""}`;
}

/** What costs somebody something, or may lead on. */
function isWeighty(finding: Finding): boolean {
  return (
    (finding.kind === "credit" || finding.kind === "points" || finding.kind === "escalation") &&
    isFound(finding)
  );
}

/**
 * What stands in a cell: `2,000.00`, `6`, `letter`, `forgiven` for a miss without an amount, `–` where nothing was
 * found, `?` where it cannot be told.
 */
export function shortWords(finding: Finding): string {
  switch (finding.kind) {
    case "credit":
    case "bonus": {
      if (finding.value === null) return "?";
      if (/[1-9]/.test(finding.value.amount)) return groupedDecimal(finding.value.amount);
      return isForgiven(finding) ? "forgiven" : "–";
    }
    case "points":
      return finding.value === null ? "–" : groupedDecimal(finding.value);
    case "escalation":
      return finding.value === null || finding.value === "none" ? "–" : stepCell(finding);
    case "ratchet":
      return finding.value === null || finding.value === "none" ? "–" : finding.value;
    case "scorecard":
      return finding.value === null ? "–" : scoreText(finding);
    case "tiers":
      return finding.value === null ? "–" : spaced(finding.value);
  }
}

/** A step that began in this period stands with the day. */
function stepCell({ value, details }: Finding & { readonly kind: "escalation" }): string {
  const begun = details.found.find(({ step }) => step === value);
  return begun === undefined ? spaced(value ?? "") : `${spaced(begun.step)} since ${begun.on}`;
}

type MoneyFinding = Finding & { readonly kind: "credit" | "bonus" };

function isMoney(finding: Finding): finding is MoneyFinding {
  return finding.kind === "credit" || finding.kind === "bonus";
}

/** Sums of money, and points so far. */
export function totalNotes(findings: readonly Finding[]): readonly string[] {
  const money = findings.filter(isMoney);
  const due = money.flatMap(({ value }) => value ?? []);
  if (!findings.some(isFound) || due.length === 0) return [];
  const open = money.flatMap(({ value, provisional }) => (provisional && value !== null ? [value] : []));
  const back = money.flatMap((finding) =>
    finding.kind === "credit" ? (finding.details.earnedBack ?? []) : [],
  );
  const hasOpen = open.some(({ amount }) => /[1-9]/.test(amount));
  const hasBack = back.some(({ amount }) => /[1-9]/.test(amount));
  return [
    `${totalMoney(due)} in all${hasOpen ? `, of which ${totalMoney(open)} may still change` : ""}${hasBack ? `; ${totalMoney(back)} earned back` : ""}`,
  ];
}

function restNotes(
  findings: readonly Finding[],
  others: number,
  concerned: readonly PartyFindings[],
  hidden: number,
): readonly string[] {
  const periods = labelsOf(findings).length - MOST_PERIODS;
  return [
    ...(hidden > 0 ? [`and ${count(hidden, "more party", "more parties")}`] : []),
    ...(others > 0 ? [`nothing for ${count(others, "party", "parties")}`] : []),
    ...(periods > 0 && concerned.length > 0 ? [`and ${count(periods, "earlier period")}`] : []),
    ...(concerned.length > 0 && findings.some((finding) => shortWords(finding) === "?")
      ? ["? cannot be told, because what it is taken of has no value"]
      : []),
    ...(concerned.some((party) => party.findings.some(({ provisional }) => provisional))
      ? ["* may still change"]
      : []),
  ];
}
