/**
 * Facts and rules become decisions.
 *
 * A standard is judged cell by cell, one cell per party and window, in the order that SPEC §4.1 gives: does it apply,
 * is the window over, is there anything to judge, is there enough of it, and then the limits. Each question is a
 * rule of the bundle compiled to a closure; combining their answers is all that happens here. `code` gives a cell's
 * verdict without making an object; `decide` gives everything that an explanation needs.
 */
import type { LimitPlan, LimitRowPlan, StandardPlan, VerdictKind } from "../bundle/plan.ts";
import type { Rule } from "../bundle/rule.ts";
import type { MetricFacts } from "../measure/metric-measure.ts";
import { metricsOf } from "../measure/metrics-of.ts";
import { BRAND, type Run } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import type { Occasion } from "../time/windows.ts";
import { finalInstant } from "../time/windows.ts";
import { comparisonHolds as holds } from "./comparison.ts";
import { factFinder, rounded } from "./facts.ts";
import { type FactFinder, type RuleTest, ruleTest, type TextMatcher } from "./rule-test.ts";

/** A limit's answer: 0 missed, 1 undecided, 2 met. Within `or` the larger holds, within all the smaller. */
export type LimitState = 0 | 1 | 2;

export interface StandardJudge {
  readonly standard: StandardPlan;
  readonly lines: readonly LineMeasure[];
  readonly occasions: readonly Occasion[];
  /** Parties that get verdicts. */
  readonly parties: readonly number[];
  cellOf(party: number, window: number): number;
  code(cell: number): VerdictKind;
  decide(cell: number): Decision;
}

export interface Decision {
  readonly cell: number;
  readonly party: number;
  readonly occasion: Occasion;
  readonly line: LineMeasure;
  readonly verdict: VerdictKind;
  /** What decided it. */
  readonly why: Why;
  /** What the limits alone say, for a pending verdict. */
  readonly provisional: VerdictKind | null;
  readonly limits: readonly LimitDecision[];
  readonly smallGroups: readonly { readonly metric: string; readonly group: string; readonly rows: number }[];
  /** Texts of the warnings that hold. */
  readonly warnings: readonly string[];
  /** Least number of rows that `needs` asks for, where it is in force. */
  readonly needs: { readonly atLeast: number; readonly found: number } | null;
}

export type Why = "beyond" | "inactive" | "scope" | "gate" | "pending" | "empty" | "needs" | "limits";

export interface LimitDecision {
  readonly requirement: number;
  readonly plan: LimitPlan;
  readonly row: LimitRowPlan;
  readonly group: Group | null;
  readonly state: LimitState;
  /** Missed, but turned to met by its tolerance. */
  readonly tolerated: boolean;
  readonly facts: MetricFacts;
}

export function standardJudge(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  run: Run,
  patterns: TextMatcher | null,
): StandardJudge {
  const rules = new Map(run.bundle.rules.map((rule) => [rule.name, rule]));
  const judges = lines.map((line, index) => lineJudge(standard, index, line, run, rules, patterns));
  const occasions = lines[0]?.windows.occasions ?? [];
  const width = occasions.length;
  const parties =
    standard.party === "brand" ? [BRAND] : Array.from({ length: run.parties.size - 1 }, (_, at) => at + 1);
  const finals = occasions.map((occasion) => lastFinal(standard, lines, occasion, run));

  function lineAt(cell: number): LineJudge {
    const found =
      judges.find((judge) => judge.isChosen === null || judge.isChosen(cell)) ?? judges[judges.length - 1];
    if (found === undefined) throw new Error(`standard ${standard.name} has no windows`);
    return found;
  }
  function outside(cell: number, judge: LineJudge): "beyond" | "inactive" | "scope" | "gate" | null {
    const occasion = occasions[cell % width];
    if (occasion === undefined || occasion.beyondAgreement) return "beyond";
    if (!isActive(run, Math.floor(cell / width), occasion)) return "inactive";
    if (!judge.inScope(cell)) return "scope";
    return judge.gateOpen(cell) ? null : "gate";
  }
  function decideCode(cell: number): { verdict: VerdictKind; why: Why } {
    const judge = lineAt(cell);
    const out = outside(cell, judge);
    if (out !== null) return { verdict: "not_applicable", why: out };
    if (run.asOf < (finals[cell % width] ?? 0)) return { verdict: "pending", why: "pending" };
    return judge.judged(cell);
  }
  return {
    standard,
    lines,
    occasions,
    parties,
    cellOf: (party, window) => party * width + window,
    code: (cell) => decideCode(cell).verdict,
    decide(cell) {
      const judge = lineAt(cell);
      const { verdict, why } = decideCode(cell);
      const found = why === "beyond" || why === "inactive" || why === "scope" ? NOTHING : judge.details(cell);
      return {
        cell,
        party: Math.floor(cell / width),
        occasion: occasions[cell % width] as Occasion,
        line: judge.line,
        verdict,
        why,
        provisional: why === "pending" ? judge.judged(cell).verdict : null,
        ...found,
        warnings: verdict === "met" ? judge.warnings(cell) : [],
      };
    },
  };
}

const NOTHING = { limits: [], smallGroups: [], needs: null };

interface LineJudge {
  readonly line: LineMeasure;
  /** Null where the line needs no condition. */
  readonly isChosen: RuleTest | null;
  inScope(cell: number): boolean;
  gateOpen(cell: number): boolean;
  judged(cell: number): { verdict: VerdictKind; why: Why };
  details(cell: number): Pick<Decision, "limits" | "smallGroups" | "needs">;
  warnings(cell: number): readonly string[];
}

function lineJudge(
  standard: StandardPlan,
  index: number,
  line: LineMeasure,
  run: Run,
  rules: ReadonlyMap<string, Rule>,
  patterns: TextMatcher | null,
): LineJudge {
  const needed = standard.needs?.counts.name ?? null;
  const whole = factFinder(line, needed, null, run);
  const testOf = (name: string, find: FactFinder): RuleTest => {
    const rule = rules.get(name);
    if (rule === undefined) throw new Error(`the bundle has no rule ${name}`);
    return ruleTest(rule, find, patterns);
  };
  const when = standard.measured[index]?.when ?? null;
  const scope = standard.scope.map((name) => testOf(name, whole));
  const gates = standard.gates.map((name) => testOf(name, whole));
  const warnings = standard.warnings.map(({ rule, text }) => ({ test: testOf(rule, whole), text }));
  const needs = needsJudge(standard, line, run, testOf, whole);
  const limits = standard.requires.map(({ alternatives }, requirement) =>
    alternatives.map((plan) => limitJudge(plan, requirement, line, run, testOf, whole, needs)),
  );
  const empties = standard.requires
    .flatMap(({ alternatives }) => alternatives)
    .map(({ metric }) => line.facts(metric, null));
  const countsZero =
    standard.needs === null &&
    empties.some(({ plan }) => plan.form.kind === "count" || plan.form.kind === "distinct");

  function judged(cell: number): { verdict: VerdictKind; why: Why } {
    if (empties.every((facts) => facts.isEmpty(cell))) {
      if (standard.missingData !== null) return { verdict: standard.missingData, why: "empty" };
      if (!countsZero) return { verdict: "not_enough_data", why: "empty" };
    }
    if (!needs.enough(cell)) return { verdict: standard.needs?.otherwise ?? "not_enough_data", why: "needs" };
    return { verdict: allLimits(cell), why: "limits" };
  }
  function allLimits(cell: number): VerdictKind {
    let undecided: VerdictKind | null = null;
    for (const alternatives of limits) {
      let best: LimitState = 0;
      for (const limit of alternatives) best = Math.max(best, limit.state(cell)) as LimitState;
      if (best === 0) return "missed";
      if (best === 1) undecided ??= undecidedVerdict(alternatives, cell);
    }
    return undecided ?? "met";
  }
  return {
    line,
    isChosen: when === null ? null : testOf(when, whole),
    inScope: (cell) => scope.every((test) => test(cell)),
    gateOpen: (cell) => gates.every((test) => test(cell)),
    judged,
    details: (cell) => ({
      limits: limits.flatMap((alternatives) => alternatives.flatMap((limit) => limit.decide(cell))),
      smallGroups: limits.flatMap((alternatives) => alternatives.flatMap((limit) => limit.smallGroups(cell))),
      needs: needs.inForce(cell),
    }),
    warnings: (cell) => warnings.filter(({ test }) => test(cell)).map(({ text }) => text),
  };
}

type TestOf = (name: string, find: FactFinder) => RuleTest;

interface NeedsJudge {
  readonly otherwise: VerdictKind;
  enough(cell: number): boolean;
  enoughIn(cell: number, group: Group): boolean;
  inForce(cell: number): { atLeast: number; found: number } | null;
}

function needsJudge(
  standard: StandardPlan,
  line: LineMeasure,
  run: Run,
  testOf: TestOf,
  whole: FactFinder,
): NeedsJudge {
  const { needs } = standard;
  if (needs === null) {
    return { otherwise: "not_enough_data", enough: () => true, enoughIn: () => true, inForce: () => null };
  }
  const rows = needs.rows.map((row) => ({
    atLeast: row.atLeast,
    applies: row.applies === null ? null : testOf(row.applies, whole),
    enough: row.enough,
  }));
  const tests = byGroup((group) => {
    const find = factFinder(line, needs.counts.name, group, run);
    return rows.map(({ enough }) => testOf(enough, find));
  });
  const rowAt = (cell: number): number => rows.findIndex(({ applies }) => applies === null || applies(cell));
  const enoughIn = (cell: number, group: Group | null): boolean => tests(group)[rowAt(cell)]?.(cell) ?? true;
  return {
    otherwise: needs.otherwise,
    enough: (cell) => enoughIn(cell, null),
    enoughIn,
    inForce(cell) {
      const row = rows[rowAt(cell)];
      return row === undefined ? null : { atLeast: row.atLeast, found: line.needed(cell, null) };
    },
  };
}

interface LimitJudge {
  state(cell: number): LimitState;
  /** The verdict of `needs`, where groups too small to judge have left none; otherwise null. */
  smallGroupsVerdict(cell: number): VerdictKind | null;
  decide(cell: number): readonly LimitDecision[];
  smallGroups(cell: number): readonly { metric: string; group: string; rows: number }[];
}

function limitJudge(
  plan: LimitPlan,
  requirement: number,
  line: LineMeasure,
  run: Run,
  testOf: TestOf,
  whole: FactFinder,
  needs: NeedsJudge,
): LimitJudge {
  const applies = plan.rows.map((row) => (row.applies === null ? null : testOf(row.applies, whole)));
  const tests = byGroup((group) => {
    const find = group === null ? whole : factFinder(line, null, group, run);
    return plan.rows.map((row) => ({ met: testOf(row.met, find), missed: testOf(row.missed, find) }));
  });
  const rowAt = (cell: number): number => applies.findIndex((test) => test === null || test(cell));
  const groupsAt = (cell: number): readonly Group[] => {
    const field = plan.group;
    return field === null ? [] : line.groupsAt(plan.metric, field, cell).map((value) => ({ field, value }));
  };
  const stateOf = (cell: number, group: Group | null): LimitState => {
    const test = tests(group)[rowAt(cell)];
    if (test === undefined) return 1;
    return test.met(cell) ? 2 : test.missed(cell) ? 0 : 1;
  };
  const judgedGroups = (cell: number): readonly Group[] =>
    groupsAt(cell).filter((group) => needs.enoughIn(cell, group));
  function decideOne(cell: number, group: Group | null): readonly LimitDecision[] {
    const row = plan.rows[rowAt(cell)];
    if (row === undefined) return [];
    const facts = line.facts(plan.metric, group);
    const state = stateOf(cell, group);
    const value = rounded(facts.value(cell), facts.plan, run);
    const tolerated = state === 2 && plan.tolerates !== null && !holds(row.comparison, value);
    return [{ requirement, plan, row, group, state, tolerated, facts }];
  }
  return {
    state(cell) {
      if (plan.group === null) return stateOf(cell, null);
      const groups = judgedGroups(cell);
      if (groups.length === 0) return 1;
      return Math.min(...groups.map((group) => stateOf(cell, group))) as LimitState;
    },
    smallGroupsVerdict(cell) {
      const isSmall = plan.group !== null && groupsAt(cell).length > 0 && judgedGroups(cell).length === 0;
      return isSmall ? needs.otherwise : null;
    },
    decide: (cell) =>
      plan.group === null
        ? decideOne(cell, null)
        : judgedGroups(cell).flatMap((group) => decideOne(cell, group)),
    smallGroups: (cell) =>
      groupsAt(cell)
        .filter((group) => !needs.enoughIn(cell, group))
        .map((group) => ({ metric: plan.metric, group: group.value, rows: line.needed(cell, group) })),
  };
}

/** The verdict of a sentence of which no limit is met and not all are missed (SPEC §4.1.13). */
function undecidedVerdict(alternatives: readonly LimitJudge[], cell: number): VerdictKind {
  const bySmallGroups = alternatives
    .map((limit) => limit.smallGroupsVerdict(cell))
    .find((verdict) => verdict !== null);
  return bySmallGroups ?? "not_enough_data";
}

/** Tests made once per group. */
function byGroup<T>(make: (group: Group | null) => T): (group: Group | null) => T {
  const made = new Map<string, T>();
  let whole: T | null = null;
  return (group) => {
    if (group === null) {
      whole ??= make(null);
      return whole;
    }
    const key = `${group.field}\n${group.value}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(group);
    made.set(key, fresh);
    return fresh;
  };
}

/** The longest `final` of the standard's metrics, from the window's end. */
function lastFinal(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  occasion: Occasion,
  run: Run,
): number {
  const names = [...metricsOf(standard), ...standard.measured.flatMap(({ metrics }) => metrics)];
  const finals = names.map((name) => longestFinal(name, occasion, run));
  return Math.max(finalInstant(occasion.endDay, null, run.clock), ...(lines.length === 0 ? [] : finals));
}

/** A metric's own `final`, or the longest of those that it is made of. */
function longestFinal(name: string, occasion: Occasion, run: Run): number {
  const metric = run.bundle.metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) return 0;
  const { form } = metric;
  const parts =
    form.kind === "ratio"
      ? [form.numerator, form.denominator]
      : form.kind === "period_mean"
        ? [form.metric]
        : [];
  const own = finalInstant(occasion.endDay, metric.final, run.clock);
  return Math.max(own, ...parts.map((part) => longestFinal(part, occasion, run)));
}

/** Calendar periods need the partner active throughout, rolling ones on the assessment day (SPEC §4.3.5). */
function isActive(run: Run, party: number, occasion: Occasion): boolean {
  const active = run.bundle.partners?.active ?? null;
  if (active === null || party === BRAND) return true;
  const [first, last] =
    occasion.span === null
      ? [occasion.governingDay, occasion.governingDay]
      : [occasion.span.start, occasion.span.end - 1];
  const from = partnerDay(run, active.from, party);
  const until = active.until === null ? Number.NaN : partnerDay(run, active.until, party);
  return !(from > first) && !(until < last);
}

/** A date of the partner (a timestamp by its civil date); NaN where missing. */
function partnerDay(run: Run, name: string, party: number): number {
  const table = run.table("partners");
  if (table === null) return Number.NaN;
  const index = fieldIndex(table.plan.fields, name);
  const value = table.view.columns[index]?.[run.parties.rowOf(party)] ?? Number.NaN;
  const isTimestamp = table.plan.fields[index]?.type.kind === "timestamp";
  return isTimestamp && !Number.isNaN(value) ? run.clock.dayOf(value) : value;
}
