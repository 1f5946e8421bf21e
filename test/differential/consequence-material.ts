/** What random consequences are made of, and the words that several of them use. */
import type { FactSpec } from "./facts-text.ts";
import type { Material } from "./material.ts";
import type { MetricSpec } from "./metrics-text.ts";
import type { Tape } from "./tape.ts";

/** What consequences must know of a standard. */
export interface Followed {
  readonly name: string;
  readonly party: "partner" | "brand";
  /** The span that it is measured or assessed each: `month`. */
  readonly span: string;
  /** Metrics with a limit, without groups. */
  readonly limited: readonly MetricSpec[];
  /** Metrics that its conditions may read. */
  readonly reads: readonly MetricSpec[];
  /** Has it one limit with a better side, perhaps the average of peers? */
  readonly canExceed: boolean;
  /** Of a standard with one limit that has a better side and a bound of its own: its words. */
  readonly words: readonly string[] | null;
}

/** What random consequences are made of. */
export interface ConsequenceMaterial extends Material {
  readonly followed: readonly Followed[];
  /** Attestations and duties. */
  readonly facts: readonly FactSpec[];
  readonly isDeclared: boolean;
  readonly isAmended: boolean;
  /** Do quarters and years consist of months? */
  readonly hasWholeMonths: boolean;
  /** Earlier credits. */
  readonly credits: readonly string[];
  /** Earlier scorecards. */
  readonly scorecards: readonly { readonly name: string; readonly party: string }[];
}

/** An event over the verdicts of standards with one span. */
export function event(tape: Tape, of: readonly Followed[], most = 3): string {
  const isExceedable = of.every(({ canExceed }) => canExceed);
  const what = tape.pick(["missed", "met", ...(isExceedable ? ["exceeded"] : ["missed"])]);
  const spans = [...new Set(of.map(({ span }) => span))];
  const shape = tape.upTo(3);
  if (shape === 1 && spans.length === 1)
    return `${what} ${tape.pick([2, 1, 3].filter((count) => count <= most))} ${spans[0]}s in a row`;
  if (shape === 0) return what;
  const rolling = tape.pick([
    "3 months",
    "2 weeks",
    "10 days",
    "1 quarters",
    "2 quarters",
    "1 years",
    "4 weeks",
  ]);
  return `${what} ${tape.pick([2, 1, 3])} times in rolling ${rolling}`;
}

/** Names of a party that have verdicts: its standards, and its attestations and duties. */
export const namesOf = (
  { followed, facts }: Pick<ConsequenceMaterial, "followed" | "facts">,
  party: string,
): readonly string[] => [...followed, ...facts].filter((one) => one.party === party).map(({ name }) => name);

export const verdictWords = ["missed", "met", "pending", "not_enough_data", "not_applicable"] as const;
