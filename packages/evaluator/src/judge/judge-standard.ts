/**
 * Facts and rules become decisions.
 *
 * A standard is judged cell by cell, one cell per party and window, in the order that SPEC §4.1 gives: does it apply,
 * is the window over, is there anything to judge, is there enough of it, and then the limits. Each question is a
 * rule of the bundle compiled to a closure; combining their answers is all that happens here. `code` gives a cell's
 * verdict without making an object; `decide` gives everything that an explanation needs.
 */
import type { LimitPlan, StandardPlan, VerdictKind } from "../bundle/plan.ts";
import type { Rule } from "../bundle/rule.ts";
import { isActiveOn } from "../measure/active.ts";
import { metricsOf } from "../measure/metrics-of.ts";
import { BRAND, type Run } from "../measure/run.ts";
import type { Group, LineMeasure } from "../measure/standard-measure.ts";
import { daySet, occasionAt } from "../measure/window-set.ts";
import type { Occasion } from "../time/windows.ts";
import { finalInstant } from "../time/windows.ts";
import { comparisonHolds as holds } from "./comparison.ts";
import type { Decision, Judged, LimitDecision, LimitState, StandardJudge } from "./decision.ts";
import { factFinder, rounded } from "./facts.ts";
import { type FactFinder, type RuleTest, ruleTest, type TextMatcher } from "./rule-test.ts";
import { type Circumstances, PLAIN, type RunTerms, type StandingTerms } from "./terms.ts";

/** Makes the judge of a standard; `terms` are those of the bundle, where it has any. */
export function standardJudge(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  run: Run,
  patterns: TextMatcher | null,
  terms: RunTerms | null,
): StandardJudge {
  const windows = lines[0]?.windows ?? daySet([]);
  const width = windows.occasions.length;
  const parties =
    standard.party === "brand" ? [BRAND] : Array.from({ length: run.parties.size - 1 }, (_, at) => at + 1);
  const cellsOf = (party: number): readonly number[] =>
    Array.from({ length: width }, (_, window) => party * width + window).filter(
      (cell) => occasionAt(windows, cell) !== null,
    );
  const occasionOf = (cell: number): Occasion => occasionAt(windows, cell) as Occasion;
  const isOpen = openTest(standard, lines, run);
  const own =
    terms?.of({
      standard,
      run,
      lines,
      parties,
      cellsOf,
      isCell: (cell) => occasionAt(windows, cell) !== null,
      occasionOf,
      lineAt: (cell) => lineAt(cell).line,
      isOut: (cell) => outside(cell, lineAt(cell)) !== null,
      isOpen: (cell) => isOpen(occasionOf(cell)),
      reachesLimits(cell) {
        const judge = lineAt(cell);
        const isIn = outside(cell, judge) === null && !isOpen(occasionOf(cell));
        return isIn && circumstancesOf(cell).excusedBy === null && judge.beforeLimits(cell) === null;
      },
    }) ?? null;
  const asking: Asking = {
    standard,
    run,
    rules: new Map(run.bundle.rules.map((rule) => [rule.name, rule])),
    patterns,
    terms: own,
  };
  const judges = lines.map((line, index) => lineJudge(asking, index, line));
  const circumstancesOf = (cell: number): Circumstances => own?.circumstances(cell) ?? PLAIN;

  function lineAt(cell: number): LineJudge {
    const found =
      judges.find((judge) => judge.isChosen === null || judge.isChosen(cell)) ?? judges[judges.length - 1];
    if (found === undefined) throw new Error(`standard ${standard.name} has no windows`);
    return found;
  }
  function outside(cell: number, judge: LineJudge): "beyond" | "inactive" | "scope" | "gate" | null {
    const occasion = occasionOf(cell);
    if (occasion.beyondAgreement) return "beyond";
    if (!isActive(run, Math.floor(cell / width), occasion)) return "inactive";
    if (!judge.inScope(cell)) return "scope";
    return judge.gateOpen(cell) ? null : "gate";
  }
  function decideCode(cell: number): Judged {
    const judge = lineAt(cell);
    const out = outside(cell, judge);
    if (out !== null) return { verdict: "not_applicable", why: out };
    if (isOpen(occasionOf(cell))) return { verdict: "pending", why: "pending" };
    if (own?.awaitsPeers(cell)) return { verdict: "pending", why: "peers" };
    const { excusedBy, missedBy } = circumstancesOf(cell);
    if (excusedBy !== null) return { verdict: "excused", why: "excused" };
    return missedBy === null ? judge.judged(cell) : { verdict: "missed", why: "duty" };
  }
  return {
    standard,
    lines,
    parties,
    cellsOf,
    occasionOf,
    code: (cell) => decideCode(cell).verdict,
    decide(cell) {
      const judge = lineAt(cell);
      const { verdict, why } = decideCode(cell);
      const isMeasured = why !== "beyond" && why !== "inactive" && why !== "scope";
      return {
        cell,
        party: Math.floor(cell / width),
        occasion: occasionOf(cell),
        line: judge.line,
        verdict,
        why,
        found: isMeasured && why !== "gate" ? judge.judged(cell) : null,
        ...(isMeasured ? judge.details(cell) : NOTHING),
        warnings: verdict === "met" ? judge.warnings(cell) : [],
        circumstances: circumstancesOf(cell),
      };
    },
  };
}

/** What judging a standard asks of its surroundings. */
interface Asking {
  readonly standard: StandardPlan;
  readonly run: Run;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly patterns: TextMatcher | null;
  readonly terms: StandingTerms | null;
}

/** May rows still arrive for a window: has it not ended, or is not every metric final? */
function openTest(
  standard: StandardPlan,
  lines: readonly LineMeasure[],
  run: Run,
): (occasion: Occasion) => boolean {
  const finals = new Map<number, number>();
  return (occasion) => {
    const final = finals.get(occasion.endDay) ?? lastFinal(standard, lines, occasion, run);
    finals.set(occasion.endDay, final);
    return run.asOf < final;
  };
}

const NOTHING = { limits: [], smallGroups: [], needs: null };

interface LineJudge {
  readonly line: LineMeasure;
  /** Null where the line needs no condition. */
  readonly isChosen: RuleTest | null;
  inScope(cell: number): boolean;
  gateOpen(cell: number): boolean;
  /** What steps 4 and 5 say; null where they let the limits decide. */
  beforeLimits(cell: number): Judged | null;
  judged(cell: number): Judged;
  details(cell: number): Pick<Decision, "limits" | "smallGroups" | "needs">;
  warnings(cell: number): readonly string[];
}

function lineJudge(asking: Asking, index: number, line: LineMeasure): LineJudge {
  const { standard, run, rules, patterns, terms } = asking;
  const needed = standard.needs?.counts.name ?? null;
  const whole = factFinder(line, needed, null, run, terms);
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
    alternatives.map((plan) => limitJudge(plan, requirement, line, asking, testOf, whole, needs)),
  );
  const empties = standard.requires
    .flatMap(({ alternatives }) => alternatives)
    .map(({ metric }) => line.facts(metric, null));
  const countsZero =
    standard.needs === null &&
    empties.some(({ plan }) => plan.form.kind === "count" || plan.form.kind === "distinct");

  function beforeLimits(cell: number): Judged | null {
    if (empties.every((facts) => facts.isEmpty(cell))) {
      if (standard.missingData !== null) return { verdict: standard.missingData, why: "empty" };
      if (!countsZero) return { verdict: "not_enough_data", why: "empty" };
    }
    return needs.enough(cell)
      ? null
      : { verdict: standard.needs?.otherwise ?? "not_enough_data", why: "needs" };
  }
  function allLimits(cell: number): VerdictKind {
    let undecided: VerdictKind | null = null;
    for (const alternatives of limits) {
      let best: LimitState = 0;
      for (const limit of alternatives) best = Math.max(best, limit.state(cell)) as LimitState;
      if (best === 0) return "missed";
      if (best === 1) undecided ??= undecidedVerdict(standard, alternatives, cell);
    }
    return undecided ?? "met";
  }
  return {
    line,
    isChosen: when === null ? null : testOf(when, whole),
    inScope: (cell) => scope.every((test) => test(cell)),
    gateOpen: (cell) => gates.every((test) => test(cell)),
    beforeLimits,
    judged: (cell) => beforeLimits(cell) ?? { verdict: allLimits(cell), why: "limits" },
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
    const find = factFinder(line, needs.counts.name, group, run, null);
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
  /** Has it, or one of its groups, a value that is undecided? */
  isUnsure(cell: number): boolean;
  /** The verdict of `needs`, where groups too small to judge have left none; otherwise null. */
  smallGroupsVerdict(cell: number): VerdictKind | null;
  decide(cell: number): readonly LimitDecision[];
  smallGroups(cell: number): readonly { metric: string; group: string; rows: number }[];
}

function limitJudge(
  plan: LimitPlan,
  requirement: number,
  line: LineMeasure,
  { run, terms }: Asking,
  testOf: TestOf,
  whole: FactFinder,
  needs: NeedsJudge,
): LimitJudge {
  const applies = plan.rows.map((row) => (row.applies === null ? null : testOf(row.applies, whole)));
  const tests = byGroup((group) => {
    const find = group === null ? whole : factFinder(line, null, group, run, terms);
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
    const found = terms?.limit(plan, row, group, cell) ?? null;
    const isMet = "values" in row.comparison ? holds(row.comparison, value) : found?.isMet === true;
    const tolerated = state === 2 && plan.tolerates !== null && !isMet;
    return [{ requirement, plan, row, group, state, tolerated, facts, terms: found }];
  }
  return {
    state(cell) {
      if (plan.group === null) return stateOf(cell, null);
      const groups = judgedGroups(cell);
      if (groups.length === 0) return 1;
      return Math.min(...groups.map((group) => stateOf(cell, group))) as LimitState;
    },
    isUnsure(cell) {
      const groups = plan.group === null ? [null] : judgedGroups(cell);
      return groups.some(
        (group) => stateOf(cell, group) === 1 && line.facts(plan.metric, group).value(cell) !== null,
      );
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

/** The verdict of a sentence of which no limit is met and not all are missed (SPEC §4.1.13, §4.1.28). */
function undecidedVerdict(
  { confidence }: StandardPlan,
  alternatives: readonly LimitJudge[],
  cell: number,
): VerdictKind {
  if (confidence !== null && alternatives.some((limit) => limit.isUnsure(cell))) return confidence.otherwise;
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

/** Periods need the partner active on their first and last day, rolling ones on the assessment day (SPEC §4.3.14). */
function isActive(run: Run, party: number, { span, governingDay }: Occasion): boolean {
  if (span === null) return isActiveOn(run, party, governingDay);
  return isActiveOn(run, party, span.start) && isActiveOn(run, party, span.end - 1);
}
