/**
 * Row conditions as closures over columns.
 *
 * A condition is compiled once for a table and then asked row by row. It answers in three values, as numbers that
 * make the connectives plain: FALSE 0, UNDECIDED 1, TRUE 2, so that `and` is the smaller, `or` the larger and `not`
 * the mirror image. A comparison with a missing value is undecided; `is given` never is; a look-up is true or false.
 * Limits of comparison are scaled to the column's whole numbers when the closure is made, so that a row costs one
 * comparison of doubles; numbers beyond 2^53 take an exact path (SPEC §2, §4.2).
 */
import type { ComparisonOperator, Condition, FieldPlan, FieldType, Literal } from "../bundle/plan.ts";
import type { TextPool } from "../columns/chunk.ts";
import { ceilDivide, floorDivide, fromText, SAFE } from "../exact/ratio.ts";
import { parseDay } from "../time/civil.ts";
import { parseInstant } from "../time/instant.ts";
import type { ZoneClock } from "../time/zone.ts";
import { fieldIndex, scaleOf } from "./scale.ts";

export type Truth = 0 | 1 | 2;
export const FALSE = 0;
export const UNDECIDED = 1;
export const TRUE = 2;

/** A condition ready to be asked about the row at an index of the table's current columns. */
export type RowTest = (row: number) => Truth;

/** The columns that a table's closures read; the table moves it from chunk to chunk. */
export interface RowView {
  columns: readonly (Float64Array | null)[];
  big: ReadonlyMap<number, ReadonlyMap<number, bigint>> | null;
  /** Row of the partners table that belongs to the row in hand, or -1. */
  partnerRow: number;
}

/** Text matching by a linear-time engine; given from outside so that it is loaded only where it is used. */
export interface PatternEngine {
  compile(pattern: string): ((text: string) => boolean) | null;
}

/** What compiling a condition needs to know of its surroundings. */
export interface ConditionScope {
  readonly fields: readonly FieldPlan[];
  readonly view: RowView;
  readonly partners: { readonly fields: readonly FieldPlan[]; readonly view: RowView } | null;
  readonly pool: TextPool;
  readonly clock: ZoneClock;
  readonly patterns: PatternEngine | null;
  /** Makes the test of a look-up. */
  readonly lookup: (condition: Condition & { kind: "has" }) => RowTest;
}

/** A value of a row as its column's number, NaN where missing; ±Infinity stands for a value in `exact`. */
interface Reader {
  readonly read: (row: number) => number;
  readonly exact: (row: number) => bigint;
  readonly type: FieldType;
}

export function compileCondition(condition: Condition | null, scope: ConditionScope): RowTest {
  if (condition === null) return () => TRUE;
  switch (condition.kind) {
    case "and":
      return conjunction(condition.of.map((part) => compileCondition(part, scope)));
    case "or":
      return disjunction(condition.of.map((part) => compileCondition(part, scope)));
    case "not": {
      const inner = compileCondition(condition.of, scope);
      return (row) => (2 - inner(row)) as Truth;
    }
    case "has":
      return scope.lookup(condition);
    case "compare":
      // Of a partner that nobody knows nothing can be told, not even that a field is missing.
      if (condition.left.kind === "partner" && scope.partners === null) return () => UNDECIDED;
      return comparison(condition.operator, reader(condition.left, scope), condition.right, scope);
  }
}

function conjunction(parts: readonly RowTest[]): RowTest {
  const [first, second, ...rest] = parts;
  if (first === undefined) return () => TRUE;
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : conjunction([second, ...rest]);
  return (row) => {
    const left = first(row);
    if (left === FALSE) return FALSE;
    const right = tail(row);
    return Math.min(left, right) as Truth;
  };
}

function disjunction(parts: readonly RowTest[]): RowTest {
  const [first, second, ...rest] = parts;
  if (first === undefined) return () => FALSE;
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : disjunction([second, ...rest]);
  return (row) => {
    const left = first(row);
    if (left === TRUE) return TRUE;
    const right = tail(row);
    return Math.max(left, right) as Truth;
  };
}

function reader(left: { kind: string; name: string }, scope: ConditionScope): Reader {
  if (left.kind === "partner" && scope.partners !== null) return partnerReader(left.name, scope.partners);
  const field = fieldReader(left.name, scope);
  return left.kind === "date_of" ? civilReader(field, scope.clock) : field;
}

function fieldReader(name: string, scope: ConditionScope): Reader {
  const { view } = scope;
  const index = fieldIndex(scope.fields, name);
  const type = scope.fields[index]?.type ?? { kind: "text" };
  return {
    type,
    read: (row) => view.columns[index]?.[row] ?? Number.NaN,
    exact: (row) => exactAt(view, index, row),
  };
}

function partnerReader(name: string, partners: { fields: readonly FieldPlan[]; view: RowView }): Reader {
  const { view } = partners;
  const index = fieldIndex(partners.fields, name);
  const type = partners.fields[index]?.type ?? { kind: "text" };
  return {
    type,
    read: () => (view.partnerRow < 0 ? Number.NaN : (view.columns[index]?.[view.partnerRow] ?? Number.NaN)),
    exact: () => exactAt(view, index, view.partnerRow),
  };
}

function civilReader(field: Reader, clock: ZoneClock): Reader {
  if (field.type.kind !== "timestamp") return field;
  const read = (row: number): number => {
    const instant = field.read(row);
    return Number.isNaN(instant) ? instant : clock.dayOf(instant);
  };
  return { type: { kind: "date", written: null }, read, exact: (row) => BigInt(read(row)) };
}

/** The exact whole number of a cell, whether it stands in the column or beside it. */
export function exactAt(view: RowView, index: number, row: number): bigint {
  const value = view.columns[index]?.[row] ?? 0;
  return Number.isFinite(value) ? BigInt(value) : (view.big?.get(index)?.get(row) ?? 0n);
}

function comparison(
  operator: ComparisonOperator,
  left: Reader,
  right: readonly Literal[],
  scope: ConditionScope,
): RowTest {
  const { read } = left;
  if (operator === "is_given") return (row) => (Number.isNaN(read(row)) ? FALSE : TRUE);
  if (operator === "is_not_given") return (row) => (Number.isNaN(read(row)) ? TRUE : FALSE);
  if (operator === "is_one_of")
    return disjunction(right.map((value) => comparison("is", left, [value], scope)));
  if (operator === "between") {
    const [low, high] = right;
    if (low === undefined || high === undefined) return () => UNDECIDED;
    return conjunction([
      comparison("at_least", left, [low], scope),
      comparison("at_most", left, [high], scope),
    ]);
  }
  const [value] = right;
  if (value === undefined) return () => UNDECIDED;
  if (operator === "contains" || operator === "matches") return textTest(operator, left, value, scope);
  if (value.kind === "field") return fieldComparison(operator, left, value, scope);
  return literalComparison(operator, left, value, scope);
}

/** The operators that order or equate two whole numbers. */
type OrderOperator = "is" | "is_not" | "at_least" | "at_most" | "more_than" | "less_than";

function literalComparison(
  operator: OrderOperator,
  left: Reader,
  literal: Literal,
  scope: ConditionScope,
): RowTest {
  if (literal.kind !== "number")
    return numberTest(operator, left.read, literalNumber(literal, left.type, scope));
  const { numerator, denominator } = fromText(literal.value);
  const scaled = numerator * BigInt(scaleOf(left.type));
  const [floor, ceiling] = [floorDivide(scaled, denominator), ceilDivide(scaled, denominator)];
  if (operator === "is" && floor !== ceiling) return decided(left.read, FALSE);
  if (operator === "is_not" && floor !== ceiling) return decided(left.read, TRUE);
  const bound = operator === "at_least" || operator === "less_than" ? ceiling : floor;
  const magnitude = bound < 0n ? -bound : bound;
  if (magnitude <= BigInt(SAFE)) return numberTest(operator, left.read, Number(bound));
  return (row) =>
    Number.isNaN(left.read(row)) ? UNDECIDED : truth(ordered(operator, left.exact(row), bound));
}

/** The column number of a literal that is not measured; NaN (which nothing equals) for a text never seen. */
function literalNumber(literal: Literal, type: FieldType, scope: ConditionScope): number {
  switch (literal.kind) {
    case "text":
      return scope.pool.code(literal.text);
    case "yes_no":
      return literal.value ? 1 : 0;
    case "member":
      return type.kind === "one_of"
        ? type.members.findIndex((member) => member.name === literal.name)
        : Number.NaN;
    case "date":
      return parseDay(literal.date) ?? Number.NaN;
    case "instant":
      return parseInstant(literal.instant) ?? Number.NaN;
    default:
      return Number.NaN;
  }
}

/** Compares a column's double with a bound that doubles hold exactly; ±Infinity orders as the value it stands for. */
function numberTest(operator: OrderOperator, read: (row: number) => number, bound: number): RowTest {
  switch (operator) {
    case "is":
      return (row) => {
        const value = read(row);
        return Number.isNaN(value) ? UNDECIDED : value === bound ? TRUE : FALSE;
      };
    case "is_not":
      return (row) => {
        const value = read(row);
        return Number.isNaN(value) ? UNDECIDED : value === bound ? FALSE : TRUE;
      };
    case "at_least":
      return (row) => {
        const value = read(row);
        return value >= bound ? TRUE : Number.isNaN(value) ? UNDECIDED : FALSE;
      };
    case "at_most":
      return (row) => {
        const value = read(row);
        return value <= bound ? TRUE : Number.isNaN(value) ? UNDECIDED : FALSE;
      };
    case "more_than":
      return (row) => {
        const value = read(row);
        return value > bound ? TRUE : Number.isNaN(value) ? UNDECIDED : FALSE;
      };
    case "less_than":
      return (row) => {
        const value = read(row);
        return value < bound ? TRUE : Number.isNaN(value) ? UNDECIDED : FALSE;
      };
  }
}

function fieldComparison(
  operator: OrderOperator,
  left: Reader,
  literal: Literal & { kind: "field" },
  scope: ConditionScope,
): RowTest {
  const plain = fieldReader(literal.name, scope);
  const right = literal.civil ? civilReader(plain, scope.clock) : plain;
  const [leftFactor, rightFactor] = commonScale(left.type, right.type);
  const translate = memberTranslation(left.type, right.type);
  return (row) => {
    const a = left.read(row);
    const b = right.read(row);
    if (Number.isNaN(a) || Number.isNaN(b)) return UNDECIDED;
    if (translate !== null) return truth(ordered(operator, a, translate(b)));
    const [x, y] = [a * leftFactor, b * rightFactor];
    if (Math.abs(x) <= SAFE && Math.abs(y) <= SAFE) return truth(ordered(operator, x, y));
    return truth(
      ordered(operator, left.exact(row) * BigInt(leftFactor), right.exact(row) * BigInt(rightFactor)),
    );
  };
}

/** Factors that bring two columns to one scale. Durations are microseconds already. */
function commonScale(left: FieldType, right: FieldType): readonly [number, number] {
  if (left.kind === "duration") return [1, 1];
  const [a, b] = [scaleOf(left), scaleOf(right)];
  const scale = Math.max(a, b);
  return [scale / a, scale / b];
}

/** Two `one of` lists may number the same member differently. */
function memberTranslation(left: FieldType, right: FieldType): ((member: number) => number) | null {
  if (left.kind !== "one_of" || right.kind !== "one_of") return null;
  const places = right.members.map((member) => left.members.findIndex((other) => other.name === member.name));
  return (member) => places[member] ?? -1;
}

function ordered<T extends number | bigint>(operator: OrderOperator, a: T, b: T): boolean {
  switch (operator) {
    case "is":
      return a === b;
    case "is_not":
      return a !== b;
    case "at_least":
      return a >= b;
    case "at_most":
      return a <= b;
    case "more_than":
      return a > b;
    case "less_than":
      return a < b;
  }
}

function textTest(
  operator: "contains" | "matches",
  left: Reader,
  literal: Literal,
  scope: ConditionScope,
): RowTest {
  const wanted = literal.kind === "text" ? literal.text : "";
  const test =
    operator === "contains" ? (text: string) => text.includes(wanted) : scope.patterns?.compile(wanted);
  if (test === null || test === undefined) return () => UNDECIDED;
  const answers: (Truth | undefined)[] = [];
  return (row) => {
    const code = left.read(row);
    if (Number.isNaN(code)) return UNDECIDED;
    const known = answers[code];
    if (known !== undefined) return known;
    const answer = truth(test(scope.pool.text(code)));
    answers[code] = answer;
    return answer;
  };
}

function decided(read: (row: number) => number, answer: Truth): RowTest {
  return (row) => (Number.isNaN(read(row)) ? UNDECIDED : answer);
}

function truth(value: boolean): Truth {
  return value ? TRUE : FALSE;
}
