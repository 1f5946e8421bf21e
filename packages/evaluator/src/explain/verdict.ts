/** A decision as the published verdict object. */
import type { VerdictKind } from "../bundle/plan.ts";
import type { LimitPlan } from "../bundle/standard-plan.ts";
import { toText } from "../exact/ratio.ts";
import type { Decision, LimitDecision, StandardJudge } from "../judge/decision.ts";
import { rounded, roundingOf } from "../judge/facts.ts";
import type {
  Flag,
  LimitResult,
  MetricResult,
  MetricValue,
  Party,
  Period,
  Verdict,
} from "../judge/result.ts";
import { type FactValue, isExact } from "../measure/facts.ts";
import { partyKey } from "../measure/measure.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { metricsOf } from "../measure/metrics-of.ts";
import { BRAND, type Run } from "../measure/run.ts";
import type { Group } from "../measure/standard-measure.ts";
import { formatDay } from "../time/civil.ts";
import { formatInstant } from "../time/instant.ts";
import { limitDistance } from "./distance.ts";
import { reasonsOf } from "./reasons.ts";
import { valueWords } from "./words.ts";

/** The verdict of one cell, with everything that explains it; made once, however many ask for it. */
export function verdictOf(judge: StandardJudge, cell: number, run: Run): Verdict {
  const made = verdicts.get(judge) ?? new Map<number, Verdict>();
  verdicts.set(judge, made);
  const verdict = made.get(cell) ?? newVerdict(judge, cell, run);
  made.set(cell, verdict);
  return verdict;
}

const verdicts = new WeakMap<StandardJudge, Map<number, Verdict>>();

function newVerdict(judge: StandardJudge, cell: number, run: Run): Verdict {
  const decision = judge.decide(cell);
  const { standard } = judge;
  const isMeasured = decision.why !== "beyond" && decision.why !== "inactive" && decision.why !== "scope";
  const showsLimits = isMeasured && decision.why !== "gate";
  const limits = showsLimits ? decision.limits : [];
  return {
    kind: "standard",
    standard: standard.name,
    label: standard.label,
    party: partyOf(decision.party, run),
    owes: standard.owes,
    period: periodOf(decision, run),
    verdict: decision.verdict,
    version: run.bundle.agreement.version,
    earlier: null,
    due: null,
    owed: null,
    missedBy: missedBy(decision),
    limits: limits.map((limit) => limitResult(limit, decision, run)),
    distance: nearest(limits, decision, run),
    metrics: isMeasured ? metricResults(judge, decision, run) : [],
    rows: isMeasured ? rowCounts(decision) : { used: 0, missing: 0, excluded: [] },
    smallGroups: showsLimits ? decision.smallGroups : [],
    flags: flagsOf(decision, isMeasured),
    reasons: reasonsOf({ ...decision, limits }, judge, run),
    provisional: provisionalOf(decision),
    origin: { file: standard.origin.file, line: standard.origin.line },
  };
}

/** What the data says so far, or would say. */
export function provisionalOf({ verdict, found }: Decision): VerdictKind | null {
  return verdict === "pending" || verdict === "excused" ? (found?.verdict ?? null) : null;
}

function missedBy({ why, found, circumstances }: Decision): string | null {
  const decidedBy = why === "pending" ? found?.why : why;
  return decidedBy === "duty" ? circumstances.missedBy : null;
}

function flagsOf({ warnings, line, cell, circumstances }: Decision, isMeasured: boolean): readonly Flag[] {
  const { awaitedDuty, suspendedBy } = circumstances;
  const isProvisional = isMeasured && (line.open(cell).isProvisional || awaitedDuty !== null);
  return [
    ...(warnings.length > 0 ? (["warning"] as const) : []),
    ...(isProvisional ? (["provisional"] as const) : []),
    ...(suspendedBy !== null ? (["ramp_up"] as const) : []),
  ];
}

export function partyOf(party: number, run: Run): Party {
  return { kind: party === BRAND ? "brand" : "partner", key: partyKey(run, party) };
}

function periodOf(decision: Decision, run: Run): Period {
  const start = decision.line.startOf(decision.cell);
  return {
    label: decision.occasion.label,
    start: formatInstant(start),
    end: formatInstant(run.clock.startOfDay(decision.occasion.endDay)),
    firstDay: formatDay(run.clock.dayOf(start)),
    lastDay: formatDay(decision.occasion.endDay - 1),
  };
}

function rowCounts(decision: Decision): Verdict["rows"] {
  const { line, cell } = decision;
  return {
    used: line.used(cell),
    missing: line.missing(cell),
    excluded: line.excluded(cell).flatMap(({ by, rows }) => (rows > 0 ? [{ by, rows }] : [])),
  };
}

function limitResult(limit: LimitDecision, decision: Decision, run: Run): LimitResult {
  const { row, facts, terms } = limit;
  const value = facts.value(decision.cell);
  return {
    metric: limit.plan.metric,
    comparison: row.comparison.words,
    limit: row.comparison.text,
    met: limit.state === 1 ? null : limit.state === 2,
    group: limit.group?.value ?? null,
    value: value === null ? null : metricValue(value, facts, run),
    distance: limitDistance(limit, decision.cell, run),
    toleratedBy: limit.tolerated ? (limit.plan.tolerates?.metric ?? null) : null,
    amendment: row.amendment,
    requirement: limit.requirement,
    bound: terms === null || terms.bound === null ? null : metricValue(terms.bound, facts, run),
    peers: terms?.peers ?? null,
    rank: terms?.rank ?? null,
    confidence: terms?.confidence ?? null,
    origin: row.origin,
  };
}

/** A measured value for the result: exact, in words, and rounded where the agreement rounds. */
export function metricValue(value: FactValue, facts: MetricFacts, run: Run): MetricValue {
  const { unit } = facts.plan;
  if (!isExact(value)) return { numerator: null, denominator: null, text: valueWords(value, unit) };
  const shown = { ...toText(value), text: valueWords(value, unit) };
  const after = rounded(value, facts.plan, run);
  if (roundingOf(facts.plan, run) === null || !isExact(after)) return shown;
  return { ...shown, rounded: { ...toText(after), text: valueWords(after, unit) } };
}

/** The metrics that the standard reads: as a whole, and for every group that a limit was judged in. */
function metricResults(judge: StandardJudge, decision: Decision, run: Run): readonly MetricResult[] {
  const whole = metricsOf(judge.standard).map((name) => metricResult(name, null, decision, run));
  const grouped = decision.limits.flatMap(({ plan, group }) =>
    group === null ? [] : [metricResult(plan.metric, group, decision, run)],
  );
  return [...whole, ...grouped];
}

function metricResult(name: string, group: Group | null, decision: Decision, run: Run): MetricResult {
  const facts = decision.line.facts(name, group);
  const value = facts.value(decision.cell);
  return {
    metric: name,
    group: group?.value ?? null,
    value: value === null ? null : metricValue(value, facts, run),
    missing: facts.missing(decision.cell),
    outside: facts.outside(decision.cell),
  };
}

/** The nearest limit's distance, named (SPEC §4.1.25). */
function nearest(limits: readonly LimitDecision[], decision: Decision, run: Run): Verdict["distance"] {
  const { why, found } = decision;
  const isByLimits = decision.verdict === "pending" || found?.why === "limits";
  if (why === "excused" || !isByLimits || (found?.verdict !== "met" && found?.verdict !== "missed"))
    return null;
  const { verdict } = found;
  const wanted = limits.filter((limit) =>
    verdict === "met"
      ? limit.state === 2 && !limit.tolerated
      : limit.state === 0 && isMissedSentence(limit, limits),
  );
  let best: Verdict["distance"] = null;
  for (const limit of wanted) {
    const distance = limitDistance(limit, decision.cell, run);
    if (distance === null) continue;
    if (
      best === null ||
      (distance.rows ?? Number.POSITIVE_INFINITY) < (best.rows ?? Number.POSITIVE_INFINITY)
    ) {
      best = { ...distance, metric: limit.plan.metric, group: limit.group?.value ?? null };
    }
  }
  return best;
}

/** Is the sentence of a missed limit missed as a whole? Grouped alternatives hold only in all their groups. */
function isMissedSentence(limit: LimitDecision, limits: readonly LimitDecision[]): boolean {
  const alternatives = new Map<LimitPlan, number>();
  for (const { requirement, plan, state } of limits) {
    if (requirement !== limit.requirement) continue;
    alternatives.set(plan, Math.min(alternatives.get(plan) ?? 2, state));
  }
  return Math.max(...alternatives.values()) === 0;
}
