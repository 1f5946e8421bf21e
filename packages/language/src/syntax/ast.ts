/**
 * The tree of one file: declarations, their sentences, and the parts of a sentence.
 *
 * Every node has a `kind` and a `span`. The tree is lossless together with the file's token list: comments, blank
 * lines and skipped words are tokens, and a sentence that could not be read stays in the tree as `Broken`, so that
 * nothing a person wrote is ever lost. The tree holds no meaning: names are not resolved, values are not typed,
 * repeated or missing sentences are not noticed. It knows nothing of diagnostics beyond syntax, nor of editors.
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

// Conditions (SPEC chapter 2)

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

// Declarations

export interface File extends Node {
  readonly kind: "File";
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | UsesDeclaration
  | AgreementDeclaration
  | PartnersDeclaration
  | DatasetDeclaration
  | CalendarDeclaration
  | ClockDeclaration
  | MetricDeclaration
  | StandardDeclaration
  | ExclusionDeclaration
  | AmendmentDeclaration
  | TestDeclaration
  | UnavailableDeclaration
  | BrokenDeclaration;

interface DeclarationBase<S extends Sentence> extends Node {
  /** The declaration word. */
  readonly wordSpan: Span;
  /** The whole head line. */
  readonly headSpan: Span;
  readonly sentences: readonly (S | BrokenSentence | UnavailableSentence)[];
}

export interface UsesDeclaration extends DeclarationBase<never> {
  readonly kind: "Uses";
  readonly path: Text;
}
export interface AgreementDeclaration extends DeclarationBase<AgreementSentence> {
  readonly kind: "Agreement";
  readonly name: Name;
  readonly label: Text | null;
}
export interface PartnersDeclaration extends DeclarationBase<PartnersSentence> {
  readonly kind: "Partners";
  readonly source: Text;
  readonly key: Name;
}
export interface DatasetDeclaration extends DeclarationBase<DatasetSentence> {
  readonly kind: "Dataset";
  readonly name: Name;
  readonly label: Text | null;
  readonly source: Text;
  /** Field name, or the word `line`. */
  readonly rowPer: Name;
}
/** Opening hours. */
export interface CalendarDeclaration extends DeclarationBase<CalendarSentence> {
  readonly kind: "Calendar";
  readonly name: Name;
  readonly label: Text | null;
}
/** `clock NAME on DATASET [by KEY]`. */
export interface ClockDeclaration extends DeclarationBase<ClockSentence> {
  readonly kind: "Clock";
  readonly name: Name;
  readonly label: Text | null;
  readonly on: Name;
  readonly by: Name | null;
}
export interface MetricDeclaration extends DeclarationBase<MetricSentence> {
  readonly kind: "Metric";
  readonly name: Name;
  readonly label: Text | null;
  readonly form: MetricForm;
}
export interface StandardDeclaration extends DeclarationBase<StandardSentence> {
  readonly kind: "Standard";
  readonly name: Name;
  readonly label: Text | null;
}
export interface ExclusionDeclaration extends DeclarationBase<ExclusionSentence> {
  readonly kind: "Exclusion";
  readonly name: Name;
  readonly label: Text | null;
}
export interface AmendmentDeclaration extends DeclarationBase<AmendmentSentence> {
  readonly kind: "Amendment";
  readonly name: Name;
  readonly label: Text | null;
  readonly standard: Name;
  readonly partner: Text;
}
export interface TestDeclaration extends DeclarationBase<TestSentence> {
  readonly kind: "Test";
  readonly name: Name;
  readonly label: Text | null;
}
/** A declaration whose word is reserved for a later version; its sentences are kept unread. */
export interface UnavailableDeclaration extends DeclarationBase<never> {
  readonly kind: "Unavailable";
  readonly word: string;
  readonly name: Name | null;
}
/** A head line that could not be read (the name where it could); its sentences are read as far as its word is known. */
export interface BrokenDeclaration extends DeclarationBase<Sentence> {
  readonly kind: "BrokenDeclaration";
  /** The declaration word, or null for lines before the first declaration. */
  readonly word: string | null;
  readonly name: Name | null;
}

// Sentences

/** A sentence that could not be read. */
export interface BrokenSentence extends Node {
  readonly kind: "Broken";
}
/** A sentence (or a part of one) that belongs to a later version: `covers`, `binds brand`, `judged with …`, … */
export interface UnavailableSentence extends Node {
  readonly kind: "UnavailableSentence";
  readonly what: string;
}

export type Sentence =
  | AgreementSentence
  | PartnersSentence
  | DatasetSentence
  | CalendarSentence
  | ClockSentence
  | MetricSentence
  | StandardSentence
  | ExclusionSentence
  | AmendmentSentence
  | TestSentence;

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

export type AgreementSentence =
  | Because
  | Effective
  | (Node & { readonly kind: "AgreementVersion"; readonly version: Version })
  | (Node & { readonly kind: "Supersedes"; readonly version: Version })
  | (Node & { readonly kind: "Owner"; readonly text: Text })
  | TimeZone
  /** `business days of core_hours`. */
  | (Node & { readonly kind: "BusinessDaysOf"; readonly calendar: Name })
  | (Node & { readonly kind: "Currency"; readonly currency: Name })
  /** `year starts on 1 april`. */
  | (Node & { readonly kind: "YearStarts"; readonly day: NumberValue; readonly month: Name })
  /** Null decimals: `rounding none`. */
  | (Node & { readonly kind: "Rounding"; readonly decimals: NumberValue | null });

export type PartnersSentence =
  | Field
  | (Node & { readonly kind: "Active"; readonly from: Name; readonly until: Name | null });

export type DatasetSentence =
  | Field
  | (Node & { readonly kind: "DatasetPartner"; readonly field: Name; readonly via: Via | null })
  | (Node & {
      readonly kind: "DatasetDated";
      readonly field: Name;
      readonly then: Name | null;
      readonly via: Via | null;
    })
  | (Node & { readonly kind: "MissingIs"; readonly spellings: readonly Text[] })
  | (Node & { readonly kind: "DuplicatesOnce" })
  | (Node & { readonly kind: "Valid"; readonly from: Name; readonly until: Name })
  | (Node & {
      readonly kind: "KeepsLatest";
      readonly per: Name;
      readonly by: Name;
      readonly then: Name | null;
    });

/** `in DATASET with same KEY`. */
export interface Via extends Node {
  readonly kind: "Via";
  readonly dataset: Name;
  readonly key: Name;
}

export interface Field extends Node {
  readonly kind: "Field";
  readonly name: Name;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly personal: boolean;
  readonly columns: readonly Text[];
}
export type FieldType = Node &
  (
    | { readonly kind: "TextType" }
    | { readonly kind: "YesNoType"; readonly written: readonly Text[] }
    | { readonly kind: "DateType"; readonly written: Text | null }
    | { readonly kind: "TimestampType"; readonly written: Text | null }
    | {
        readonly kind: "DurationType";
        readonly unit: Unit;
        readonly unitSpan: Span;
        readonly written: Text | null;
      }
    | { readonly kind: "MoneyType"; readonly currency: Name }
    | { readonly kind: "OneOfType"; readonly members: readonly Member[] }
    | {
        readonly kind: "NumberType";
        readonly decimals: NumberValue | null;
        readonly range: { readonly from: NumberValue; readonly to: NumberValue } | null;
        readonly written: Text | null;
      }
    | { readonly kind: "TotalType"; readonly of: readonly Name[] }
    /** Civil days; with a calendar, business days. */
    | { readonly kind: "DaysType"; readonly from: Name; readonly to: Name; readonly calendar: Name | null }
  );
export interface Member extends Node {
  readonly kind: "Member";
  readonly name: Name;
  readonly written: Text | null;
}

export type CalendarSentence =
  | TimeZone
  | Open
  | (Node & { readonly kind: "ClosedHolidays"; readonly region: Text })
  /** `closed holidays by partner.FIELD`. */
  | (Node & { readonly kind: "ClosedHolidaysBy"; readonly field: Name })
  | (Node & { readonly kind: "ClosedOn"; readonly date: DateValue })
  | (Node & { readonly kind: "CutOff"; readonly time: Time });

/** `open monday to friday 08:00 to 18:00`; `lastDay` is null for one day. */
export interface Open extends Node {
  readonly kind: "Open";
  readonly firstDay: Name;
  readonly lastDay: Name | null;
  readonly from: Time;
  readonly to: Time;
}

export type ClockSentence =
  | (Node & { readonly kind: "Starts"; readonly trigger: Trigger })
  | (Node & { readonly kind: "Stops"; readonly trigger: Trigger })
  | (Node & { readonly kind: "Restarts"; readonly trigger: Trigger })
  | (Node & { readonly kind: "Pauses"; readonly condition: Condition })
  | (Node & { readonly kind: "CountsTime"; readonly calendar: Name })
  | (Node & { readonly kind: "ClockDated"; readonly field: Name })
  | (Node & { readonly kind: "DueAt"; readonly field: Name })
  | (Node & { readonly kind: "DueWithin"; readonly rows: readonly WithinRow[] })
  | (Node & { readonly kind: "WarnsAt"; readonly percent: Percent });

/** `at FIELD`, or `when FIELD [last] becomes VALUE`. */
export type Trigger =
  | (Node & { readonly kind: "AtField"; readonly field: Name })
  | (Node & {
      readonly kind: "Becomes";
      readonly field: Name;
      readonly last: boolean;
      readonly value: Value;
    });

/** `within 4 hours where priority is p1`. */
export interface WithinRow extends Node {
  readonly kind: "WithinRow";
  readonly length: Quantity;
  readonly where: Condition | null;
  readonly otherwise: boolean;
}

export type MetricForm = Node &
  (
    | { readonly kind: "Share"; readonly numerator: Population; readonly denominator: Population }
    | { readonly kind: "Count"; readonly population: Population }
    | { readonly kind: "Distinct"; readonly field: Name; readonly population: Population }
    | {
        readonly kind: "Average" | "Sum" | "Median" | "Lowest" | "Highest" | "Latest";
        readonly field: Name;
        readonly population: Population;
      }
    | { readonly kind: "PeriodMean"; readonly metric: Name; readonly each: EachSpan }
    | {
        readonly kind: "Percentile";
        readonly percent: NumberValue;
        readonly field: Name;
        readonly population: Population;
      }
    | {
        readonly kind: "NetScore";
        readonly field: Name;
        readonly population: Population;
        readonly promoters: readonly [NumberValue, NumberValue];
        readonly detractors: readonly [NumberValue, NumberValue];
      }
    | {
        readonly kind: "Rate";
        readonly numerator: Population;
        readonly per: NumberValue;
        readonly denominator: Population;
      }
    | { readonly kind: "Ratio"; readonly numerator: Name; readonly denominator: Name }
    /** `percent of time outside CLOCK`. */
    | { readonly kind: "TimeOutside"; readonly clock: Name }
  );
export type MetricSentence =
  | (Node & { readonly kind: "MetricDated"; readonly field: Name })
  | (Node & { readonly kind: "Final"; readonly length: Quantity })
  | (Node & { readonly kind: "CountsAtMost"; readonly rows: NumberValue; readonly per: Name })
  | (Node & { readonly kind: "Better"; readonly direction: "higher" | "lower" });

export type StandardSentence =
  | Because
  /** `applies to partners [where …]`. */
  | (Node & { readonly kind: "AppliesTo"; readonly where: Condition | null })
  | (Node & { readonly kind: "AppliesWhen"; readonly condition: Condition })
  | Requires
  | (Node & {
      readonly kind: "Tolerates";
      readonly fewerThan: NumberValue;
      readonly metric: Name;
      readonly limit: Name;
    })
  | (Node & { readonly kind: "WarnsWhen"; readonly condition: Condition })
  | Measured
  | Assessed
  | Needs
  | (Node & { readonly kind: "Excluding"; readonly names: readonly Name[] })
  | (Node & { readonly kind: "MissingData"; readonly verdict: Name });

/** One `requires` sentence: one limit (with rows where it varies), or several joined by `or`. */
export interface Requires extends Node {
  readonly kind: "Requires";
  readonly limits: readonly Limit[];
}
export interface Limit extends Node {
  readonly kind: "Limit";
  readonly metric: Name;
  readonly rows: readonly LimitRow[];
}
export interface LimitRow extends Node {
  readonly kind: "LimitRow";
  readonly test: Test;
  readonly group: Name | null;
  readonly where: Condition | null;
  readonly otherwise: boolean;
  readonly from: DateValue | null;
}
export interface Measured extends Node {
  readonly kind: "Measured";
  readonly window:
    | EachSpan
    | (Node & { readonly kind: "Rolling"; readonly length: Quantity })
    | (Node & { readonly kind: "LatestRows"; readonly count: NumberValue; readonly dataset: Name });
  readonly when: Condition | null;
  readonly otherwise: boolean;
}
export interface Assessed extends Node {
  readonly kind: "Assessed";
  /** Null: at the end of. */
  readonly day: NumberValue | null;
  /** `on business day`. */
  readonly business: boolean;
  readonly each: EachSpan;
}
export interface Needs extends Node {
  readonly kind: "Needs";
  /** Empty: `needs no minimum`. */
  readonly rows: readonly NeedRow[];
  readonly otherwise: Name | null;
}
export interface NeedRow extends Node {
  readonly kind: "NeedRow";
  readonly atLeast: NumberValue;
  readonly counts: Name | null;
  readonly where: Condition | null;
}

export type ExclusionSentence =
  | Because
  | (Node & { readonly kind: "Removes"; readonly population: Population })
  | (Node & { readonly kind: "Affected"; readonly partners: NumberValue; readonly by: Name | null })
  | (Node & { readonly kind: "Evidence"; readonly text: Text })
  | (Node & { readonly kind: "Recorded"; readonly population: Population });

export type AmendmentSentence =
  | Because
  | Effective
  | (Node & { readonly kind: "ChangesLimit"; readonly metric: Name; readonly test: Test });

export type TestSentence =
  | (Node & { readonly kind: "AsOf"; readonly at: DateValue | Instant })
  | Given
  | Expect;

export interface Given extends Node {
  readonly kind: "Given";
  /** Dataset name, or the word `partners`. */
  readonly dataset: Name;
  readonly source: Text | null;
  readonly partner: Text | null;
  readonly period: DateValue | PeriodValue | NumberValue | null;
  /** The header row and the rows below it; empty where `source` is given. */
  readonly table: readonly TableRow[];
}
/** `| a | b |`: cells without outer spaces; a quoted cell without its quotes. */
export interface TableRow extends Node {
  readonly kind: "TableRow";
  readonly cells: readonly { readonly text: string; readonly quoted: boolean; readonly span: Span }[];
}
export interface Expect extends Node {
  readonly kind: "Expect";
  /** A standard, a metric (or a consequence, in later versions). */
  readonly subject: Name;
  readonly partner: Text;
  readonly period: DateValue | PeriodValue | NumberValue;
  readonly negated: boolean;
  readonly value: Value;
  readonly because: Name | null;
}
