/**
 * What sentences are made of: names, values, conditions, populations and spans, and the frame of a declaration.
 *
 * Nothing here belongs to one kind of declaration. `ast.ts` says what holds of the whole tree.
 */
import type { Span } from "../source/source-file.ts";

export interface Node {
  readonly kind: string;
  readonly span: Span;
}
/** A name as written. */
export interface Name extends Node {
  readonly kind: "Name";
  readonly text: string;
}
/** Text in double quotes; `text` is without the quotes, escapes resolved (`\"`, `\\`). */
export interface Text extends Node {
  readonly kind: "Text";
  readonly text: string;
}
/** A number as written, underscores removed: `-20`, `1000`, `4.2`. */
export interface NumberValue extends Node {
  readonly kind: "Number";
  readonly text: string;
}
export interface Percent extends Node {
  readonly kind: "Percent";
  /** Without the sign: `95`, `99.5`. */
  readonly text: string;
}
/** `60 seconds`, `5 business days`, `4 calendar quarters`. */
export interface Quantity extends Node {
  readonly kind: "Quantity";
  readonly count: NumberValue;
  readonly qualifier: "business" | "calendar" | null;
  /** Singular: `second`, `minute`, `hour`, `day`, `week`, `month`, `quarter`, `year`. */
  readonly unit: Unit;
  readonly unitSpan: Span;
}
export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
/** `500 EUR`. */
export interface Money extends Node {
  readonly kind: "Money";
  readonly amount: NumberValue;
  readonly currency: Name;
}
/** `2026-01-31`. */
export interface DateValue extends Node {
  readonly kind: "Date";
  readonly text: string;
}
/** `2026-01-28 at 17:00`. */
export interface Instant extends Node {
  readonly kind: "Instant";
  readonly date: string;
  readonly time: string;
}
/** `08:00`. */
export interface Time extends Node {
  readonly kind: "Time";
  readonly text: string;
}
/** `2026-01`, `2026-W10`, `2026-Q1`, `2026-H1` (a year alone is a `Number`). */
export interface PeriodValue extends Node {
  readonly kind: "Period";
  readonly text: string;
}
/** `2.1.0`. */
export interface Version extends Node {
  readonly kind: "Version";
  readonly text: string;
}
export type Value =
  | Name
  | Text
  | NumberValue
  | Percent
  | Quantity
  | Money
  | DateValue
  | Instant
  | Time
  | PeriodValue
  | Version;
/** Conditions (SPEC §2.6). */
export type Condition = And | Or | Not | Comparison | Lookup;
export interface And extends Node {
  readonly kind: "And";
  readonly operands: readonly Condition[];
}
export interface Or extends Node {
  readonly kind: "Or";
  readonly operands: readonly Condition[];
}
export interface Not extends Node {
  readonly kind: "Not";
  readonly operand: Condition;
}
export interface Comparison extends Node {
  readonly kind: "Comparison";
  readonly left: Left;
  readonly test: Test;
}
/** `NAME`, `date of NAME`, `partner.NAME`. */
export interface Left extends Node {
  readonly kind: "Left";
  readonly form: "field" | "dateOf" | "partner";
  readonly name: Name;
}
export type TestOperator =
  | "is"
  | "isNot"
  | "isGiven"
  | "isNotGiven"
  | "isOneOf"
  | "atLeast"
  | "atMost"
  | "moreThan"
  | "lessThan"
  | "fewerThan"
  | "fromTo"
  | "contains"
  | "matches";
/** The operator and its right sides: none for `isGiven`, two for `fromTo`, one or more for `isOneOf`. */
export interface Test extends Node {
  readonly kind: "Test";
  readonly operator: TestOperator;
  readonly values: readonly Value[];
  /** The operator's words. */
  readonly operatorSpan: Span;
}
export interface Lookup extends Node {
  readonly kind: "Lookup";
  readonly dataset: Name;
  readonly key: Name;
  readonly within: { readonly length: Quantity; readonly after: Name } | null;
  readonly where: Condition | null;
}
/** `DATASET [where CONDITION]`. */
export interface Population extends Node {
  readonly kind: "Population";
  readonly dataset: Name;
  readonly where: Condition | null;
}
/** `each calendar month`, `each calendar half year`. */
export interface EachSpan extends Node {
  readonly kind: "EachSpan";
  readonly unit: Unit | "half_year";
}
/** `each partner year from FIELD`. */
export interface EachPartnerYear extends Node {
  readonly kind: "EachPartnerYear";
  readonly from: Name;
}
export type Each = EachSpan | EachPartnerYear;
/** What every declaration has: its head, and sentences of its own kind. */
export interface DeclarationBase<S extends Node> extends Node {
  /** The declaration word. */
  readonly wordSpan: Span;
  /** The whole head line. */
  readonly headSpan: Span;
  readonly sentences: readonly (S | BrokenSentence | UnavailableSentence)[];
}
/** A sentence that could not be read. */
export interface BrokenSentence extends Node {
  readonly kind: "Broken";
}
/** A sentence of a declaration that belongs to a later version. */
export interface UnavailableSentence extends Node {
  readonly kind: "UnavailableSentence";
  readonly what: string;
}
export interface Because extends Node {
  readonly kind: "Because";
  readonly text: Text;
}
export interface Effective extends Node {
  readonly kind: "Effective";
  readonly from: DateValue;
  /** Null: until further notice. */
  readonly until: DateValue | null;
}
export interface TimeZone extends Node {
  readonly kind: "TimeZone";
  readonly zone: Text;
}
/** `recorded in POPULATION`. */
export interface Recorded extends Node {
  readonly kind: "Recorded";
  readonly population: Population;
}
/** `excluding A, B`. */
export interface Excluding extends Node {
  readonly kind: "Excluding";
  readonly names: readonly Name[];
}
