/** The operators of comparisons: which types each goes with, and how plans call it (SPEC §2.5). */
import type { ComparisonOperator } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import type { LeftSide } from "./literals.ts";
import { checkCountingWords } from "./rules/counting-words.rule.ts";
import { checkPattern } from "./rules/invalid-pattern.rule.ts";
import { reportNoOrder } from "./rules/no-order.rule.ts";
import { checkNeedle, reportTextOperator } from "./rules/text-operator.rule.ts";
import { checkVerdictTest } from "./rules/verdict-comparison.rule.ts";
import { reportYesNoList } from "./rules/yes-no-list.rule.ts";
import type { Site } from "./site.ts";
import { isOrdered } from "./types.ts";
import type { World } from "./world.ts";

const OPERATORS: Readonly<Record<ast.TestOperator, ComparisonOperator>> = {
  is: "is",
  isNot: "is_not",
  isGiven: "is_given",
  isNotGiven: "is_not_given",
  isOneOf: "is_one_of",
  atLeast: "at_least",
  atMost: "at_most",
  moreThan: "more_than",
  lessThan: "less_than",
  fewerThan: "less_than",
  fromTo: "between",
  contains: "contains",
  matches: "matches",
};

/** How a limit's or condition's operator is called in plans. */
export function operatorOf(test: ast.Test): ComparisonOperator {
  return OPERATORS[test.operator];
}

const ORDERING: readonly ast.TestOperator[] = [
  "atLeast",
  "atMost",
  "moreThan",
  "lessThan",
  "fewerThan",
  "fromTo",
];

/** Whether an operator goes with the type on its left; if not, that is reported. */
export function checkOperator(world: World, site: Site, left: LeftSide, test: ast.Test): boolean {
  if (ORDERING.includes(test.operator)) {
    if (!isOrdered(left.type)) {
      reportNoOrder(site, left, test);
      return false;
    }
    checkCountingWords(site, left, test);
    return true;
  }
  if (left.type.kind === "verdict") return checkVerdictTest(site, left, test);
  if (test.operator === "isOneOf" && left.type.kind === "yes_no") {
    reportYesNoList(site, test);
    return false;
  }
  if (test.operator !== "contains" && test.operator !== "matches") return true;
  if (left.type.kind !== "text") {
    reportTextOperator(site, left, test);
    return false;
  }
  return test.operator === "contains"
    ? checkNeedle(site, test)
    : checkPattern(site, test, world.options.acceptsPattern);
}
