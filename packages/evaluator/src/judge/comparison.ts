/**
 * A limit's comparison asked directly of a value: for explaining and for measuring distances, where the rules that
 * decide are not enough ("how many rows more would have met it?").
 */
import type { Literal } from "../bundle/condition-plan.ts";
import type { PlainComparison } from "../bundle/standard-plan.ts";
import { compareExact, type Exact, fromText } from "../exact/ratio.ts";
import type { FactValue } from "../measure/facts.ts";

/** Does the value meet the comparison? False where there is no value. */
export function comparisonHolds(comparison: PlainComparison, value: FactValue | null): boolean {
  if (value === null) return false;
  const [first, second] = comparison.values;
  if (first === undefined) return false;
  if (typeof value !== "object") return (literalWord(first) === value) === (comparison.operator === "is");
  const order = (literal: Literal | undefined): number => {
    const bound = literal === undefined ? null : literalRatio(literal);
    return bound === null ? Number.NaN : compareExact(value, bound);
  };
  switch (comparison.operator) {
    case "at_least":
      return order(first) >= 0;
    case "at_most":
      return order(first) <= 0;
    case "more_than":
      return order(first) > 0;
    case "less_than":
      return order(first) < 0;
    case "is":
      return order(first) === 0;
    case "is_not":
      return order(first) !== 0;
    case "between":
      return order(first) >= 0 && order(second) <= 0;
  }
}

/** The exact value of a numeric literal; null for others. */
export function literalRatio(literal: Literal): Exact | null {
  return literal.kind === "number" ? fromText(literal.value) : null;
}

function literalWord(literal: Literal): string | boolean | null {
  switch (literal.kind) {
    case "text":
      return literal.text;
    case "member":
      return literal.name;
    case "yes_no":
      return literal.value;
    default:
      return null;
  }
}
