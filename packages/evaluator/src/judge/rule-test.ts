/**
 * Rules compiled to closures.
 *
 * The very rule JSON that stock json-rules-engine can load is compiled here to a function from a cell to yes or no.
 * A leaf is true only where its fact is given and of the value's type, so a missing fact makes a comparison and its
 * opposite both false. Ratios are cross-multiplied in doubles while both products stay below 2^53, in BigInt beyond
 * (SPEC §4.2, §6).
 */
import type { Rule, RuleCondition, RuleScalar, StrictOperator } from "../bundle/rule.ts";
import { compareExact, type Exact, fromText, SAFE } from "../exact/ratio.ts";
import { compareText } from "../exact/text-order.ts";
import { byCell, type FactColumn, isGivenAt, ratioAt } from "./fact-column.ts";

/** Does the rule fire for a cell? */
export type RuleTest = (cell: number) => boolean;

/** Finds the column of a named fact; null where nothing is known of it. */
export type FactFinder = (fact: string) => FactColumn | null;

/** Text matching, given from outside (`@tenet-lang/evaluator/patterns`). */
export interface TextMatcher {
  compile(pattern: string): ((text: string) => boolean) | null;
}

export function ruleTest(rule: Rule, find: FactFinder, patterns: TextMatcher | null): RuleTest {
  return conditionTest(rule.conditions, find, patterns);
}

function conditionTest(condition: RuleCondition, find: FactFinder, patterns: TextMatcher | null): RuleTest {
  if ("all" in condition) return every(condition.all.map((part) => conditionTest(part, find, patterns)));
  if ("any" in condition) return some(condition.any.map((part) => conditionTest(part, find, patterns)));
  if ("not" in condition) {
    const inner = conditionTest(condition.not, find, patterns);
    return (cell) => !inner(cell);
  }
  const column = find(condition.fact);
  if (column === null) return () => condition.operator === "strict:is_not_given";
  return leafTest(condition.operator, column, condition.value, patterns);
}

function every(tests: readonly RuleTest[]): RuleTest {
  const [first, second, ...rest] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : every([second, ...rest]);
  return (cell) => first(cell) && tail(cell);
}

function some(tests: readonly RuleTest[]): RuleTest {
  const [first, second, ...rest] = tests;
  if (first === undefined) return () => false;
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : some([second, ...rest]);
  return (cell) => first(cell) || tail(cell);
}

function leafTest(
  operator: StrictOperator,
  column: FactColumn,
  value: RuleScalar | readonly RuleScalar[],
  patterns: TextMatcher | null,
): RuleTest {
  const { place } = column;
  if (operator === "strict:is_given") return (cell) => isGivenAt(column, place(cell));
  if (operator === "strict:is_not_given") return (cell) => !isGivenAt(column, place(cell));
  if (operator === "strict:is_one_of" || operator === "strict:is_none_of") {
    const values = Array.isArray(value) ? (value as readonly RuleScalar[]) : [value as RuleScalar];
    const single = operator === "strict:is_one_of" ? "strict:is" : "strict:is_not";
    const tests = values.map((item) => scalarTest(single, column, item, patterns));
    return operator === "strict:is_one_of" ? some(tests) : every(tests);
  }
  return scalarTest(operator, column, value as RuleScalar, patterns);
}

function scalarTest(
  operator: StrictOperator,
  column: FactColumn,
  value: RuleScalar,
  patterns: TextMatcher | null,
): RuleTest {
  if (typeof value === "object") return ratioTest(operator, column, fromText(value));
  const { words, place } = column;
  if (words === null) return () => false;
  const accepts = wordTest(operator, value, patterns);
  return (cell) => {
    const word = words[place(cell)];
    return word !== undefined && typeof word === typeof value && accepts(word);
  };
}

function wordTest(
  operator: StrictOperator,
  value: string | boolean,
  patterns: TextMatcher | null,
): (word: string | boolean) => boolean {
  const text = String(value);
  const order = (word: string | boolean): number => compareText(String(word), text);
  switch (operator) {
    case "strict:is":
      return (word) => word === value;
    case "strict:is_not":
      return (word) => word !== value;
    case "strict:at_least":
      return (word) => order(word) >= 0;
    case "strict:at_most":
      return (word) => order(word) <= 0;
    case "strict:more_than":
      return (word) => order(word) > 0;
    case "strict:less_than":
      return (word) => order(word) < 0;
    case "strict:contains":
      return (word) => String(word).includes(text);
    case "strict:contains_not":
      return (word) => !String(word).includes(text);
    case "strict:matches":
    case "strict:matches_not": {
      const test = patterns?.compile(text) ?? null;
      const wanted = operator === "strict:matches";
      return (word) => test !== null && test(String(word)) === wanted;
    }
    default:
      return () => false;
  }
}

/** Compares a column of ratios with a constant one. */
function ratioTest(operator: StrictOperator, column: FactColumn, bound: Exact): RuleTest {
  const { numerator, denominator, place } = column;
  const accepted = acceptedSigns(operator);
  const isSmall = isSmallEnough(bound.numerator) && isSmallEnough(bound.denominator);
  const [above, below] = [Number(bound.numerator), Number(bound.denominator)];
  const isOfCell = place === byCell;
  return (cell) => {
    const at = isOfCell ? cell : place(cell);
    const rows = denominator[at] ?? 0;
    if (rows === 0) return false;
    const left = (numerator[at] ?? 0) * below;
    const right = above * rows;
    const isExact = isSmall && Math.abs(left) <= SAFE && Math.abs(right) <= SAFE;
    const sign = isExact ? left - right : exactSign(column, at, bound);
    return ((accepted >> (sign < 0 ? 0 : sign > 0 ? 2 : 1)) & 1) === 1;
  };
}

/** For products that doubles might round. */
function exactSign(column: FactColumn, at: number, bound: Exact): number {
  const value = ratioAt(column, at);
  return value === null ? Number.NaN : compareExact(value, bound);
}

function isSmallEnough(value: bigint): boolean {
  return (value < 0n ? -value : value) <= BigInt(SAFE);
}

/** Which of below, equal and above are accepted, as bits from the lowest. */
function acceptedSigns(operator: StrictOperator): number {
  switch (operator) {
    case "strict:is":
      return 0b010;
    case "strict:is_not":
      return 0b101;
    case "strict:at_least":
      return 0b110;
    case "strict:at_most":
      return 0b011;
    case "strict:more_than":
      return 0b100;
    case "strict:less_than":
      return 0b001;
    default:
      return 0b000;
  }
}
