/** Counting over the verdicts of one standard, for the reference (§4.4). */
import type { CalendarUnit, EventPlan } from "@tenet-lang/evaluator";
import { constantOf } from "../conditions.ts";
import { compare, type Rational } from "../rational.ts";
import { previousSpan, spanStart } from "../time.ts";
import type { Frame } from "../windows.ts";
import type { Judged } from "./verdicts.ts";

/** Does an event hold at a verdict of a line? Earlier verdicts that are no longer counted are left out of `counted`. */
export function eventHolds(
  { what, count }: EventPlan,
  upTo: readonly Judged[],
  frame: Frame,
  counted: (verdict: Judged) => boolean = () => true,
): boolean {
  const now = upTo.at(-1);
  if (now === undefined) return false;
  const judged = upTo.filter((one) => one.isJudged && counted(one));
  const so = judged.filter((one) => isSo(one, what));
  switch (count.kind) {
    case "once":
      return so.includes(now);
    case "times": {
      const first = firstOf(now.lastDay, count.span, count.spans, frame);
      return so.filter(({ lastDay }) => lastDay >= first).length >= count.times;
    }
    case "row":
      return judged.length >= count.length && judged.slice(-count.length).every((one) => so.includes(one));
  }
}

/** First day of the N calendar units of which the last holds a day. */
function firstOf(day: number, unit: CalendarUnit, count: number, { agreement }: Frame): number {
  let first = spanStart(day, unit, agreement.yearStarts);
  for (let n = 1; n < count; n += 1) first = previousSpan(first, unit, agreement.yearStarts);
  return first;
}

const isSo = (verdict: Judged, what: EventPlan["what"]): boolean =>
  what === "exceeded" ? isExceeded(verdict) : verdict.verdict === what;

/** §4.4.6: met, and strictly better than the bound in force, as it is compared. */
function isExceeded({ verdict, source }: Judged): boolean {
  const [limit] = source.limits;
  const value = limit?.rounded ?? limit?.value ?? null;
  const bound = limit === undefined ? null : (limit.relative?.compared ?? boundOf(limit.comparison));
  if (verdict !== "met" || limit === undefined || bound === null) return false;
  if (value === null || typeof value !== "object") return false;
  return compare(value, bound) * betterSide(limit.comparison?.operator) > 0;
}

type Comparison = Judged["source"]["limits"][number]["comparison"];

/** The bound of a plain comparison. */
export function boundOf(comparison: Comparison): Rational | null {
  const [literal] = comparison === null || !("values" in comparison) ? [] : comparison.values;
  const bound = literal === undefined ? null : constantOf(literal);
  return bound !== null && typeof bound === "object" && "n" in bound ? bound : null;
}

/** 1 where more is better, -1 where less is. */
export const betterSide = (operator: string | undefined): number =>
  operator === "at_least" || operator === "more_than" || operator === "at_least_peers" ? 1 : -1;
