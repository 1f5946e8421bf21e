/** How a limit was kept in the newest judged period: `2026-03: missed by 2 of 3 partners`. */
import type { JudgeResult, LimitResult, Verdict } from "@tenet-lang/evaluator";
import { newestOf } from "./figures.ts";

/** A limit, by its standard, the number of its `requires` sentence there, and its metric. */
export interface LimitPlace {
  readonly standard: string;
  readonly requirement: number;
  readonly metric: string;
}

/** In a few words; null where the limit was never decided. */
export function limitHeadline(result: JudgeResult, place: LimitPlace): string | null {
  const newest = newestOf(result, place.standard);
  const decided = newest
    .map((verdict) => ({ verdict, limits: limitsAt(verdict, place) }))
    .filter(({ limits }) => limits.some(({ met }) => met !== null));
  const [first] = decided;
  if (first === undefined) return null;
  const { label } = first.verdict.period;
  const [only] = first.limits;
  if (decided.length === 1 && first.limits.length === 1) return `${label}: ${valueText(only)}`;
  const missed = decided.filter(({ limits }) => limits.some(({ met }) => met === false)).length;
  if (first.verdict.party.kind === "brand")
    return `${label}: ${missed === 0 ? "kept" : "missed"} by the brand`;
  const who = `${decided.length} ${decided.length === 1 ? "partner" : "partners"}`;
  return missed === 0 ? `${label}: kept by ${who}` : `${label}: missed by ${missed} of ${who}`;
}

function limitsAt({ limits }: Verdict, { requirement, metric }: LimitPlace): readonly LimitResult[] {
  return limits.filter((limit) => limit.requirement === requirement && limit.metric === metric);
}

function valueText(limit: LimitResult | undefined): string {
  return limit?.value?.rounded?.text ?? limit?.value?.text ?? "no value";
}
