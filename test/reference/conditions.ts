/**
 * Conditions in three values for the reference (§2): true, false, or null where a missing value leaves it undecided.
 */
import type { ComparisonOperator, Condition, Literal, Operand, ZoneTable } from "@tenet-lang/evaluator";
import { RE2JS } from "re2js";
import type { Quantity, Value } from "./cells.ts";
import { compare, rational, times } from "./rational.ts";
import { civilDayAt, dayFrom, readInstant } from "./time.ts";

export type Has = Extract<Condition, { readonly kind: "has" }>;

/** Where a condition finds its values; each may be missing (null). */
export interface Sight {
  readonly zone: ZoneTable;
  field(name: string): Value | null;
  partner(name: string): Value | null;
  metric(name: string): Value | null;
  has(lookup: Has): boolean;
  /** In consequences, duties and tiers: a verdict (as text), and in tiers a score. */
  verdict?(name: string): Value | null;
  score?(name: string): Value | null;
}

/** True, false, or undecided. */
export function holds(condition: Condition, sight: Sight): boolean | null {
  switch (condition.kind) {
    case "and":
      return all(condition.of.map((part) => holds(part, sight)));
    case "or":
      return negate(all(condition.of.map((part) => negate(holds(part, sight)))));
    case "not":
      return negate(holds(condition.of, sight));
    case "has":
      return sight.has(condition);
    case "compare": {
      const left = operand(condition.left, sight);
      return compareTo(
        left,
        condition.operator,
        condition.right.map((literal) => rightSide(literal, sight)),
      );
    }
  }
}

/** Is the condition true of the row (or absent)? Only then does the row count. */
export const counts = (condition: Condition | null, sight: Sight): boolean =>
  condition === null || holds(condition, sight) === true;

/** False wins, then undecided. */
export const all = (parts: readonly (boolean | null)[]): boolean | null =>
  parts.includes(false) ? false : parts.includes(null) ? null : true;

const negate = (value: boolean | null): boolean | null => (value === null ? null : !value);

function operand(left: Operand, sight: Sight): Value | null {
  switch (left.kind) {
    case "field":
      return sight.field(left.name);
    case "date_of":
      return civil(sight.field(left.name), sight.zone);
    case "partner":
      return sight.partner(left.name);
    case "metric":
      return sight.metric(left.name);
    case "verdict":
      return sight.verdict?.(left.name) ?? null;
    case "score":
      return sight.score?.(left.name) ?? null;
  }
}

/** A timestamp as its civil date in the agreement's zone; a date stays. */
function civil(value: Value | null, zone: ZoneTable): Value | null {
  return value !== null && typeof value === "object" && "instant" in value
    ? { day: civilDayAt(zone, value.instant) }
    : value;
}

function rightSide(literal: Literal, sight: Sight): Value | null {
  if (literal.kind !== "field") return constantOf(literal);
  const value = sight.field(literal.name);
  return literal.civil ? civil(value, sight.zone) : value;
}

/** The value that a literal writes; null for the name of a field. */
export function constantOf(literal: Literal): Value | null {
  switch (literal.kind) {
    case "number":
      return rational(BigInt(literal.value.numerator), BigInt(literal.value.denominator));
    case "text":
      return literal.text;
    case "yes_no":
      return literal.value;
    case "member":
      return literal.name;
    case "verdict":
      return literal.verdict;
    case "date":
      return { day: dayFrom(literal.date) };
    case "instant":
      return { instant: readInstant(literal.instant) };
    default:
      return null;
  }
}

/**
 * One comparison. A missing side leaves it undecided, but for `is given` and `is not given`; `from A to B` is the
 * `and` of its two comparisons, `is one of` the `or` of all of its (§2.6.3).
 */
export function compareTo(
  left: Value | null,
  operator: ComparisonOperator,
  right: readonly (Value | null)[],
): boolean | null {
  if (operator === "is_given") return left !== null;
  if (operator === "is_not_given") return left === null;
  const [first = null, second = null] = right;
  if (operator === "between")
    return all([compareTo(left, "at_least", [first]), compareTo(left, "at_most", [second])]);
  if (operator === "is_one_of") return negate(all(right.map((one) => compareTo(left, "is_not", [one]))));
  if (left === null || first === null) return null;
  switch (operator) {
    case "is":
      return order(left, first) === 0;
    case "is_not":
      return order(left, first) !== 0;
    case "at_least":
      return order(left, first) >= 0;
    case "at_most":
      return order(left, first) <= 0;
    case "more_than":
      return order(left, first) > 0;
    case "less_than":
      return order(left, first) < 0;
    case "contains":
      return String(left).includes(String(first));
    case "matches":
      return RE2JS.compile(String(first)).matcher(String(left)).find();
  }
}

/** Negative, zero or positive; two values of one type. Text goes by code point (§4.7), neither trimmed nor normalised. */
export function order(a: Value, b: Value): number {
  if (typeof a === "string" || typeof b === "string") return textOrder(String(a), String(b));
  if (typeof a === "boolean" || typeof b === "boolean") return Number(a) - Number(b);
  if ("day" in a && "day" in b) return a.day - b.day;
  if ("instant" in a && "instant" in b) return a.instant - b.instant;
  if ("n" in a && "n" in b) return compareQuantities(a, b);
  throw new TypeError("values of different types are never compared");
}

/** A literal is written in the left side's unit; two duration fields may have different ones. */
function compareQuantities(a: Quantity, b: Quantity): number {
  const bothUnits = a.unitMicros !== undefined && b.unitMicros !== undefined;
  if (!bothUnits) return compare(a, b);
  return compare(times(a, rational(a.unitMicros)), times(b, rational(b.unitMicros)));
}

/** Code-point order of text. */
export function textOrder(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((point, index) => point !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}
