/** Follows the names inside credits and bonuses, and checks what belongs together in them. */
import type { Amount, GivesPlan, MoneyPlan, RuleName } from "./consequence-plan.ts";
import {
  fieldOf,
  type Known,
  mustBeUnique,
  mustBeVerdictOf,
  mustExist,
  partnerFieldOf,
  report,
} from "./known.ts";
import type { MetricUnit } from "./metric-plan.ts";
import { checkCondition } from "./metric-references.ts";
import { mustDecide, named } from "./rule-reads.ts";
import type { FieldType } from "./table-plan.ts";
import {
  checkEventRule,
  checkVerdictTest,
  mustBeDecided,
  mustBePositive,
  mustBeStandardOf,
  onlyLimit,
} from "./verdict-references.ts";

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
    const at = `${path}.unless[${index}]`;
    checkVerdictTest(known, party, test, at);
    mustBeDecided(known, test.when, `${at}.when`, { names: named("verdict", [test.name]), prefixes: [] });
  }
  for (const [index, name] of plan.excluding.entries()) {
    mustExist(known, known.exclusions, name, `${path}.excluding[${index}]`, "exclusion");
  }
  if (plan.earnsBack !== null) {
    const weighted = plan.pool?.weights.map(({ name }) => name) ?? [];
    for (const standard of [plan.on, ...weighted]) {
      checkEventRule(known, plan.earnsBack, standard, `${path}.earnsBack`);
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
  const ofRows = plan.rows !== null;
  if (ofRows && (gives.when === null) !== (gives.verdicts.length === 0)) {
    report(known, `${path}.when`, "goes with the verdicts of rows that are paid for");
  }
  if (gives.when === null) return;
  const names = ofRows
    ? named(
        "verdict",
        gives.verdicts.map(({ name }) => name),
      )
    : named("metric", gives.metrics);
  mustDecide(known, gives.when, `${path}.when`, {
    names,
    prefixes: ofRows ? [] : ["verdict:", "partner:"],
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
