/**
 * Escalations: which steps begin, are cured, hold and end, assessment by assessment (SPEC §3.7.25 to §3.7.31).
 *
 * One party's assessments are gone through in order of time. At each of them the reset is looked at first, then the
 * cures of steps that have begun, then the steps themselves, from the first to the last. What a step remembers is
 * whether its condition held the last time, since when it has begun, and what became of its cure.
 */
import type { EscalationPlan, RuleName, StepPlan } from "../bundle/consequence-plan.ts";
import { type Assessment, assessmentsOf } from "./assessments.ts";
import { lastDayOf } from "./deadlines.ts";
import type { Decision, Decisions, FactReader } from "./decision.ts";
import { eventFact, eventHolds } from "./events.ts";
import { verdictAt } from "./read-verdicts.ts";
import type { Reading, ReadVerdict, VerdictFact } from "./reading.ts";

/** What was found at one assessment. */
export interface Escalated {
  readonly assessment: Assessment;
  /** False: the window has not ended, takes part in nothing, and shows what held at the last that had. */
  readonly isAssessed: boolean;
  readonly found: readonly Begun[];
  readonly cured: readonly StepPlan<RuleName>[];
  /** Those that hold, in the order written. */
  readonly holding: readonly StepPlan<RuleName>[];
  readonly isReset: boolean;
  readonly isProvisional: boolean;
}

/** A step that has begun. */
export interface Begun {
  readonly step: StepPlan<RuleName>;
  readonly at: Assessment;
  readonly cureUntil: number | null;
  readonly noticeUntil: number | null;
}

type Cure = "open" | "cured" | "not_cured";

interface StepState {
  readonly step: StepPlan<RuleName>;
  readonly decision: Decision;
  /** Did its condition hold at the assessment before? */
  held: boolean;
  /** Has it begun and neither ended nor been cured? */
  isOn: boolean;
  begun: Begun | null;
  cure: Cure;
}

/** A walk over the assessments of one party. */
interface Walk {
  readonly plan: EscalationPlan<RuleName>;
  readonly reading: Reading;
  readonly states: readonly StepState[];
  readonly resets: Decision;
  /** Verdicts of `on`; empty without. */
  readonly series: readonly VerdictFact[];
  /** First verdict that events count. */
  from: number;
  /** Is all that was read up to here final? What holds rests on all of it (SPEC §3.7.3). */
  isSettled: boolean;
}

/** The assessments of a party with what was found, in order of time. */
export function escalate(
  plan: EscalationPlan<RuleName>,
  reading: Reading,
  decisions: Decisions,
): readonly Escalated[] {
  const walk: Walk = {
    plan,
    reading,
    states: plan.steps.map((step) => ({
      step,
      decision: decisions(step.when),
      held: false,
      isOn: false,
      begun: null,
      cure: "open",
    })),
    resets: decisions(plan.resets?.when ?? null),
    series: plan.on === null ? [] : reading.verdicts(plan.on),
    from: 0,
    isSettled: true,
  };
  return assessmentsOf(plan, reading).map((assessment, at) => assess(assessment, at, walk));
}

function assess(assessment: Assessment, at: number, walk: Walk): Escalated {
  const { reading, states } = walk;
  if (assessment.end > reading.frame.asOf) return notAssessed(assessment, states);
  walk.isSettled &&= isSettledAt(assessment, walk);
  const isReset = resetsAt(at, walk);
  if (isReset) {
    walk.from = at + 1;
    for (const state of states) Object.assign(state, { isOn: false, begun: null, cure: "open" });
  }
  const cured: StepState[] = [];
  for (const state of states) {
    if (isOverdue(state, assessment)) state.cure = "not_cured";
    if (!isCuredAt(state, assessment, at, walk)) continue;
    Object.assign(state, { isOn: false, cure: "cured" });
    cured.push(state);
  }
  const found = states.flatMap((state) => begin(state, assessment, at, walk));
  return {
    assessment,
    isAssessed: true,
    found,
    cured: cured.map(({ step }) => step),
    holding: holdingOf(states),
    isReset,
    isProvisional: !walk.isSettled,
  };
}

/** Nothing begins or ends in a window that runs on; what held at the last assessment stands until its own. */
function notAssessed(assessment: Assessment, states: readonly StepState[]): Escalated {
  const nothing = { found: [], cured: [], isReset: false };
  return { assessment, isAssessed: false, ...nothing, holding: holdingOf(states), isProvisional: true };
}

function holdingOf(states: readonly StepState[]): readonly StepPlan<RuleName>[] {
  return states.flatMap(({ step, isOn }) => (isOn ? [step] : []));
}

function resetsAt(at: number, walk: Walk): boolean {
  const { plan, series, reading, from } = walk;
  if (plan.resets === null) return false;
  return eventHolds(walk.resets, series, at, reading.frame.yearStarts, from);
}

/** Are the verdict that is assessed, and those that the steps name, final? */
function isSettledAt(assessment: Assessment, walk: Walk): boolean {
  const names = walk.states.flatMap(namesOf);
  return (
    (assessment.fact?.isSettled ?? true) &&
    names.every((name) => readAt(name, assessment, walk)?.isSettled ?? true)
  );
}

/** Is a step that began earlier cured here, within its time? */
function isCuredAt(state: StepState, assessment: Assessment, at: number, walk: Walk): boolean {
  const { begun, cure } = state;
  if (begun === null || cure !== "open" || begun.cureUntil === null) return false;
  // Windows of two versions may end on one day, and what began on it is not cured on it.
  if (assessment.endDay <= begun.at.endDay || assessment.endDay > begun.cureUntil) return false;
  if (walk.plan.on !== null) return assessment.fact?.verdict === "met";
  return (
    !holdsAt(state, assessment, at, walk) &&
    namesOf(state).every((name) => isJudgedAt(name, assessment, walk))
  );
}

function namesOf({ step: { condition } }: StepState): readonly string[] {
  return condition.kind === "all" ? condition.verdicts.map(({ name }) => name) : [];
}

function isJudgedAt(name: string, assessment: Assessment, walk: Walk): boolean {
  const verdict = readAt(name, assessment, walk)?.verdict;
  return verdict === "met" || verdict === "missed";
}

function isOverdue({ begun, cure }: StepState, { endDay }: Assessment): boolean {
  return begun !== null && cure === "open" && begun.cureUntil !== null && endDay > begun.cureUntil;
}

/** A step begins where its condition holds and did not hold at the assessment before. */
function begin(state: StepState, assessment: Assessment, at: number, walk: Walk): readonly Begun[] {
  const holds = holdsAt(state, assessment, at, walk);
  const begins = holds && !state.held;
  state.held = holds;
  if (!holds) state.isOn = false;
  if (!begins) return [];
  const { step } = state;
  const day = assessment.endDay;
  const begun: Begun = {
    step,
    at: assessment,
    cureUntil: step.cure === null ? null : lastDayOf(step.cure, day, walk.reading),
    noticeUntil: step.notice === null ? null : lastDayOf(step.notice, day, walk.reading),
  };
  Object.assign(state, { isOn: true, begun, cure: "open" });
  return [begun];
}

function holdsAt(state: StepState, assessment: Assessment, at: number, walk: Walk): boolean {
  return state.decision.holds(factsAt(assessment, at, walk));
}

function factsAt(assessment: Assessment, at: number, walk: Walk): FactReader {
  return (fact) => {
    const name = fact.slice(fact.indexOf(":") + 1);
    if (fact.startsWith("verdict:")) return readAt(name, assessment, walk)?.verdict ?? null;
    if (fact.startsWith("step:")) {
      const state = walk.states.find(({ step }) => step.name === name);
      return state === undefined || state.begun === null ? null : state.cure;
    }
    const { series, reading, from } = walk;
    return eventFact(fact, series, at, reading.frame.yearStarts, from);
  };
}

/** The line's own standard has its verdict there; any other the latest that had ended by then. */
function readAt(name: string, assessment: Assessment, { plan, reading }: Walk): ReadVerdict | null {
  const isOwn = plan.line.kind === "verdicts" && plan.line.of === name;
  return isOwn ? assessment.fact : verdictAt(reading, name, assessment.end);
}
