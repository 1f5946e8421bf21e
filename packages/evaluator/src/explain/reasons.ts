/**
 * Why a verdict is what it is, in sentences that stand on their own.
 *
 * Order: what decided it, then the limits that matter for it, then what was left out or changed on the way. Every
 * sentence starts with a capital and has no full stop, so that a report can list them.
 */
import type { MetricPlan } from "../bundle/metric-plan.ts";
import type { AmendmentPlan, LimitRowPlan } from "../bundle/standard-plan.ts";
import type { Decision, LimitDecision, StandardJudge } from "../judge/decision.ts";
import { rounded } from "../judge/facts.ts";
import type { Run } from "../measure/run.ts";
import { formatDay } from "../time/civil.ts";
import { limitDistance } from "./distance.ts";
import { counted, isPlural, listed, localWords, metricWords, rowWords, spaced, valueWords } from "./words.ts";

export function reasonsOf(decision: Decision, judge: StandardJudge, run: Run): readonly string[] {
  return [
    ...decidedBy(decision, judge, run),
    ...decision.limits
      .filter((limit) => isTelling(limit, decision))
      .map((limit) => limitReason(limit, decision, run)),
    ...decision.smallGroups.map(
      ({ group, rows }) => `Group ${group} was left out: ${counted(rows, "rows")}, too few to judge`,
    ),
    ...decision.warnings.map((text) => `Warning: ${text}`),
    ...exceptionReasons(decision),
    ...openReasons(decision),
    ...circumstanceReasons(decision),
    ...amendmentReasons(decision, run),
  ].map(sentence);
}

function decidedBy(decision: Decision, judge: StandardJudge, run: Run): readonly string[] {
  const { standard } = judge;
  switch (decision.why) {
    case "beyond":
      return [`The period runs past the agreement's last day, ${run.bundle.agreement.effective.until ?? ""}`];
    case "inactive":
      return ["The partner was not active throughout the period"];
    case "scope":
      return ["The standard does not apply to this partner"];
    case "gate":
      return ["The standard does not apply at this volume: what `applies when` asks for was not reached"];
    case "pending":
      return [pendingReason(decision, run)];
    case "empty":
      return [
        standard.missingData === null
          ? `There was nothing to judge: no ${emptyWords(judge, run)} in the window`
          : `There was nothing to judge, which by the agreement counts as ${spaced(decision.verdict)}`,
      ];
    case "needs":
      return decision.needs === null ? [] : [needsReason(decision.needs, judge, run)];
    case "peers":
      return [
        "A partner that this one is compared with is not yet judged; this is what the data says so far",
      ];
    case "excused":
      return [
        `The partner is still new: the ramp-up ${spaced(decision.circumstances.excusedBy ?? "")} excuses it`,
      ];
    case "duty":
      return [
        `The duty ${spaced(decision.circumstances.missedBy ?? "")} was missed, which counts as missed here`,
      ];
    case "limits":
      return [];
  }
}

function pendingReason(decision: Decision, run: Run): string {
  const end = run.clock.startOfDay(decision.occasion.endDay);
  if (run.asOf < end)
    return `The period ends on ${formatDay(decision.occasion.endDay - 1)}; this is what the data says so far`;
  return `Rows may still arrive for this period; data was read up to ${localWords(run.asOf, run)}`;
}

/** What there was none of. A case that nobody can judge yet is in no share, and there all the same. */
function emptyWords(judge: StandardJudge, { bundle }: Run): string {
  const plans = judge.standard.requires
    .flatMap(({ alternatives }) => alternatives)
    .map(({ metric }) => metric);
  const names = plans
    .map((name) => judge.lines[0]?.facts(name, null).plan)
    .map((plan) => (plan ? emptyNoun(plan, bundle) : "rows"));
  return listed([...new Set(names)]);
}

function emptyNoun(plan: MetricPlan, bundle: Run["bundle"]): string {
  const { form } = plan;
  // No different value is no row of the dataset, whose name says more.
  if (form.kind === "distinct") return spaced(form.population.dataset);
  const noun = rowWords(plan, bundle);
  return noun === "cases" && form.kind === "share"
    ? `decided cases of ${spaced(form.numerator.dataset)}`
    : noun;
}

function needsReason(needs: NonNullable<Decision["needs"]>, judge: StandardJudge, { bundle }: Run): string {
  const name = judge.standard.needs?.counts.name ?? "rows";
  const isSingular = bundle.clocks.some((clock) => clock.name === name && !isPlural(name));
  const found = isSingular
    ? `${counted(needs.found, "cases")} of ${spaced(name)}`
    : counted(needs.found, spaced(name));
  return `Too few to judge: ${found}, and at least ${needs.atLeast} are needed`;
}

/** Of a met standard every limit is told; of a missed one those that were not met; where limits decided nothing, none. */
function isTelling(limit: LimitDecision, decision: Decision): boolean {
  const { why, found } = decision;
  if (why === "empty" || why === "needs") return false;
  return found?.verdict === "met" ? limit.state === 2 : limit.state !== 2 || limit.tolerated;
}

function limitReason(limit: LimitDecision, decision: Decision, run: Run): string {
  const { facts, row, plan } = limit;
  const value = rounded(facts.value(decision.cell), facts.plan, run);
  const group = limit.group === null ? "" : ` for ${limit.group.value}`;
  const name = `${metricWords(facts.plan)}${group}`;
  const promise = askedWords(row.comparison);
  if (value === null) return `${name} has no value, and ${promise} is asked for`;
  const distance = limitDistance(limit, decision.cell, run);
  const measured = `${name} is ${valueWords(value, facts.plan.unit)}${countWords(limit, decision.cell, run)}`;
  const terms = limit.terms === null ? "" : limit.terms.text;
  const tail = distance === null ? terms : `: ${distance.text}${terms}`;
  if (limit.tolerated) {
    return `${measured}, ${promise} is asked for${tail}; tolerated, because ${spaced(plan.tolerates?.metric ?? "")} is fewer than ${plan.tolerates?.fewerThan ?? 0}`;
  }
  return `${measured}, ${promise} is asked for${tail}`;
}

/** What is asked for, as the subject of a sentence: `at least 95%`, `not failed`, `a place in the best 25% of peers`. */
function askedWords({ operator, words, text }: LimitRowPlan["comparison"]): string {
  switch (operator) {
    case "is":
      return text;
    case "is_not":
      return `not ${text}`;
    case "in_best":
      return `a place in the best ${text}`;
    default:
      return `${words} ${text}`;
  }
}

/** ` (93 of 100 deliveries)` behind a share. */
function countWords(limit: LimitDecision, cell: number, { bundle }: Run): string {
  const [state] = limit.facts.states;
  if (limit.facts.plan.form.kind !== "share" || state === undefined) return "";
  return ` (${state.share.numerator.get(cell)} of ${counted(state.rows.get(cell), rowWords(limit.facts.plan, bundle))})`;
}

function exceptionReasons(decision: Decision): readonly string[] {
  if (decision.why === "beyond" || decision.why === "inactive" || decision.why === "scope") return [];
  return decision.line
    .excluded(decision.cell)
    .flatMap(({ by, rows, unproven }) => [
      ...(rows > 0 ? [`${counted(rows, "rows")} left out by the exclusion ${spaced(by)}`] : []),
      ...(unproven > 0
        ? [
            `${counted(unproven, "rows")} kept in although the exclusion ${spaced(by)} fits: its evidence is not recorded`,
          ]
        : []),
    ]);
}

/** Cases that may still change what was found. */
function openReasons(decision: Decision): readonly string[] {
  if (decision.why === "beyond" || decision.why === "inactive" || decision.why === "scope") return [];
  const { count, isProvisional } = decision.line.open(decision.cell);
  if (!isProvisional) return [];
  return [`${counted(count, "cases")} ${count === 1 ? "is" : "are"} still open, so this may still change`];
}

function circumstanceReasons({ circumstances: { suspendedBy, awaitedDuty } }: Decision): readonly string[] {
  return [
    ...(suspendedBy === null
      ? []
      : [`The ramp-up ${spaced(suspendedBy)} runs, so not everything follows from this verdict`]),
    ...(awaitedDuty === null
      ? []
      : [`The duty ${spaced(awaitedDuty)} is not yet judged; if it is missed, this counts as missed`]),
  ];
}

function amendmentReasons(decision: Decision, run: Run): readonly string[] {
  const names = new Set(decision.limits.flatMap(({ row }) => row.amendment ?? []));
  const found = run.bundle.amendments.filter(({ name }) => names.has(name));
  return found.map((amendment: AmendmentPlan) => {
    const name = amendment.label ?? spaced(amendment.name);
    return `The limit was set by the amendment ${name} (${amendment.because})`;
  });
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
