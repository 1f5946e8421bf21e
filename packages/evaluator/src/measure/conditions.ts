/**
 * Row conditions, made ready to be asked.
 *
 * A condition is compiled once for a table. It answers in three values (`truth.ts`): a comparison with a missing value
 * is undecided; `is given` never is; a look-up is true or false. Limits of comparison are scaled to the column's whole
 * numbers beforehand, so that a comparison becomes a range of doubles; numbers beyond 2^53 take an exact path (SPEC §2,
 * §4.2). Who asks many rows or many conditions at once does so in its own way: see `parts.ts`.
 */
import type { ComparisonOperator, Condition, Literal } from "../bundle/condition-plan.ts";
import type { FieldPlan, FieldType } from "../bundle/table-plan.ts";
import type { TextPool } from "../columns/chunk.ts";
import { ceilDivide, floorDivide, fromText, SAFE } from "../exact/ratio.ts";
import { parseDay } from "../time/civil.ts";
import { parseInstant } from "../time/instant.ts";
import type { ZoneClock } from "../time/zone.ts";
import { type ColumnRange, type Part, rangeTruth, UNKNOWN } from "./parts.ts";
import { fieldIndex, scaleOf } from "./scale.ts";
import { FALSE, type RowTest, type RowView, TRUE, type Truth, truth, UNDECIDED } from "./truth.ts";

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
  readonly isOfPartner: boolean;
  /** Place of the column that holds the value; null where it is read some other way. */
  readonly column: number | null;
  readonly read: (row: number) => number;
  readonly exact: (row: number) => bigint;
  readonly type: FieldType;
}

/** The comparisons of a condition, ready to be asked; no condition is one that always holds. */
export function partOf(condition: Condition | null, scope: ConditionScope): Part {
  if (condition === null) return { kind: "and", parts: [] };
  switch (condition.kind) {
    case "and":
    case "or":
      return { kind: condition.kind, parts: condition.of.map((part) => partOf(part, scope)) };
    case "not":
      return { kind: "not", part: partOf(condition.of, scope) };
    case "has":
      return testPart(scope.lookup(condition));
    case "compare":
      // Of a partner that nobody knows nothing can be told, not even that a field is missing.
      if (condition.left.kind === "partner" && scope.partners === null) return UNKNOWN;
      return comparison(condition.operator, reader(condition.left, scope), condition.right, scope);
  }
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
    isOfPartner: false,
    column: index,
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
    isOfPartner: true,
    column: null,
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
  const type: FieldType = { kind: "date", written: null };
  return { ...field, type, column: null, read, exact: (row) => BigInt(read(row)) };
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
): Part {
  if (operator === "is_given") return range(left, EVERYWHERE, TRUE, FALSE);
  if (operator === "is_not_given") return range(left, EVERYWHERE, FALSE, TRUE);
  if (operator === "is_one_of")
    return { kind: "or", parts: right.map((value) => comparison("is", left, [value], scope)) };
  const [value, other] = right;
  if (value === undefined) return UNKNOWN;
  if (operator === "between") {
    if (other === undefined) return UNKNOWN;
    const bounds = [
      comparison("at_least", left, [value], scope),
      comparison("at_most", left, [other], scope),
    ];
    return { kind: "and", parts: bounds };
  }
  if (operator === "contains" || operator === "matches")
    return testPart(textTest(operator, left, value, scope), left);
  if (value.kind === "field") return testPart(fieldComparison(operator, left, value, scope), left);
  return literalComparison(operator, left, value, scope);
}

const EVERYWHERE = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
/** Columns hold whole numbers. */
const NOWHERE = { low: 0.5, high: 0.5 };

function testPart(test: RowTest, left: Reader | null = null): Part {
  return { kind: "test", test, isOfPartner: left?.isOfPartner ?? false };
}

/** What a value says: one answer in the range, its opposite outside, a third where it is missing. */
function range(
  left: Reader,
  { low, high }: { readonly low: number; readonly high: number },
  inside: typeof FALSE | typeof TRUE,
  missing: Truth = UNDECIDED,
): Part {
  const outside = missing === UNDECIDED ? truth(inside === FALSE) : inside;
  const found: ColumnRange = { column: left.column ?? -1, low, high, inside, outside, missing };
  return left.column === null
    ? testPart((row) => rangeTruth(found, left.read(row)), left)
    : { kind: "range", range: found };
}

/** The operators that order or equate two whole numbers. */
type OrderOperator = "is" | "is_not" | "at_least" | "at_most" | "more_than" | "less_than";

function literalComparison(
  operator: OrderOperator,
  left: Reader,
  literal: Literal,
  scope: ConditionScope,
): Part {
  if (literal.kind !== "number") return boundTest(operator, left, literalNumber(literal, left.type, scope));
  const { numerator, denominator } = fromText(literal.value);
  const scaled = numerator * BigInt(scaleOf(left.type));
  const [floor, ceiling] = [floorDivide(scaled, denominator), ceilDivide(scaled, denominator)];
  if (operator === "is" && floor !== ceiling) return range(left, NOWHERE, TRUE);
  if (operator === "is_not" && floor !== ceiling) return range(left, NOWHERE, FALSE);
  const bound = operator === "at_least" || operator === "less_than" ? ceiling : floor;
  const magnitude = bound < 0n ? -bound : bound;
  if (magnitude < BigInt(SAFE)) return boundTest(operator, left, Number(bound));
  const test: RowTest = (row) =>
    Number.isNaN(left.read(row)) ? UNDECIDED : truth(ordered(operator, left.exact(row), bound));
  return testPart(test, left);
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

/** A comparison with a bound that doubles hold exactly, and the whole numbers beside it; ±Infinity orders as the value it stands for. */
function boundTest(operator: OrderOperator, left: Reader, bound: number): Part {
  if (Number.isNaN(bound)) return range(left, NOWHERE, operator === "is_not" ? FALSE : TRUE);
  switch (operator) {
    case "is":
      return range(left, { low: bound, high: bound }, TRUE);
    case "is_not":
      return range(left, { low: bound, high: bound }, FALSE);
    case "at_least":
      return range(left, { ...EVERYWHERE, low: bound }, TRUE);
    case "at_most":
      return range(left, { ...EVERYWHERE, high: bound }, TRUE);
    case "more_than":
      return range(left, { ...EVERYWHERE, low: bound + 1 }, TRUE);
    case "less_than":
      return range(left, { ...EVERYWHERE, high: bound - 1 }, TRUE);
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
