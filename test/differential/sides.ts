/**
 * Does each term that may act or not do both in random cases? A side of a term is counted for every finding, limit or
 * verdict to which it is put. A term of which only one side is ever seen is not tested at its boundary.
 */
import type { Condition, MoneyPlan } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import type { ReferenceFinding } from "../reference/consequences/finding.ts";
import type { LimitVerdict } from "../reference/limits.ts";
import type { ReferenceResult } from "../reference/reference.ts";
import type { ReferenceVerdict } from "../reference/standards.ts";

/** How often a term acted, and how often it did not. */
export interface Sides {
  readonly acts: number;
  readonly rests: number;
}

type Counted = Map<string, Sides>;

/** Counts the sides that a result shows. */
export function countSides(into: Counted, model: Model, { verdicts, findings }: ReferenceResult): void {
  const count = (name: string, acts: boolean): void => {
    const { acts: before, rests } = into.get(name) ?? { acts: 0, rests: 0 };
    into.set(name, acts ? { acts: before + 1, rests } : { acts: before, rests: rests + 1 });
  };
  for (const finding of findings)
    for (const [name, acts] of sidesOfFinding(model, finding)) count(name, acts);
  for (const verdict of verdicts)
    for (const [name, acts] of sidesOfVerdict(model, verdict)) count(name, acts);
}

type Side = readonly [name: string, acts: boolean];

function sidesOfFinding(model: Model, finding: ReferenceFinding): readonly Side[] {
  const { kind, name, details, value, exact } = finding;
  const named = <P extends { readonly name: string }>(plans: readonly P[]): P | undefined =>
    plans.find((plan) => plan.name === name);
  switch (kind) {
    case "credit":
    case "bonus":
      return sidesOfMoney(named(kind === "credit" ? model.credits : model.bonuses), finding);
    case "points":
      return [
        ["a band holds", details.band !== "null"],
        ...when(named(model.points)?.doubled !== null, ["points are doubled", details.doubled === "true"]),
      ];
    case "escalation":
      return sidesOfSteps(named(model.escalations), finding);
    case "ratchet":
      return [
        ["a ratchet proposes", exact !== null],
        ...when(exact !== null && named(model.ratchets)?.cappedAt != null, [
          "a proposal is capped",
          details.capped === "true",
        ]),
      ];
    case "scorecard":
      return [["a score is given", exact !== null]];
    case "tiers":
      return [["a level is reached", value !== null]];
  }
}

const when = (is: boolean, ...sides: readonly Side[]): readonly Side[] => (is ? sides : []);

function sidesOfMoney(
  plan: MoneyPlan<Condition> | undefined,
  { exact, lines, details }: ReferenceFinding,
): readonly Side[] {
  if (plan === undefined || exact === null) return [["an amount can be told", false]];
  const has = (what: string): boolean => lines.some((line) => line.what === what);
  const isPooled = plan.pool !== null;
  const isForgiving = plan.forgives !== null;
  const forgives = details.forgiven !== "0";
  return [
    ["an amount can be told", true],
    ...when(isForgiving, ["a miss is forgiven", forgives]),
    ...when(isPooled && plan.on !== null, [
      "a standard under `on` gives beside `puts`",
      lines.some(({ what, of, period }) => what === "gives" && of === plan.on && period !== null),
    ]),
    ...when(isPooled && plan.on !== null && isForgiving, [
      "a miss under `on` beside `puts` is forgiven",
      lines.some(({ what, of }) => what === "forgiven" && of === plan.on),
    ]),
    ...when(isPooled && plan.caps.length === 0, ["the pool limits", has("pool")]),
    ...when(plan.caps.length > 0, ["a cap limits", has("cap")]),
    ...when(plan.caps.length > 1, ["two caps limit", lines.filter(({ what }) => what === "cap").length > 1]),
    ...when(plan.unless.length > 0, ["`unless` holds", details.suppressedBy !== "null"]),
    ...when(plan.ignores !== null, ["an amount is ignored", has("ignored")]),
    ...when(plan.earnsBack !== null, ["something is earned back", Number(details.earnedBack) > 0]),
    ["rows lack what they are paid by", details.missing !== "0"],
    ...plan.gives.flatMap(({ times }) =>
      times.kind === "once" ? [] : [[timesOf(times), has("gives")] satisfies Side],
    ),
  ];
}

function timesOf(times: MoneyPlan<Condition>["gives"][number]["times"]): string {
  if (times.kind !== "started") return "points below the limit are paid";
  return `started ${times.openingDays ? "opening day" : times.unit}s are paid`;
}

function sidesOfSteps(
  plan: Model["escalations"][number] | undefined,
  { details, value }: ReferenceFinding,
): readonly Side[] {
  const steps = plan?.steps ?? [];
  return [
    ["a step begins", details.found !== ""],
    ["a step holds", value !== "none"],
    ...when(
      steps.some(({ cure }) => cure !== null),
      ["a step is cured", details.cured !== ""],
    ),
    ...when(plan?.resets != null, ["steps are reset", details.reset === "true"]),
  ];
}

function sidesOfVerdict(model: Model, verdict: ReferenceVerdict): readonly Side[] {
  const { kind, standard, limits, used, excluded, smallGroups, isWarning } = verdict;
  const isJudged = verdict.verdict === "met" || verdict.verdict === "missed";
  const plan = model.standards.find(({ name }) => name === standard);
  if (kind !== "standard" || plan === undefined)
    return when(isJudged, [`a ${kind} is met`, verdict.verdict === "met"]);
  const isAmended = model.amendments.some((one) => one.standard === standard);
  const counts = model.duties.some(({ missedCounts }) => missedCounts === standard);
  return [
    ...limits.flatMap((limit) => sidesOfLimit(plan, limit, isAmended)),
    ...when(plan.warnings.length > 0 && verdict.verdict === "met", ["a met verdict warns", isWarning]),
    ...when(plan.excluding.length > 0 && used > 0, ["rows are excluded", excluded.size > 0]),
    ...when(limits.some(({ group }) => group !== null) && plan.needs !== null, [
      "groups are too small",
      smallGroups.length > 0,
    ]),
    ...when(counts && isJudged, ["a duty misses a standard", verdict.missedBy !== null]),
    ...when(model.rampUps.length > 0, ["a ramp-up suspends", verdict.isRampUp]),
    ...when(model.rampUps.some(({ suspends }) => suspends === null) && isJudged, [
      "a ramp-up excuses",
      false,
    ]),
    ...when(model.rampUps.length > 0 && verdict.verdict === "excused", ["a ramp-up excuses", true]),
    ...when(model.clocks.length > 0 && used > 0, ["cases are open", verdict.isProvisional]),
  ];
}

function sidesOfLimit(
  plan: Model["standards"][number],
  { met, comparison, toleratedBy, amendment, wrongSide, relative, requirement, metric }: LimitVerdict,
  isAmended: boolean,
): readonly Side[] {
  const own = plan.requires[requirement]?.alternatives.find((one) => one.metric === metric);
  const words = relative === null ? null : (comparison?.operator ?? null);
  return [
    ...when(own?.tolerates != null && met !== null && (met || toleratedBy !== null), [
      "a miss is tolerated",
      toleratedBy !== null,
    ]),
    ...when(isAmended, ["a limit is amended", amendment !== null]),
    ...when(plan.confidence !== null && wrongSide !== null, [
      `${plan.confidence?.percent}% confidence finds a miss`,
      wrongSide === true,
    ]),
    ...when(words !== null && met !== null, [`a limit \`${words}\` is met`, met === true]),
    ...when(words !== null, ["there are enough peers", met !== null]),
  ];
}

/** Names of terms of which only one side was seen, or none. */
export const oneSided = (counted: Counted): readonly string[] =>
  [...counted].filter(([, { acts, rests }]) => acts === 0 || rests === 0).map(([name]) => name);
