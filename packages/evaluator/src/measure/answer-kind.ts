/** Which answers to a net score's question are promoters, and which detractors. */
import type { Ratio } from "../bundle/plan.ts";
import type { FieldType } from "../bundle/table-plan.ts";
import { ceilDivide, floorDivide } from "../exact/ratio.ts";
import { scaleOf } from "./scale.ts";

export type AnswerKind = "promoter" | "detractor" | "passive";

interface Ranges {
  readonly promoters: readonly [Ratio, Ratio];
  readonly detractors: readonly [Ratio, Ratio];
}

/** Tells the kind of an answer from its column's number, or from the exact one beside it. */
export function answerKind(
  { promoters, detractors }: Ranges,
  type: FieldType = { kind: "text" },
): (value: number, big: bigint | null) => AnswerKind {
  const [isPromoter, isDetractor] = [within(promoters, type), within(detractors, type)];
  return (value, big) =>
    isPromoter(value, big) ? "promoter" : isDetractor(value, big) ? "detractor" : "passive";
}

/** Bounds beyond 2^53 may be rounded: no number of a column comes near them. */
function within(
  [from, to]: readonly [Ratio, Ratio],
  type: FieldType,
): (value: number, big: bigint | null) => boolean {
  const scale = BigInt(scaleOf(type));
  const least = ceilDivide(BigInt(from.numerator) * scale, BigInt(from.denominator));
  const greatest = floorDivide(BigInt(to.numerator) * scale, BigInt(to.denominator));
  const [low, high] = [Number(least), Number(greatest)];
  return (value, big) => (big === null ? value >= low && value <= high : big >= least && big <= greatest);
}
