/** Which version gives a finding, where several are judged together, for the reference (§4.8.6); alone it gives all. */
import type { CalendarUnit } from "@tenet-lang/evaluator";
import type { ReferenceVerdict } from "../standards.ts";
import type { Frame } from "../windows.ts";
import { type Span, spansFound } from "./spans.ts";
import type { Judged } from "./verdicts.ts";

/** The periods in which this version gives the findings of credits and bonuses. */
export const periodsGiven = (unit: CalendarUnit, frame: Frame): readonly Span[] =>
  spansFound(unit, frame).filter((span) => givesPeriod(span, frame));

/** Is this version in force on the first day of a period that has one? */
function givesPeriod({ first, end }: Span, { seasons }: Frame): boolean {
  if (seasons === null) return true;
  for (let day = first; day < end; day += 1) if (seasons.isCovered(day)) return seasons.isInForce(day);
  return false;
}

/** Of escalations: is it that of the assessment day, or of the last day before it that has one? */
export const givesAssessment = (day: number, { seasons, agreement }: Frame): boolean =>
  seasons === null || seasons.latestBy(day) === agreement.version;

/** Of what is found at verdicts: did this version judge the window? */
export const givesAt = ({ source }: Judged, frame: Frame): boolean => hasJudged(source, frame);

/** Is a verdict this version's? */
export const hasJudged = ({ basis }: ReferenceVerdict, { agreement }: Frame): boolean =>
  basis.side.world.frame.agreement.version === agreement.version;
