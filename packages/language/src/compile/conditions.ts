/**
 * From three values to two.
 *
 * A condition of the language may be true, false or undecided; a rule fires or does not. The way from one to the
 * other is exact: `trueOf` makes the rule condition that holds where the condition is true, `falseOf` the one that
 * holds where it is false, and where neither holds it is undecided. A `not` is pushed down until it stands at a
 * comparison, which then takes the opposite operator; since an operator and its opposite are both false of a missing
 * fact, nothing is ever decided by absence (SPEC §2).
 */
import type {
  Condition,
  Literal,
  Operand,
  RuleCondition,
  RuleScalar,
  StrictOperator,
} from "@tenet-lang/evaluator";
import { epochSeconds } from "./zone.ts";

type Comparison = Extract<Condition, { readonly kind: "compare" }>;
type Leaf = Extract<RuleCondition, { readonly fact: string }>;

/** Operators with the one that is true where they are false. */
const OPPOSITES: Readonly<
  Record<Exclude<Comparison["operator"], "between">, readonly [StrictOperator, StrictOperator]>
> = {
  is: ["strict:is", "strict:is_not"],
  is_not: ["strict:is_not", "strict:is"],
  at_least: ["strict:at_least", "strict:less_than"],
  at_most: ["strict:at_most", "strict:more_than"],
  more_than: ["strict:more_than", "strict:at_most"],
  less_than: ["strict:less_than", "strict:at_least"],
  is_one_of: ["strict:is_one_of", "strict:is_none_of"],
  is_given: ["strict:is_given", "strict:is_not_given"],
  is_not_given: ["strict:is_not_given", "strict:is_given"],
  contains: ["strict:contains", "strict:contains_not"],
  matches: ["strict:matches", "strict:matches_not"],
};

/** Holds exactly where the condition is true. */
export function trueOf(condition: Condition): RuleCondition {
  return decided(condition, true);
}

/** Holds exactly where the condition is false. */
export function falseOf(condition: Condition): RuleCondition {
  return decided(condition, false);
}

/** All of them: lists in lists are joined, and one alone stands for itself. */
export function allOf(parts: readonly [RuleCondition, ...RuleCondition[]]): RuleCondition {
  const [first, ...rest] = parts;
  if (rest.length === 0) return first;
  return { all: parts.flatMap((part) => ("all" in part ? part.all : [part])) };
}

/** Any of them, joined as in `allOf`. */
export function anyOf(parts: readonly [RuleCondition, ...RuleCondition[]]): RuleCondition {
  const [first, ...rest] = parts;
  if (rest.length === 0) return first;
  return { any: parts.flatMap((part) => ("any" in part ? part.any : [part])) };
}

/** One comparison of a fact. */
export function leaf(fact: string, operator: StrictOperator, value: Leaf["value"]): RuleCondition {
  return { fact, operator, value };
}

/** A whole number as rules hold it. */
export function whole(value: number): RuleScalar {
  return { numerator: String(value), denominator: "1" };
}

/** Names of the metrics that a condition reads, each once, in order of appearance. */
export function metricsRead(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return [...new Set(condition.of.flatMap(metricsRead))];
    case "not":
      return metricsRead(condition.of);
    case "compare":
      return condition.left.kind === "metric" ? [condition.left.name] : [];
    case "has":
      return [];
  }
}

function decided(condition: Condition, wanted: boolean): RuleCondition {
  switch (condition.kind) {
    case "and":
    case "or": {
      const [first, ...rest] = condition.of.map((part) => decided(part, wanted));
      if (first === undefined)
        throw new Error(`INVARIANT: an \`${condition.kind}\` joins at least one condition`);
      return (condition.kind === "and") === wanted ? allOf([first, ...rest]) : anyOf([first, ...rest]);
    }
    case "not":
      return decided(condition.of, !wanted);
    case "compare":
      return comparison(condition, wanted);
    case "has":
      throw new Error("INVARIANT: look-ups stand in populations, which are not rules");
  }
}

function comparison({ left, operator, right }: Comparison, wanted: boolean): RuleCondition {
  const fact = factOf(left);
  const values = right.map(scalarOf);
  if (operator === "between") {
    const [low, high] = values;
    if (low === undefined || high === undefined) throw new Error("INVARIANT: a range has two ends");
    return wanted
      ? allOf([leaf(fact, "strict:at_least", low), leaf(fact, "strict:at_most", high)])
      : anyOf([leaf(fact, "strict:less_than", low), leaf(fact, "strict:more_than", high)]);
  }
  const [positive, negative] = OPPOSITES[operator];
  const value = operator === "is_one_of" ? values : (values[0] ?? true);
  return leaf(fact, wanted ? positive : negative, value);
}

function factOf(operand: Operand): string {
  if (operand.kind === "field" || operand.kind === "date_of") {
    throw new Error("INVARIANT: rules read metrics, partners, verdicts and scores, never a row");
  }
  return `${operand.kind}:${operand.name}`;
}

/** A literal as rules hold it; an instant is the ratio of its seconds, since text of instants has no safe order. */
function scalarOf(literal: Literal): RuleScalar {
  switch (literal.kind) {
    case "number":
      return literal.value;
    case "text":
      return literal.text;
    case "yes_no":
      return literal.value;
    case "member":
      return literal.name;
    case "date":
      return literal.date;
    case "verdict":
      return literal.verdict;
    case "instant":
      return whole(epochSeconds(literal.instant));
    case "field":
      throw new Error("INVARIANT: the right side of a rule is a value");
  }
}
