/** The rules of a bundle in the words that other rule libraries know: no `not`, no ranges, plain values. */
import type { Bundle, Condition, Literal } from "@tenet-lang/evaluator";
import { conditionsOf } from "./record-rules.ts";

export type PlainRule =
  | { readonly kind: "and" | "or"; readonly of: readonly PlainRule[] }
  | ({ readonly kind: "compare" } & PlainComparison);

export interface PlainComparison {
  readonly field: string;
  readonly operator: PlainOperator;
  readonly value: string | number | boolean | null;
}

export type PlainOperator = "===" | "!==" | ">=" | "<=" | ">" | "<" | "given" | "missing";

export function plainRules(bundle: Bundle): readonly PlainRule[] {
  return conditionsOf(bundle).map((condition) => plainRule(condition, false));
}

/** A `not` moves down to the comparisons, where it turns one into its opposite. */
function plainRule(condition: Condition, isNegated: boolean): PlainRule {
  switch (condition.kind) {
    case "not":
      return plainRule(condition.of, !isNegated);
    case "and":
    case "or": {
      const isAnd = (condition.kind === "and") !== isNegated;
      return { kind: isAnd ? "and" : "or", of: condition.of.map((part) => plainRule(part, isNegated)) };
    }
    case "has":
      throw new Error("the rules of the benchmark ask nothing of other records");
    case "compare":
      return comparison(condition, isNegated);
  }
}

function comparison(condition: Condition & { kind: "compare" }, isNegated: boolean): PlainRule {
  const { operator, right } = condition;
  const field = condition.left.name;
  const compare = (plain: PlainOperator, literal?: Literal): PlainRule => ({
    kind: "compare",
    field,
    operator: isNegated ? OPPOSITES[plain] : plain,
    value: literal === undefined ? null : plainValue(literal),
  });
  if (operator === "between") {
    return { kind: isNegated ? "or" : "and", of: [compare(">=", right[0]), compare("<=", right[1])] };
  }
  if (operator === "is_one_of") {
    return { kind: isNegated ? "and" : "or", of: right.map((literal) => compare("===", literal)) };
  }
  const plain = OPERATORS[operator];
  if (plain === undefined) throw new Error(`the rules of the benchmark do not say ${operator}`);
  return compare(plain, right[0]);
}

const OPERATORS: Readonly<Record<string, PlainOperator>> = {
  is: "===",
  is_not: "!==",
  at_least: ">=",
  at_most: "<=",
  more_than: ">",
  less_than: "<",
  is_given: "given",
  is_not_given: "missing",
};

const OPPOSITES: Readonly<Record<PlainOperator, PlainOperator>> = {
  "===": "!==",
  "!==": "===",
  ">=": "<",
  "<=": ">",
  ">": "<=",
  "<": ">=",
  given: "missing",
  missing: "given",
};

function plainValue(literal: Literal): string | number | boolean {
  switch (literal.kind) {
    case "number":
      return Number(literal.value.numerator) / Number(literal.value.denominator);
    case "text":
      return literal.text;
    case "yes_no":
      return literal.value;
    case "member":
      return literal.name;
    default:
      throw new Error(`the rules of the benchmark have no ${literal.kind}`);
  }
}
