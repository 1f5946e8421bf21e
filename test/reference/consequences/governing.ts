/** Which version gives a finding, where several are judged together, for the reference (§4.8.6); alone it gives all. */
import type { Condition, MoneyPlan } from "@tenet-lang/evaluator";
import type { ReferenceVerdict } from "../standards.ts";
import { startOfDay } from "../time.ts";
import type { Frame } from "../windows.ts";
import { type Span, spansFound } from "./spans.ts";
import type { Judged } from "./verdicts.ts";

type Plan = MoneyPlan<Condition>;

/** The periods in which this version gives the findings of a credit or bonus. */
export const periodsGiven = (plan: Plan, frame: Frame): readonly Span[] =>
  spansFound(plan.span, frame)
    .flatMap((span) => partGiven(span, plan, frame) ?? [])
    .filter(({ first }) => startOfDay(frame.zone, first) < frame.asOf);

/** The whole of a span or the rest of it, where it is a period that this version gives; else null. */
function partGiven(span: Span, plan: Plan, { seasons }: Frame): Span | null {
  if (seasons === null) return span;
  const days = Array.from({ length: span.end - span.first }, (_, at) => span.first + at);
  const goesByIt = (day: number): boolean =>
    seasons
      .moneyOn(day)
      ?.some(
        ({ kind, name, party, span: unit }) =>
          kind === plan.kind && name === plan.name && party === plan.party && unit === plan.span,
      ) ?? false;
  const [begun, given] = [days.find(seasons.isCovered), days.find(goesByIt)];
  if (given === undefined || !seasons.isInForce(given)) return null;
  return given === begun ? span : { ...span, first: given };
}

/** Of escalations: is it that of the assessment day, or of the last day before it that has one? */
export const givesAssessment = (day: number, { seasons, agreement }: Frame): boolean =>
  seasons === null || seasons.latestBy(day) === agreement.version;

/** Of what is found at verdicts: did this version judge the window? */
export const givesAt = ({ source }: Judged, frame: Frame): boolean => hasJudged(source, frame);

/** Is a verdict this version's? */
export const hasJudged = ({ basis }: ReferenceVerdict, { agreement }: Frame): boolean =>
  basis.side.world.frame.agreement.version === agreement.version;
