/** Follows the names inside consequences. */
import type {
  Amount,
  EscalationPlan,
  EventPlan,
  GivesPlan,
  MoneyPlan,
  PartyKind,
  PointsPlan,
  RatchetPlan,
  RuleName,
  ScorecardPlan,
  StepPlan,
  TiersPlan,
  VerdictTest,
} from "./consequence-plan.ts";
import { checkLength } from "./human-references.ts";
import {
  fieldOf,
  type Known,
  mustBeUnique,
  mustBeVerdictOf,
  mustCountBusinessDays,
  mustExist,
  partnerFieldOf,
  report,
} from "./known.ts";
import { checkCondition } from "./metric-references.ts";
import type { FieldType, LimitPlan, MetricUnit, Ratio } from "./plan.ts";
import { mustDecide, named } from "./rule-reads.ts";

/** Checks one credit or bonus. */
export function checkMoney(known: Known, plan: MoneyPlan<RuleName>, path: string): void {
  const { party } = plan;
  if (plan.on !== null) mustBeStandardOf(known, party, plan.on, `${path}.on`);
  if (plan.rows !== null) mustExist(known, known.datasets, plan.rows, `${path}.rows`, "dataset");
  checkPool(known, plan, `${path}.pool`);
  for (const [index, gives] of plan.gives.entries()) {
    checkGives(known, plan, gives, `${path}.gives[${index}]`);
  }
  for (const [index, { amount }] of plan.caps.entries()) {
    checkAmount(known, plan, amount, `${path}.caps[${index}].amount`);
  }
  for (const [index, test] of plan.unless.entries()) {
    checkVerdictTest(known, party, test, `${path}.unless[${index}]`);
  }
  for (const [index, name] of plan.excluding.entries()) {
    mustExist(known, known.exclusions, name, `${path}.excluding[${index}]`, "exclusion");
  }
  if (plan.earnsBack !== null) {
    const weighted = plan.pool?.weights.map(({ name }) => name) ?? [];
    for (const standard of [plan.on, ...weighted]) {
      checkEvent(known, plan.earnsBack, standard, `${path}.earnsBack`);
    }
  }
  if (plan.additionalTo !== null) {
    mustExist(known, known.credits, plan.additionalTo, `${path}.additionalTo`, "credit");
  }
  if (plan.pool === null && plan.gives.length === 0) report(known, path, "gives nothing");
}

function checkPool(known: Known, plan: MoneyPlan<RuleName>, path: string): void {
  if (plan.pool === null) return;
  checkAmount(known, plan, plan.pool.atRisk, `${path}.atRisk`);
  for (const [index, { name, percent }] of plan.pool.weights.entries()) {
    const at = `${path}.weights[${index}]`;
    mustBeVerdictOf(known, plan.party, name, `${at}.name`);
    mustBePositive(known, percent, `${at}.percent`);
  }
  mustBeUnique(
    known,
    plan.pool.weights.map(({ name }, index) => ({ name, path: `${path}.weights[${index}].name` })),
  );
}

function checkGives(known: Known, plan: MoneyPlan<RuleName>, gives: GivesPlan<RuleName>, path: string): void {
  checkAmount(known, plan, gives.amount, `${path}.amount`);
  checkTimes(known, plan, gives.times, `${path}.times`);
  for (const [index, test] of gives.verdicts.entries()) {
    checkVerdictTest(known, plan.party, test, `${path}.verdicts[${index}]`);
  }
  for (const [index, name] of gives.metrics.entries()) {
    mustExist(known, known.metrics, name, `${path}.metrics[${index}]`, "metric");
  }
  if (gives.where !== null) {
    if (plan.rows === null) report(known, `${path}.where`, "needs rows that are paid for");
    else checkCondition(known, gives.where, plan.rows, `${path}.where`);
  }
  if (plan.rows === null && gives.verdicts.length > 0) {
    report(known, `${path}.verdicts`, "need rows that are paid for");
  }
  if (gives.when === null) return;
  if (plan.rows !== null) report(known, `${path}.when`, "is not asked of rows that are paid for");
  mustDecide(known, gives.when, `${path}.when`, {
    names: named("metric", gives.metrics),
    prefixes: ["verdict:", "partner:"],
  });
}

function checkTimes(
  known: Known,
  plan: MoneyPlan<RuleName>,
  times: GivesPlan<RuleName>["times"],
  path: string,
): void {
  if (times.kind === "once") return;
  if (times.kind === "points_below") {
    const limit = plan.on === null ? null : onlyLimit(known, plan.on);
    const unit = known.metrics.get(limit?.metric ?? "")?.unit.kind;
    if (unit !== "percent") report(known, path, "needs a standard with one limit, on a percentage");
    return;
  }
  const field = fieldOf(known, times.dataset, times.field, `${path}.field`);
  mustExist(known, known.datasets, times.dataset, `${path}.dataset`, "dataset");
  if (plan.rows !== null && plan.rows !== times.dataset) {
    report(known, `${path}.dataset`, "is not the dataset whose rows are paid for");
  }
  if (field !== null && field.type.kind !== "duration") {
    report(known, `${path}.field`, `field \`${field.name}\` is no length of time`);
  }
  if (!times.openingDays) return;
  const clock = known.clocks.get(times.dataset);
  const counts = (clock?.calendar ?? null) !== null && times.unit === "day";
  if (!counts || !["elapsed", "overdue"].includes(times.field)) {
    report(known, `${path}.openingDays`, "needs the time of a clock that counts in a calendar");
  }
}

/** An amount is money of the declaration's currency. */
function checkAmount(known: Known, plan: MoneyPlan<RuleName>, amount: Amount, path: string): void {
  if (amount.kind === "money") return;
  const { of } = amount;
  const at = `${path}.of`;
  if (of.kind === "metric") {
    mustExist(known, known.metrics, of.name, `${at}.name`, "metric");
    mustBeMoney(known, plan, known.metrics.get(of.name)?.unit, `${at}.name`);
  } else if (of.kind === "partner") {
    mustBeMoney(known, plan, partnerFieldOf(known, of.field, `${at}.field`)?.type, `${at}.field`);
  } else if (plan.rows === null) report(known, at, "needs rows that are paid for");
  else mustBeMoney(known, plan, fieldOf(known, plan.rows, of.field, `${at}.field`)?.type, `${at}.field`);
}

function mustBeMoney(
  known: Known,
  { currency }: MoneyPlan<RuleName>,
  held: FieldType | MetricUnit | undefined,
  path: string,
): void {
  if (held !== undefined && !(held.kind === "money" && held.currency === currency)) {
    report(known, path, `is no money in ${currency}`);
  }
}

/** Checks one table of points. */
export function checkPoints(known: Known, plan: PointsPlan<RuleName>, path: string): void {
  mustBeStandardOf(known, plan.party, plan.on, `${path}.on`);
  for (const [index, { points, when }] of plan.bands.entries()) {
    const at = `${path}.bands[${index}]`;
    if (BigInt(points.numerator) < 0n) report(known, `${at}.points`, "must not be below 0");
    if (when !== null) mustDecide(known, when, `${at}.when`, { names: [], prefixes: ["metric:"] });
  }
  lastAlone(known, plan.bands, `${path}.bands`);
  if (plan.doubled !== null) checkEvent(known, plan.doubled, plan.on, `${path}.doubled`);
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
  if (plan.resets !== null) checkEvent(known, plan.resets, plan.on, `${path}.resets`);
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
  if (step.when === null) report(known, `${path}.when`, "is missing");
  else {
    mustDecide(known, step.when, `${path}.when`, {
      names: named("step", curable),
      prefixes: ["run:", "times:", "verdict:"],
    });
  }
  for (const word of ["cure", "notice"] as const) {
    const length = step[word];
    if (length !== null) checkLength(known, length, `${path}.${word}`);
  }
}

/** Checks one ratchet. */
export function checkRatchet(known: Known, plan: RatchetPlan, path: string): void {
  mustBeStandardOf(known, plan.party, plan.on, `${path}.on`);
  mustExist(known, known.metrics, plan.metric, `${path}.metric`, "metric");
  const limit = onlyLimit(known, plan.on);
  if (limit?.metric !== plan.metric) {
    report(known, `${path}.metric`, "is not that of the one limit of the standard");
  }
  if (plan.when.count.kind !== "row") report(known, `${path}.when.count`, "must count verdicts in a row");
  checkEvent(known, plan.when, plan.on, `${path}.when`);
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

function mustBeStandardOf(known: Known, party: PartyKind, name: string, path: string): void {
  if (mustExist(known, known.standards, name, path, "standard")) mustBeVerdictOf(known, party, name, path);
}

function checkVerdictTest(known: Known, party: PartyKind, test: VerdictTest, path: string): void {
  mustBeVerdictOf(known, party, test.name, `${path}.name`);
  if (test.operator !== "is_one_of" && test.verdicts.length !== 1) {
    report(
      known,
      `${path}.verdicts`,
      `\`${test.operator}\` does not compare with ${test.verdicts.length} values`,
    );
  }
}

/** `exceeded` needs the one limit whose bound is exceeded. */
function checkEvent(known: Known, event: EventPlan, standard: string | null, path: string): void {
  if (event.what !== "exceeded" || standard === null || !known.standards.has(standard)) return;
  if (onlyLimit(known, standard) === null) report(known, path, "needs a standard with one limit");
}

function onlyLimit(known: Known, standard: string): LimitPlan | null {
  const limits = (known.standards.get(standard)?.requires ?? []).flatMap(({ alternatives }) => alternatives);
  return limits.length === 1 && limits[0]?.group === null ? limits[0] : null;
}

function mustBePositive(known: Known, { numerator }: Ratio, path: string): void {
  if (BigInt(numerator) <= 0n) report(known, path, "must be above 0");
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
