/** Escalations, for the reference (§3.7.25 to §3.7.31): steps along a line of assessments. */
import type { Condition, EscalationPlan, Length, StepPlan } from "@tenet-lang/evaluator";
import { openingDayAfter } from "../calendars.ts";
import { addCalendar, showDay, showInstant, startOfDay } from "../time.ts";
import { eventHolds } from "./events.ts";
import type { ReferenceFinding } from "./finding.ts";
import { givesAssessment } from "./governing.ts";
import { type ReadAt, type Reader, readAt, readersOf } from "./reader.ts";
import { type Found, found, type Site } from "./site.ts";
import { spansFound } from "./spans.ts";
import { isTrueOf, type Judged } from "./verdicts.ts";

type Plan = EscalationPlan<Condition>;
type Step = StepPlan<Condition>;

/** One of the line: a verdict, or a month. */
interface Assessment {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** The assessment day, at whose first instant other verdicts are read. */
  readonly day: number;
  readonly verdict: Judged | null;
}

/** What has become of a step so far. */
interface State {
  /** Did its condition hold at the assessment before? */
  held: boolean;
  /** Has it begun, and has neither its condition nor a reset ended it? */
  isOn: boolean;
  /** Assessment days of its beginning and of the end of its time. */
  begun: number | null;
  until: number | null;
  cured: boolean;
  notCured: boolean;
}

const fresh = (): State => ({
  held: false,
  isOn: false,
  begun: null,
  until: null,
  cured: false,
  notCured: false,
});

/** Each version follows the whole line by its own steps, and gives what is found in its time. */
export const escalationFindings = (sites: readonly Site<Plan>[]): readonly Found[] =>
  sites.flatMap((site) => {
    const { plan, world, book } = site;
    return readersOf(world, book, plan.party, [])
      .flatMap((reader) => followed(plan, reader))
      .filter(({ day }) => givesAssessment(day, world.frame))
      .map(({ finding }) => found(site, finding));
  });

/** A finding, and the assessment day of its window. */
interface Followed {
  readonly finding: ReferenceFinding;
  readonly day: number;
}

function followed(plan: Plan, reader: Reader): readonly Followed[] {
  const line = lineOf(plan, reader);
  const states = new Map(plan.steps.map((step) => [step.name, fresh()]));
  let forgotten: readonly Judged[] = [];
  const findings = line.map((now, at) => {
    if (now.end > reader.world.frame.asOf) return openFinding(plan, reader, now, states);
    const upTo = line.slice(0, at + 1).flatMap(({ verdict }) => verdict ?? []);
    const happens = (event: Parameters<typeof eventHolds>[0]): boolean =>
      eventHolds(event, upTo, reader.world.frame, (one) => !forgotten.includes(one));
    const isReset = plan.resets !== null && happens(plan.resets);
    if (isReset) {
      forgotten = upTo;
      for (const { name } of plan.steps) states.set(name, { ...fresh(), held: stateOf(states, name).held });
    }
    const cured = plan.steps.filter((step) => isCuredAt(plan, step, states, now, reader));
    const begun = plan.steps.flatMap((step) => {
      const state = stateOf(states, step.name);
      const holds = isTrue(plan, step, now, reader, states, happens);
      const begins = holds && !state.held;
      state.held = holds;
      if (!holds) state.isOn = false;
      if (!begins) return [];
      Object.assign(state, {
        isOn: true,
        begun: now.day,
        until: moved(now.day, step.cure, reader),
        cured: false,
        notCured: false,
      });
      const notice = moved(now.day, step.notice, reader);
      return [`${step.name} on ${showDay(now.day)} cure ${day(state.until)} notice ${day(notice)}`];
    });
    return findingOf(plan, reader, now, states, { found: begun, cured, isReset });
  });
  const isOpen = line.map((now) => readsOpen(plan, reader, now));
  return line.flatMap(({ day }, at) => {
    const finding = findings[at];
    if (finding === undefined) return [];
    const reads = isOpen.slice(0, at + 1).includes(true);
    return [{ day, finding: reads ? { ...finding, isProvisional: true } : finding }];
  });
}

/** §3.7.3: is the verdict that is assessed, or one that the steps name, not final? */
function readsOpen(plan: Plan, reader: Reader, now: Assessment): boolean {
  const names = plan.steps.flatMap(({ condition }) =>
    condition.kind === "all" ? condition.verdicts.map(({ name }) => name) : [],
  );
  const read = [now.verdict, ...names.map((name) => verdictAt(plan, name, now, reader))];
  return read.some((one) => one?.isProvisional === true);
}

const day = (number: number | null): string => (number === null ? "null" : showDay(number));

function stateOf(states: ReadonlyMap<string, State>, step: string): State {
  const state = states.get(step);
  if (state === undefined) throw new RangeError(`there is no step ${step}`);
  return state;
}

function lineOf({ line }: Plan, { world, book, party }: Reader): readonly Assessment[] {
  const { frame } = world;
  if (line.kind === "verdicts")
    return book.of(line.of, party).map((verdict) => ({
      ...verdict,
      day: verdict.lastDay + 1,
      verdict,
    }));
  return spansFound("month", frame).map(({ first, end, label }) => ({
    label,
    start: startOfDay(frame.zone, first),
    end: startOfDay(frame.zone, end),
    day: end,
    verdict: null,
  }));
}

/** §3.7.26: the verdict of a name as it is read at an assessment. */
function verdictAt(plan: Plan, name: string, now: Assessment, reader: Reader): ReadAt | null {
  if (plan.line.kind === "verdicts" && plan.line.of === name) return now.verdict;
  return readAt(reader, name, startOfDay(reader.world.frame.zone, now.day), "");
}

/** §3.7.28: looks at a step that has begun and is not cured yet; true where it is cured now. */
function isCuredAt(
  plan: Plan,
  step: Step,
  states: ReadonlyMap<string, State>,
  now: Assessment,
  reader: Reader,
): boolean {
  const state = stateOf(states, step.name);
  if (state.begun === null || state.until === null || state.cured || now.day <= state.begun) return false;
  if (now.day > state.until) {
    state.notCured = true;
    return false;
  }
  state.cured = plan.on === null ? isOver(plan, step, now, reader, states) : now.verdict?.verdict === "met";
  return state.cured;
}

/** Without `on`: the step's own condition is not true, and all verdicts that it reads are judged. */
function isOver(
  plan: Plan,
  { condition }: Step,
  now: Assessment,
  reader: Reader,
  states: ReadonlyMap<string, State>,
): boolean {
  if (condition.kind === "event") return false;
  const verdicts = condition.verdicts.map((test) => ({
    test,
    read: verdictAt(plan, test.name, now, reader),
  }));
  return (
    verdicts.every(({ read }) => read?.isJudged === true) &&
    (verdicts.some(({ test, read }) => !isTrueOf(read?.verdict ?? null, test)) ||
      condition.steps.some((test) => !isStepAs(test, states)))
  );
}

function isTrue(
  plan: Plan,
  { condition }: Step,
  now: Assessment,
  reader: Reader,
  states: ReadonlyMap<string, State>,
  happens: (event: Parameters<typeof eventHolds>[0]) => boolean,
): boolean {
  if (condition.kind === "event") return happens(condition.event);
  return (
    condition.verdicts.every((test) =>
      isTrueOf(verdictAt(plan, test.name, now, reader)?.verdict ?? null, test),
    ) && condition.steps.every((test) => isStepAs(test, states))
  );
}

const isStepAs = (
  { step, cured }: { readonly step: string; readonly cured: boolean },
  states: ReadonlyMap<string, State>,
): boolean => (cured ? stateOf(states, step).cured : stateOf(states, step).notCured);

/** The last day of a time that begins on a day; null without one. */
function moved(from: number, length: Length | null, { world, partner }: Reader): number | null {
  if (length === null || length.kind === "elapsed") return null;
  if (length.kind === "civil") return addCalendar(from, length.count, length.unit);
  const { businessDays } = world.model.agreement;
  const calendar = businessDays === null ? null : world.calendar(businessDays, partner);
  return calendar === null ? null : openingDayAfter(calendar, from, length.days);
}

interface Happened {
  readonly found: readonly string[];
  readonly cured: readonly Step[];
  readonly isReset: boolean;
}

/** A window that has not ended takes part in nothing: the state stays what it was. */
const openFinding = (
  plan: Plan,
  reader: Reader,
  now: Assessment,
  states: ReadonlyMap<string, State>,
): ReferenceFinding => findingOf(plan, reader, now, states, { found: [], cured: [], isReset: false });

function findingOf(
  plan: Plan,
  reader: Reader,
  now: Assessment,
  states: ReadonlyMap<string, State>,
  { found, cured, isReset }: Happened,
): ReferenceFinding {
  const holding = plan.steps
    .map(({ name }) => name)
    .filter((name) => {
      const { isOn, cured: isCured } = stateOf(states, name);
      return isOn && !isCured;
    });
  return {
    kind: "escalation",
    name: plan.name,
    party: reader.party,
    period: now.label,
    start: showInstant(now.start),
    end: showInstant(now.end),
    value: holding.at(-1) ?? "none",
    exact: null,
    isProvisional: now.end > reader.world.frame.asOf,
    lines: [],
    details: {
      found: found.join("; "),
      cured: cured.map(({ name }) => name).join(" "),
      holding: holding.join(" "),
      reset: String(isReset),
    },
  };
}
