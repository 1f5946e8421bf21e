/**
 * Facts and rules become decisions.
 *
 * A standard is judged cell by cell, one cell per party and window, in the order that SPEC §4.1 gives: does it apply,
 * is the window over, is there anything to judge, is there enough of it, and then the limits. Each question is a
 * rule of the bundle compiled to a closure; combining their answers is all that happens here. `code` gives a cell's
 * verdict without making an object; `decide` gives everything that an explanation needs.
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { Rule } from "../bundle/rule.ts";
import type { StandardPlan } from "../bundle/standard-plan.ts";
import { isActiveOn } from "../measure/active.ts";
import { BRAND, type Run } from "../measure/run.ts";
import type { LineMeasure } from "../measure/standard-measure.ts";
import { daySet, occasionAt } from "../measure/window-set.ts";
import type { Occasion } from "../time/windows.ts";
import type { Decision, Judged, LimitState, StandardJudge } from "./decision.ts";
import { factFinder } from "./facts.ts";
import { limitJudge, undecidedVerdict } from "./limit-judge.ts";
import { needsJudge } from "./needs-judge.ts";
import { openTest } from "./open-test.ts";
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
        sentence: judges.indexOf(judge),
        verdict,
        why,
        barred: why === "scope" || why === "gate" ? judge.barred(cell, why) : null,
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

const NOTHING = { limits: [], smallGroups: [], needs: null };

interface LineJudge {
  readonly line: LineMeasure;
  /** Null where the line needs no condition. */
  readonly isChosen: RuleTest | null;
  inScope(cell: number): boolean;
  gateOpen(cell: number): boolean;
  /** Which of these is the first that is not true. */
  barred(cell: number, by: "scope" | "gate"): number;
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
    barred: (cell, by) => (by === "scope" ? scope : gates).findIndex((test) => !test(cell)),
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

/** Periods need the partner active on their first and last day, rolling ones on the assessment day (SPEC §4.3.14). */
function isActive(run: Run, party: number, { span, governingDay }: Occasion): boolean {
  if (span === null) return isActiveOn(run, party, governingDay);
  return isActiveOn(run, party, span.start) && isActiveOn(run, party, span.end - 1);
}
