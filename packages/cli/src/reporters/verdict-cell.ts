/**
 * What stands in a cell of a table of verdicts: symbol, words, value and marks.
 *
 * There are two lengths: words that need no key, and symbols with a key below the table. Of an attestation or a duty
 * that is not due yet nothing is said "so far": whoever still has time has missed nothing.
 */
import type { Verdict } from "@tenet-lang/evaluator";
import type { Cell } from "./grid.ts";
import { inert } from "./inert.ts";
import type { Paint, Palette } from "./palette.ts";
import {
  metAlternative,
  missedLimits,
  shownValue,
  spaced,
  type VerdictKind,
  verdictKinds,
  verdictWords,
} from "./words.ts";

/** Symbol of a verdict; it is never shown without the word. */
export const symbols: Readonly<Record<VerdictKind, string>> = {
  met: "✓",
  missed: "✗",
  not_enough_data: "·",
  not_applicable: "–",
  excused: "○",
  pending: "…",
};

/** How a verdict is painted. */
export function verdictPaint(kind: VerdictKind, palette: Palette): Paint {
  if (kind === "met") return palette.good;
  if (kind === "missed") return palette.bad;
  return kind === "not_enough_data" || kind === "pending" ? palette.warn : palette.quiet;
}

/** A painted cell; empty where there is no verdict. */
export function cellOf(
  verdict: Verdict | undefined,
  words: (verdict: Verdict) => string,
  palette: Palette,
): Cell {
  if (verdict === undefined) return { text: "", paint: palette.quiet };
  return {
    text: inert(`${symbols[verdict.verdict]} ${words(verdict)}`).trimEnd(),
    paint: verdict.flags.includes("warning") ? palette.warn : verdictPaint(verdict.verdict, palette),
  };
}

/** `met 97.2%`; a met one that is close to missing says so, and one that a duty or a tolerance turned is marked. */
export function cellWords(verdict: Verdict): string {
  const warning = verdict.flags.includes("warning") ? "(warning)" : "";
  return joined([outcomeWords(verdict), valueIn(verdict), warning, marks(verdict)]);
}

/** The same without the words that the symbols stand for. */
export function shortWords(verdict: Verdict): string {
  const warning = verdict.flags.includes("warning") ? "!" : "";
  return joined([symbolSoFar(verdict), valueIn(verdict), warning, marks(verdict)]);
}

/** `✓ met, ✗ missed, ! warning`: of the symbols that were used. */
export function keyOf(verdicts: readonly Verdict[]): string {
  const kinds = verdictKinds.filter((kind) =>
    verdicts.some((each) => each.verdict === kind || symbolSoFar(each) === symbols[kind]),
  );
  const hasWarning = verdicts.some(({ flags }) => flags.includes("warning"));
  const words = kinds.map((kind) => `${symbols[kind]} ${pendingWords(kind, verdicts)}`);
  return [...words, ...(hasWarning ? ["! warning"] : [])].join(", ");
}

/** `† the duty … was missed, which counts as missed here`: what the marks of these verdicts mean. */
export function markNotes(verdicts: readonly Verdict[]): readonly string[] {
  const duties = verdicts.flatMap((verdict) => decidingDuty(verdict) ?? []);
  const tolerances = verdicts.flatMap((verdict) => toleratedBy(verdict));
  return [
    ...eachOnce(duties).map(
      (duty) => `${dutyMark} the duty ${spaced(duty)} was missed, which counts as missed here`,
    ),
    ...eachOnce(tolerances).map(
      (metric) => `${toleranceMark} a missed limit that ${spaced(metric)} tolerates`,
    ),
    ...eachOnce(verdicts.flatMap((verdict) => metAlternative(verdict)?.metric ?? [])).map(
      (metric) => `${alternativeMark} met by the alternative ${spaced(metric)}`,
    ),
    ...eachOnce(verdicts.flatMap(amendmentsOf)).map(
      (name) => `${amendmentMark} the limit is that of the amendment ${spaced(name)}`,
    ),
    ...eachOnce(verdicts.flatMap(exclusionsOf)).map(
      (name) => `${exclusionMark} rows are left out by the exclusion ${spaced(name)}`,
    ),
    ...(verdicts.some(isInRampUp) ? [`${rampUpMark} in a ramp-up: not everything follows from it`] : []),
  ];
}

const dutyMark = "†";
const toleranceMark = "‡";
const alternativeMark = "‖";
const amendmentMark = "§";
const exclusionMark = "¶";
const rampUpMark = "°";

const eachOnce = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** The duty that made a standard missed although none of its limits is. */
function decidingDuty(verdict: Verdict): string | null {
  return missedLimits(verdict).length === 0 ? verdict.missedBy : null;
}

/** The metrics that turned limits of a met verdict to met. */
function toleratedBy({ verdict, provisional, limits }: Verdict): readonly string[] {
  const isMet = verdict === "met" || (verdict === "pending" && provisional === "met");
  return isMet ? limits.flatMap((limit) => limit.toleratedBy ?? []) : [];
}

/** Amendments that set a limit of a verdict that was compared with it. */
function amendmentsOf({ limits }: Verdict): readonly string[] {
  return limits.flatMap(({ amendment }) => amendment ?? []);
}

function exclusionsOf({ rows }: Verdict): readonly string[] {
  return rows.excluded.map(({ by }) => by);
}

/** What is excused or does not apply says so by its verdict. */
function isInRampUp({ flags, verdict }: Verdict): boolean {
  return flags.includes("ramp_up") && (verdict === "met" || verdict === "missed" || verdict === "pending");
}

/** Signs beside a value that the notes below the table explain. */
function marks(verdict: Verdict): string {
  return [
    decidingDuty(verdict) === null ? "" : dutyMark,
    toleratedBy(verdict).length === 0 ? "" : toleranceMark,
    metAlternative(verdict) === undefined ? "" : alternativeMark,
    amendmentsOf(verdict).length === 0 ? "" : amendmentMark,
    exclusionsOf(verdict).length === 0 ? "" : exclusionMark,
    isInRampUp(verdict) ? rampUpMark : "",
  ].join("");
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

/** `so far met`: of a pending verdict, what the rows say that are there. */
function outcomeWords(verdict: Verdict): string {
  const { kind, verdict: outcome, provisional } = verdict;
  if (outcome !== "pending" || provisional === null) return verdictWords(outcome);
  if (kind === "standard") return `so far ${verdictWords(provisional)}`;
  if (provisional === "met") return "delivered";
  return verdict.owed === true ? "not due yet" : "may be owed";
}

function symbolSoFar({ kind, verdict, provisional }: Verdict): string {
  if (verdict !== "pending" || provisional === null) return "";
  return kind === "standard" || provisional === "met" ? symbols[provisional] : "";
}

/** In a table of nothing but attestations and duties `…` has one meaning where all of them have it. */
function pendingWords(kind: VerdictKind, verdicts: readonly Verdict[]): string {
  if (kind !== "pending") return verdictWords(kind);
  const pending = verdicts.filter(({ verdict }) => verdict === "pending");
  const isNotDue = pending.every((each) => each.owed === true);
  return isNotDue ? "not due yet" : verdictWords(kind);
}

function valueIn(verdict: Verdict): string {
  const isShown = verdict.verdict === "met" || verdict.verdict === "missed" || verdict.verdict === "pending";
  return isShown ? shownValue(verdict) : "";
}
