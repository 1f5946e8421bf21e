/** Verdicts as consequences read them, for the reference (§3.7.5, §3.7.14, §3.7.39, §4.4.2). */
import type { VerdictKind } from "@tenet-lang/evaluator";
import { textOrder } from "../conditions.ts";
import type { ReferenceVerdict } from "../standards.ts";
import { civilDayAt, readInstant } from "../time.ts";
import type { World } from "../views.ts";
import type { Span } from "./spans.ts";

/** What a verdict is compared as: where a ramp-up takes it away, none of the six (§3.7.4). */
export type Word = VerdictKind | "unjudged";

/** A verdict with its place in time. */
export interface Judged {
  readonly name: string;
  readonly verdict: Word;
  /** §4.4.2: neither `met` nor `missed` is unjudged. */
  readonly isJudged: boolean;
  readonly label: string;
  /** First instant, and the instant at which it ends. */
  readonly start: number;
  readonly end: number;
  readonly lastDay: number;
  /** `pending`, or flagged `provisional` (§3.7.3). */
  readonly isProvisional: boolean;
  readonly source: ReferenceVerdict;
}

/** All verdicts of a result, as one consequence sees them. */
export interface Book {
  /** The verdicts of a name for a party, in the order of §4.4.2. */
  of(name: string, party: string): readonly Judged[];
  /** The verdict of an attestation as at an instant; null for other names. */
  attestation(name: string, partner: string | null, instant: number): VerdictKind | null;
}

/** What a book asks of its surroundings. */
export interface BookTerms {
  /** Is a verdict unjudged for a consequence (§3.7.6)? */
  isSuspended(verdict: ReferenceVerdict): boolean;
  readonly attestation: Book["attestation"];
}

/** The book of a result's verdicts; those that are suspended are none. */
export function bookOf(
  verdicts: readonly ReferenceVerdict[],
  { frame: { zone } }: World,
  { isSuspended, attestation }: BookTerms,
): Book {
  const lines = new Map<string, Judged[]>();
  for (const source of verdicts) {
    // An attestation has a verdict at any instant, and none of a window.
    if (source.kind === "attestation") continue;
    const [start, end] = [readInstant(source.start), readInstant(source.end)];
    const isSeen = source.verdict === "met" || source.verdict === "missed";
    const isJudged = isSeen && (source.kind === "duty" || !isSuspended(source));
    const judged: Judged = {
      name: source.standard,
      verdict: isSeen && !isJudged ? "unjudged" : source.verdict,
      isJudged,
      label: source.period,
      start,
      end,
      lastDay: civilDayAt(zone, end) - 1,
      isProvisional: source.verdict === "pending" || source.isProvisional,
      source,
    };
    const key = JSON.stringify([source.standard, source.party]);
    lines.set(key, [...(lines.get(key) ?? []), judged]);
  }
  const inOrder = (a: Judged, b: Judged): number =>
    a.end - b.end || a.start - b.start || textOrder(a.label, b.label);
  for (const line of lines.values()) line.sort(inOrder);
  return { of: (name, party) => lines.get(JSON.stringify([name, party])) ?? [], attestation };
}

/** Those whose last day lies in a span. */
export const inSpan = (line: readonly Judged[], { first, end }: Span): readonly Judged[] =>
  line.filter(({ lastDay }) => lastDay >= first && lastDay < end);

/** §3.7.5: the verdict of a name in a period; null where there is none. */
export function joined(line: readonly Judged[]): Word | null {
  const words = ["missed", "pending", "met"] as const;
  const found = words.find((word) => line.some(({ verdict }) => verdict === word));
  return found ?? line.at(-1)?.verdict ?? null;
}

/** §3.7.39: the latest that had ended at or before an instant. */
export const latestBy = (line: readonly Judged[], instant: number): Judged | null =>
  line.findLast(({ end }) => end <= instant) ?? null;

/** `NAME is VERDICT`; without a verdict it is not true (§3.7.4). */
export function isTrueOf(
  verdict: Word | null,
  test: { readonly operator: "is" | "is_not" | "is_one_of"; readonly verdicts: readonly Word[] },
): boolean {
  if (verdict === null) return false;
  return test.verdicts.includes(verdict) === (test.operator !== "is_not");
}
