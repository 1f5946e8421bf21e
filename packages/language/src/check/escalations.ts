/** Escalations: what may follow when verdicts repeat (SPEC §3.7.25 to §3.7.31). */
import type { Condition, EscalationPlan, StepPlan, VerdictTest } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { type Judging, partyOf, standardNamed, verdictTest, verdictUse } from "./consequence-reads.ts";
import { eventPlan } from "./events.ts";
import { reportDuplicatePart } from "./rules/duplicate-part.rule.ts";
import { reportEventNeedsStandard } from "./rules/event-needs-standard.rule.ts";
import { reportPartnerCalendar } from "./rules/partner-calendar.rule.ts";
import { reportStepCondition } from "./rules/step-condition.rule.ts";
import { type Declared, hasUnread, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import type { CheckedStandard } from "./standards.ts";
import { stepLength } from "./step-lengths.ts";
import type { World } from "./world.ts";

/** What is known of an escalation while its steps are checked. */
interface Reading {
  readonly judging: Judging;
  readonly site: Site;
  /** The standard of `on`; null without it, undefined where it is not known. */
  readonly on: CheckedStandard | null | undefined;
  readonly steps: readonly ast.Step[];
  /** A sentence could not be read, and may be the step that a name means. */
  readonly hasUnread: boolean;
}

/** The plan of an escalation; null where something in it was reported. */
export function escalationPlan(
  judging: Judging,
  declared: Declared<ast.EscalationDeclaration>,
): EscalationPlan<Condition> | null {
  const { site, node } = declared;
  const on = node.on === null ? null : (standardNamed(judging, site, node.on) ?? undefined);
  const nodes = sentencesOf(node, "Step");
  const reading = { judging, site, on, steps: nodes, hasUnread: hasUnread(declared) };
  const areUnique = checkNames(site, nodes);
  const made = nodes.map((one, index) => stepPlan(reading, one, index));
  const steps = made.filter((step) => step !== null);
  const event = sentenceOf(node, "Resets")?.event ?? null;
  const resets = event === null ? null : eventOn(reading, event, "a reset");
  const named = nodes.flatMap(verdictNames);
  const uses = [...(node.on === null ? [] : [node.on]), ...named].map((name) => verdictUse(judging, name));
  const party = partyOf(site, "escalation", uses);
  const areCounted = party !== "brand" || nodes.every((step) => checkCalendar(judging.world, site, step));
  if (party === null || on === undefined || !areCounted || (event !== null && resets === null) || !areUnique)
    return null;
  if (steps.length !== made.length || steps.length === 0 || reading.hasUnread) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    party,
    on: node.on?.text ?? null,
    line: lineOf(judging, node.on, named),
    steps,
    resets: resets === null ? null : { ...resets, when: null },
    origin: site.originOf(node),
  };
}

/** The verdicts that are followed: those of `on`, else of the first standard that is named, else of the first duty. */
function lineOf(
  { world }: Judging,
  on: ast.Name | null,
  named: readonly ast.Name[],
): EscalationPlan<Condition>["line"] {
  const first = (kind: "Standard" | "Duty"): ast.Name | undefined =>
    named.find(({ text }) => world.scope.names.get(text)?.node.kind === kind);
  const name = on ?? first("Standard") ?? first("Duty");
  return name === undefined ? { kind: "months" } : { kind: "verdicts", of: name.text };
}

function checkNames(site: Site, steps: readonly ast.Step[]): boolean {
  const twice = steps.find(
    ({ name }, index) => steps.findIndex((other) => other.name.text === name.text) < index,
  );
  const first = steps.find(({ name }) => name.text === twice?.name.text);
  if (twice === undefined || first === undefined) return true;
  reportDuplicatePart(site, twice.name, "step", first.name.span);
  return false;
}

/** Only a partner has holidays of its own (SPEC §3.3.9). */
function checkCalendar({ businessDays }: World, site: Site, { cure, notice }: ast.Step): boolean {
  const length = [cure, notice].find((one) => one?.qualifier === "business");
  if (length == null || businessDays.kind !== "calendar" || !businessDays.calendar.closesByPartner)
    return true;
  const { name } = businessDays.calendar;
  reportPartnerCalendar(site, length.span, name, "this escalation is about the brand");
  return false;
}

/** Names of standards, attestations and duties in the condition of a step. */
function verdictNames({ when }: ast.Step): readonly ast.Name[] {
  if (when.kind === "Event") return [];
  return when.of.filter(({ value }) => value.text !== "cured").map(({ name }) => name);
}

function stepPlan(reading: Reading, node: ast.Step, index: number): StepPlan<Condition> | null {
  const { judging, site } = reading;
  const { when } = node;
  const condition = when.kind === "Event" ? eventCondition(reading, when) : allOf(reading, when, index);
  const cure = node.cure === null ? null : stepLength(judging.world, site, node.cure);
  const notice = node.notice === null ? null : stepLength(judging.world, site, node.notice);
  if (condition === null || cure === undefined || notice === undefined) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    condition,
    when: null,
    cure,
    notice,
    origin: site.origin(node.span),
  };
}

type StepDecision = StepPlan<Condition>["condition"];

function eventCondition(reading: Reading, node: ast.EventNode): StepDecision | null {
  const event = eventOn(reading, node, "a step");
  return event === null ? null : { kind: "event", event };
}

/** Events count the verdicts of one standard, which stands after `on`. */
function eventOn({ judging, site, on }: Reading, node: ast.EventNode, what: string) {
  if (on === null) {
    reportEventNeedsStandard(site, node.span, what);
    return null;
  }
  return on === undefined ? null : eventPlan(judging, site, on, node);
}

function allOf(reading: Reading, node: ast.StepConditions, index: number): StepDecision | null {
  const { judging, site } = reading;
  const verdicts: VerdictTest[] = [];
  const steps: { readonly step: string; readonly cured: boolean }[] = [];
  let sound = true;
  for (const { name, negated, value } of node.of) {
    if (value.text === "cured") {
      const isKnown = checkEarlierStep(reading, name, index);
      sound &&= isKnown;
      steps.push({ step: name.text, cured: !negated });
      continue;
    }
    const test = verdictTest(judging, site, name, value);
    if (test === null) sound = false;
    else verdicts.push(test);
  }
  return sound ? { kind: "all", verdicts, steps } : null;
}

/** `STEP is cured` names a step that stands above and has a time to be cured in. */
function checkEarlierStep(
  { site, steps, hasUnread: isIncomplete }: Reading,
  name: ast.Name,
  index: number,
): boolean {
  const at = steps.findIndex((step) => step.name.text === name.text);
  const step = steps[at];
  if (step === undefined) {
    if (isIncomplete) return false;
    const names = steps.slice(0, index).map((one) => one.name.text);
    reportStepCondition(site, name, { kind: "unknown", names });
  } else if (at >= index) reportStepCondition(site, name, { kind: "later" });
  else if (step.cure === null) reportStepCondition(site, name, { kind: "no-cure", step });
  else return true;
  return false;
}
