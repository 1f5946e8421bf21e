/** Escalations as published findings, and their reasons. */
import type { EscalationPlan, RuleName, StepPlan } from "../bundle/consequence-plan.ts";
import { listed, spaced } from "../explain/words.ts";
import type { EscalationFinding } from "../judge/finding.ts";
import { formatDay } from "../time/civil.ts";
import { type Begun, type Escalated, escalate } from "./escalation.ts";
import { eventWords } from "./event-words.ts";
import { dataReason, headOf, placeOf, provisionalReasons } from "./finding.ts";
import type { Reading, Site } from "./reading.ts";

type Plan = EscalationPlan<RuleName>;

/** The findings of one party: each version follows the whole line by its own steps, and gives what falls in its time. */
export function escalationFindings(sites: readonly Site<Plan>[]): readonly EscalationFinding[] {
  return sites.flatMap(({ plan, reading, decisions }) =>
    escalate(plan, reading, decisions)
      // The assessment day counts, or the last day before it that any version holds.
      .filter(({ assessment: { endDay } }) => reading.frame.seasons.governs(endDay))
      .map((escalated) => findingOf(plan, escalated, reading)),
  );
}

function findingOf(plan: Plan, escalated: Escalated, reading: Reading): EscalationFinding {
  const { assessment, found, cured, holding, isReset, isProvisional } = escalated;
  return {
    kind: "escalation",
    ...headOf(plan, assessment, reading),
    value: holding[holding.length - 1]?.name ?? "none",
    exact: null,
    provisional: isProvisional,
    lines: [],
    details: {
      found: found.map(foundStep),
      cured: cured.map(({ name }) => name),
      holding: holding.map(({ name }) => name),
      reset: isReset,
    },
    reasons: [
      ...reasonsOf(plan, escalated, reading),
      ...provisionalReasons(isProvisional, assessment, reading.frame),
      ...(holding.length > 0 || found.length > 0 ? [dataReason(reading.frame)] : []),
    ],
    origin: placeOf(plan),
  };
}

function foundStep({
  step,
  at,
  cureUntil,
  noticeUntil,
}: Begun): EscalationFinding["details"]["found"][number] {
  return {
    step: step.name,
    label: step.label,
    on: formatDay(at.endDay),
    cureUntil: cureUntil === null ? null : formatDay(cureUntil),
    noticeUntil: noticeUntil === null ? null : formatDay(noticeUntil),
  };
}

function reasonsOf(plan: Plan, escalated: Escalated, reading: Reading): readonly string[] {
  const { found, cured, holding, isReset, isAssessed } = escalated;
  if (!isAssessed && holding.length === 0) return [];
  const begun = new Set(found.map(({ step }) => step));
  const going = holding.filter((step) => !begun.has(step));
  return [
    ...(isReset && plan.resets !== null
      ? [`All steps ended, because it was ${eventWords(plan.resets)}; what was before is no longer counted`]
      : []),
    ...cured.map((step) => `Step ${stepWords(step)} was cured`),
    ...found.map((begin) => beginReason(begin, plan, reading)),
    ...(going.length === 0 ? [] : [`Still in force: ${listed(going.map(stepWords))}`]),
    ...(holding.length === 0 && found.length === 0 ? ["No step is in force"] : []),
  ];
}

function beginReason(begun: Begun, plan: Plan, reading: Reading): string {
  const { step, at, cureUntil, noticeUntil } = begun;
  const cure = cureUntil === null ? "" : `; it may be cured until ${formatDay(cureUntil)}`;
  const notice = noticeUntil === null ? "" : `; a notice may be given until ${formatDay(noticeUntil)}`;
  return `Step ${stepWords(step)} was reached on ${formatDay(at.endDay)}: ${whyWords(step, plan, reading)}${cure}${notice}`;
}

/** A label that is a sentence or half of one is seen to end where it does. */
export function stepWords({ name, label }: StepPlan<RuleName>): string {
  return label === null ? spaced(name) : `"${label}"`;
}

/** Why a step begins: the event in words, or its comparisons. */
function whyWords({ condition }: StepPlan<RuleName>, plan: Plan, reading: Reading): string {
  if (condition.kind === "event")
    return `"${reading.nameOf(plan.on ?? "")}" was ${eventWords(condition.event)}`;
  const verdicts = condition.verdicts.map(({ name, operator, verdicts: wanted }) => {
    const is = operator === "is_not" ? "is not" : "is";
    return `"${reading.nameOf(name)}" ${is} ${wanted.map(spaced).join(" or ")}`;
  });
  const steps = condition.steps.map(({ step, cured }) => {
    const other = plan.steps.find(({ name }) => name === step);
    return `${other === undefined ? step : stepWords(other)} is ${cured ? "" : "not "}cured`;
  });
  return listed([...verdicts, ...steps]);
}
