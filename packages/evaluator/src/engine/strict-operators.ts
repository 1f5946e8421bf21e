/**
 * The operators that rules may use, as plain functions over facts.
 *
 * Each is true only of a given fact of the value's own kind, so that a comparison and its opposite are both false
 * where the fact is missing. `strict:is_not_given` alone is true of a missing fact. Ratios compare by
 * cross-multiplication, text by code point, yes and no by identity; nothing is ever converted.
 */
import type { RuleCondition, RuleScalar, StrictOperator } from "../bundle/rule.ts";
import { compareExact, type Exact, fromText } from "../exact/ratio.ts";
import { compareText } from "../exact/text-order.ts";

/** What a rule may be asked about: an exact number, text or yes/no. A missing fact is absent, never null. */
export type FactValue = Exact | string | boolean;

/** The right side of a rule's comparison. */
export type RuleValue = Extract<RuleCondition, { readonly fact: string }>["value"];

/** Gives the test of a pattern; it is asked only about text. */
export type PatternLookup = (pattern: string) => (text: string) => boolean;

/** Whether the operator is true of a fact (undefined: missing) and a rule's value. */
export type StrictTest = (fact: FactValue | undefined, value: RuleValue) => boolean;

/** The test of every operator. */
export function strictTests(patternOf: PatternLookup): Readonly<Record<StrictOperator, StrictTest>> {
  const contains = (fact: string, value: string): boolean => fact.includes(value);
  const matches = (fact: string, value: string): boolean => patternOf(value)(fact);
  return {
    "strict:is": compared((order) => order === 0),
    "strict:is_not": compared((order) => order !== 0),
    "strict:at_least": ordered((order) => order >= 0),
    "strict:at_most": ordered((order) => order <= 0),
    "strict:more_than": ordered((order) => order > 0),
    "strict:less_than": ordered((order) => order < 0),
    "strict:is_given": (fact) => fact !== undefined,
    "strict:is_not_given": (fact) => fact === undefined,
    "strict:is_one_of": (fact, value) => listOf(value).some((item) => orderOf(fact, item) === 0),
    "strict:is_none_of": (fact, value) => {
      const orders = listOf(value).map((item) => orderOf(fact, item));
      return orders.length > 0 && orders.every((order) => order !== null && order !== 0);
    },
    "strict:contains": searched(contains, true),
    "strict:contains_not": searched(contains, false),
    "strict:matches": searched(matches, true),
    "strict:matches_not": searched(matches, false),
  };
}

function compared(holds: (order: number) => boolean): StrictTest {
  return (fact, value) => {
    const order = isList(value) ? null : orderOf(fact, value);
    return order !== null && holds(order);
  };
}

/** As `compared`, but of what has an order: yes and no have none. */
function ordered(holds: (order: number) => boolean): StrictTest {
  const test = compared(holds);
  return (fact, value) => typeof value !== "boolean" && test(fact, value);
}

function searched(found: (fact: string, value: string) => boolean, wanted: boolean): StrictTest {
  return (fact, value) =>
    typeof fact === "string" && typeof value === "string" && found(fact, value) === wanted;
}

/** Negative, zero or positive; null where the fact is missing or of another kind than the value. */
function orderOf(fact: FactValue | undefined, value: RuleScalar): number | null {
  if (typeof fact === "string" && typeof value === "string") return compareText(fact, value);
  if (typeof fact === "boolean" && typeof value === "boolean") return Number(fact) - Number(value);
  if (typeof fact === "object" && typeof value === "object") return compareExact(fact, fromText(value));
  return null;
}

function listOf(value: RuleValue): readonly RuleScalar[] {
  return isList(value) ? value : [];
}

function isList(value: RuleValue): value is readonly RuleScalar[] {
  return Array.isArray(value);
}
