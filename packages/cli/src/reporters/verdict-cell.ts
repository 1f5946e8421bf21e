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
import { dutyReason, shownValue, type VerdictKind, verdictKinds, verdictWords } from "./words.ts";

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

/** `met 97.2%`; a met one that is close to missing says so, and one that a duty made missed is marked. */
export function cellWords(verdict: Verdict): string {
  const warning = verdict.flags.includes("warning") ? "(warning)" : "";
  return joined([outcomeWords(verdict), valueIn(verdict), warning, dutyMark(verdict)]);
}

/** The same without the words that the symbols stand for. */
export function shortWords(verdict: Verdict): string {
  const warning = verdict.flags.includes("warning") ? "!" : "";
  return joined([symbolSoFar(verdict), valueIn(verdict), warning, dutyMark(verdict)]);
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
export function dutyNotes(verdicts: readonly Verdict[]): readonly string[] {
  const reasons = new Set(verdicts.flatMap((verdict) => dutyReason(verdict) ?? []));
  return [...reasons].map((reason) => `† ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

function dutyMark(verdict: Verdict): string {
  return dutyReason(verdict) === null ? "" : "†";
}

/** `so far met`: of a pending verdict, what the rows say that are there. */
function outcomeWords(verdict: Verdict): string {
  const { kind, verdict: outcome, provisional } = verdict;
  if (outcome !== "pending" || provisional === null) return verdictWords(outcome);
  if (kind === "standard") return `so far ${verdictWords(provisional)}`;
  if (provisional === "met") return "delivered";
  return isOwed(verdict) ? "not due yet" : "may be owed";
}

/** Does nothing but the day stand between a pending duty and its verdict? Only the reasons tell. */
function isOwed({ reasons }: Verdict): boolean {
  return reasons.some((reason) => reason.startsWith("It is due"));
}

function symbolSoFar({ kind, verdict, provisional }: Verdict): string {
  if (verdict !== "pending" || provisional === null) return "";
  return kind === "standard" || provisional === "met" ? symbols[provisional] : "";
}

/** In a table of nothing but attestations and duties `…` has one meaning where all of them have it. */
function pendingWords(kind: VerdictKind, verdicts: readonly Verdict[]): string {
  if (kind !== "pending") return verdictWords(kind);
  const pending = verdicts.filter(({ verdict }) => verdict === "pending");
  const isNotDue = pending.every((each) => each.kind !== "standard" && isOwed(each));
  return isNotDue ? "not due yet" : verdictWords(kind);
}

function valueIn(verdict: Verdict): string {
  const isShown = verdict.verdict === "met" || verdict.verdict === "missed" || verdict.verdict === "pending";
  return isShown ? shownValue(verdict) : "";
}
