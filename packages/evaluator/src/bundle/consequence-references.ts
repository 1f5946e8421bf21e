/** Follows the names inside points, escalations, ratchets, scorecards and tiers. */
import type {
  EscalationPlan,
  PointsPlan,
  RatchetPlan,
  RuleName,
  ScorecardPlan,
  StepPlan,
  TiersPlan,
} from "./consequence-plan.ts";
import { checkLength } from "./human-references.ts";
import {
  type Known,
  mustBeUnique,
  mustBeVerdictOf,
  mustCountBusinessDays,
  mustExist,
  report,
} from "./known.ts";
import type { Ratio } from "./plan.ts";
import { mustDecide, named } from "./rule-reads.ts";
import {
  checkEvent,
  checkEventRule,
  checkVerdictTest,
  EVENT_FACTS,
  mustBeDecided,
  mustBePositive,
  mustBeStandardOf,
  onlyLimit,
} from "./verdict-references.ts";

/** Checks one table of points. */
export function checkPoints(known: Known, plan: PointsPlan<RuleName>, path: string): void {
  mustBeStandardOf(known, plan.party, plan.on, `${path}.on`);
  for (const [index, { points, when }] of plan.bands.entries()) {
    const at = `${path}.bands[${index}]`;
    if (BigInt(points.numerator) < 0n) report(known, `${at}.points`, "must not be below 0");
    if (when !== null) mustDecide(known, when, `${at}.when`, { names: [], prefixes: ["metric:"] });
  }
  lastAlone(known, plan.bands, `${path}.bands`);
  if (plan.doubled !== null) checkEventRule(known, plan.doubled, plan.on, `${path}.doubled`);
}

/** Checks one escalation. */
export function checkEscalation(known: Known, plan: EscalationPlan<RuleName>, path: string): void {
  if (plan.on !== null) mustBeStandardOf(known, plan.party, plan.on, `${path}.on`);
  if (plan.line.kind === "verdicts") mustBeVerdictOf(known, plan.party, plan.line.of, `${path}.line.of`);
  mustBeUnique(
    known,
    plan.steps.map(({ name }, index) => ({ name, path: `${path}.steps[${index}].name` })),
  );
  for (const [index, step] of plan.steps.entries()) {
    const earlier = plan.steps.slice(0, index);
    checkStep(known, plan, earlier, step, `${path}.steps[${index}]`);
  }
  if (plan.resets !== null) checkEventRule(known, plan.resets, plan.on, `${path}.resets`);
}

function checkStep(
  known: Known,
  plan: EscalationPlan<RuleName>,
  earlier: readonly StepPlan<RuleName>[],
  step: StepPlan<RuleName>,
  path: string,
): void {
  const curable = earlier.filter(({ cure }) => cure !== null).map(({ name }) => name);
  if (step.condition.kind === "event") {
    if (plan.on === null) report(known, `${path}.condition`, "an event needs a standard to be counted of");
    checkEvent(known, step.condition.event, plan.on, `${path}.condition.event`);
  } else {
    for (const [index, test] of step.condition.verdicts.entries()) {
      checkVerdictTest(known, plan.party, test, `${path}.condition.verdicts[${index}]`);
    }
    for (const [index, { step: name }] of step.condition.steps.entries()) {
      const at = `${path}.condition.steps[${index}].step`;
      mustExist(known, new Set(curable), name, at, "earlier step that can be cured");
    }
  }
  mustBeDecided(known, step.when, `${path}.when`, {
    names: named("step", curable),
    prefixes: [...EVENT_FACTS, "verdict:"],
  });
  for (const word of ["cure", "notice"] as const) {
    const length = step[word];
    if (length !== null) checkLength(known, length, `${path}.${word}`);
  }
}

/** Checks one ratchet. */
export function checkRatchet(known: Known, plan: RatchetPlan<RuleName>, path: string): void {
  mustBeStandardOf(known, plan.party, plan.on, `${path}.on`);
  mustExist(known, known.metrics, plan.metric, `${path}.metric`, "metric");
  const limit = onlyLimit(known, plan.on);
  if (limit?.metric !== plan.metric) {
    report(known, `${path}.metric`, "is not that of the one limit of the standard");
  }
  if (plan.when.count.kind !== "row") report(known, `${path}.when.count`, "must count verdicts in a row");
  checkEventRule(known, plan.when, plan.on, `${path}.when`);
}

/** Checks one scorecard. */
export function checkScorecard(known: Known, plan: ScorecardPlan, path: string): void {
  for (const [index, { metric, percent, from, to }] of plan.weights.entries()) {
    const at = `${path}.weights[${index}]`;
    mustExist(known, known.metrics, metric, `${at}.metric`, "metric");
    mustBePositive(known, percent, `${at}.percent`);
    const same = BigInt(from.numerator) * BigInt(to.denominator);
    if (same === BigInt(to.numerator) * BigInt(from.denominator)) {
      report(known, `${at}.to`, "must not equal `from`");
    }
  }
  if (!isWhole(plan.weights.map(({ percent }) => percent))) {
    report(known, `${path}.weights`, "must add up to 100%");
  }
  if (plan.window.kind === "rolling" && plan.assessed === null) {
    report(known, `${path}.assessed`, "a rolling window needs the days on which it is assessed");
  }
  if (plan.assessed?.kind === "on_business_day") mustCountBusinessDays(known, `${path}.assessed`);
}

/** Checks one table of levels. */
export function checkTiers(known: Known, plan: TiersPlan<RuleName>, path: string): void {
  if (plan.assessed.kind === "on_business_day") mustCountBusinessDays(known, `${path}.assessed`);
  for (const [index, name] of plan.verdicts.entries()) {
    mustBeVerdictOf(known, plan.party, name, `${path}.verdicts[${index}]`);
  }
  for (const [index, name] of plan.scores.entries()) {
    mustExist(known, known.scorecards, name, `${path}.scores[${index}]`, "scorecard");
  }
  for (const [index, name] of plan.metrics.entries()) {
    mustExist(known, known.metrics, name, `${path}.metrics[${index}]`, "metric");
  }
  const names = [
    ...named("verdict", plan.verdicts),
    ...named("score", plan.scores),
    ...named("metric", plan.metrics),
  ];
  for (const [index, { when }] of plan.levels.entries()) {
    const at = `${path}.levels[${index}].when`;
    if (when !== null) mustDecide(known, when, at, { names, prefixes: ["partner:"] });
  }
  lastAlone(known, plan.levels, `${path}.levels`);
  mustBeUnique(
    known,
    plan.levels.map(({ name }, index) => ({ name, path: `${path}.levels[${index}].name` })),
  );
}

function lastAlone(known: Known, rows: readonly { readonly when: RuleName | null }[], path: string): void {
  for (const [index, { when }] of rows.entries()) {
    if ((when === null) !== (index === rows.length - 1)) {
      report(known, `${path}[${index}].when`, "the last line alone has no condition");
    }
  }
}

/** Do the parts add up to exactly 1? */
function isWhole(parts: readonly Ratio[]): boolean {
  let sum = { numerator: 0n, denominator: 1n };
  for (const { numerator, denominator } of parts) {
    sum = {
      numerator: sum.numerator * BigInt(denominator) + BigInt(numerator) * sum.denominator,
      denominator: sum.denominator * BigInt(denominator),
    };
  }
  return sum.numerator === sum.denominator;
}
