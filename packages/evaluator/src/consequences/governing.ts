/**
 * Which version of an agreement gives a finding, where several are judged together (SPEC §4.8.6).
 *
 * Credits and bonuses go by periods of the calendar, and a version may change their length. Every day must then lie in
 * a period of somebody: where weeks become months in the middle of one, no version of weeks reaches to its end, and so
 * the version of months has what is left of it.
 */
import type { MoneyPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { DaySpan } from "../time/spans.ts";
import type { Seasons } from "../time/windows.ts";
import type { Reading, VerdictFact } from "./reading.ts";

type Declared = Pick<MoneyPlan<RuleName>, "kind" | "name" | "party" | "span">;

/**
 * The day from which this version gives the findings of a credit or bonus in a span; null where another one does. The
 * first version in force whose periods these are gives them, and from its own first day where another comes before it.
 */
export function givenFrom({ start, end }: DaySpan, plan: Declared, seasons: Seasons): number | null {
  const { bundleOn } = seasons;
  if (bundleOn === undefined) return start;
  let isBehind = false;
  for (let day = start; day < end; day += 1) {
    const bundle = bundleOn(day);
    if (bundle === null) continue;
    if (goesBy(plan, bundle)) return seasons.isInForce(day) ? (isBehind ? day : start) : null;
    isBehind = true;
  }
  return null;
}

/** Does a version declare the same for the same party, with the same periods? */
function goesBy({ kind, name, party, span }: Declared, { credits, bonuses }: Bundle): boolean {
  const plans = kind === "credit" ? credits : bonuses;
  return plans.some((one) => one.name === name && one.party === party && one.span === span);
}

/** Of what is found at verdicts: the version that judged the window. */
export function governsVerdict({ version }: VerdictFact, reading: Reading): boolean {
  return version === reading.version;
}
