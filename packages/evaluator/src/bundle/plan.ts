/**
 * What a bundle holds, as types.
 *
 * A bundle is an agreement made ready for judging: names are resolved, literals are typed and exact, columns are known,
 * zone rules are tables. It has two halves. The *plans* (datasets, metrics, windows) say how rows become facts; they
 * are declarative, so that one runtime can stream rows through them and another can write SQL from them. The *rules*
 * say how facts become decisions; they are json-rules-engine rules (see `rule.ts`).
 *
 * Everything here is plain JSON: no functions, no dates, no numbers that may pass 2^53 (those are decimal text). The
 * words follow SPEC.md chapters 2 and 3; this file knows nothing of zod, rows or verdicts.
 */

/** Where a sentence of the agreement stands. Left out of the fingerprint. */
export interface Origin {
  /** Path of the file, relative to the agreement's own folder, with forward slashes. */
  readonly file: string;
  /** 1-based line of the sentence's first word. */
  readonly line: number;
  /** The sentence as written, on one line, without comments. */
  readonly text: string;
}

/** An exact value: decimal whole numbers, the denominator positive. */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
}

/** The six verdicts, no more (SPEC §4.1). */
export type VerdictKind = "met" | "missed" | "not_enough_data" | "not_applicable" | "excused" | "pending";

export type DurationUnit = "second" | "minute" | "hour" | "day" | "week";
export type CalendarUnit = "day" | "week" | "month" | "quarter" | "half_year" | "year";

/** How numbers are written in a file: `1.234,56` has group `.` and decimal `,`. */
export interface NumberForm {
  readonly group: string | null;
  /** Null where the sample shows no decimals: then no cell has any. */
  readonly decimal: string | null;
}

/** The type of a field (SPEC §3.2). `written` is null for the default form. */
export type FieldType =
  | { readonly kind: "text" }
  | { readonly kind: "yes_no"; readonly yes: readonly string[]; readonly no: readonly string[] }
  | {
      readonly kind: "number";
      /** Declared decimals; null where none are declared (held at 6). */
      readonly decimals: number | null;
      /** Inclusive bounds, exact decimals as ratios. */
      readonly from: Ratio | null;
      readonly to: Ratio | null;
      readonly written: NumberForm | null;
    }
  | { readonly kind: "date"; readonly written: string | null }
  | { readonly kind: "timestamp"; readonly written: string | null }
  | { readonly kind: "duration"; readonly unit: DurationUnit; readonly written: string | null }
  | { readonly kind: "money"; readonly currency: string; readonly decimals: number }
  | { readonly kind: "one_of"; readonly members: readonly Member[] }
  /** Computed: the exact sum of number fields of the row; missing if one of them is. */
  | { readonly kind: "total"; readonly of: readonly string[]; readonly decimals: number | null }
  /**
   * Computed: whole days from one date (or timestamp, by its civil date) to another; may be negative. Civil days, or
   * the business days of a calendar.
   */
  | { readonly kind: "days"; readonly from: string; readonly to: string; readonly calendar: string | null };

/** A member of a `one of` list: its name in the agreement, and how files write it. */
export interface Member {
  readonly name: string;
  readonly written: string;
}

export interface FieldPlan {
  readonly name: string;
  readonly type: FieldType;
  readonly optional: boolean;
  readonly personal: boolean;
  /** Columns of the file: one; two (year, month) or three (year, month, day) for a date; none if computed. */
  readonly columns: readonly string[];
  readonly origin: Origin;
}

/** A value found in another dataset: the row(s) there whose `key` equals this row's `key`. */
export interface Via {
  readonly field: string;
  readonly dataset: string;
  readonly key: string;
}

export interface DatasetPlan {
  readonly name: string;
  readonly label: string | null;
  /** The agreed default source, as written. */
  readonly source: string;
  /** Field that is unique per row; null for `one row per line`. */
  readonly key: string | null;
  readonly partner:
    | { readonly kind: "field"; readonly field: string }
    | ({ readonly kind: "via" } & Via)
    | null;
  readonly dated:
    | { readonly kind: "field"; readonly field: string; readonly then: string | null }
    | ({ readonly kind: "via" } & Via)
    | null;
  /** Spellings of a missing value beside the empty cell. */
  readonly missing: readonly string[];
  readonly duplicatesOnce: boolean;
  readonly valid: { readonly from: string; readonly until: string } | null;
  readonly keepsLatest: { readonly per: string; readonly by: string; readonly then: string | null } | null;
  readonly fields: readonly FieldPlan[];
  readonly origin: Origin;
}

export interface PartnersPlan {
  readonly source: string;
  readonly key: string;
  readonly active: { readonly from: string; readonly until: string | null } | null;
  readonly fields: readonly FieldPlan[];
  readonly origin: Origin;
}

/** Left side of a comparison. A `metric` stands only where metrics are read (gates, warnings, consequences). */
export type Operand =
  | { readonly kind: "field"; readonly name: string }
  /** The civil date of a timestamp field in the agreement's time zone. */
  | { readonly kind: "date_of"; readonly name: string }
  | { readonly kind: "partner"; readonly name: string }
  | { readonly kind: "metric"; readonly name: string }
  /** A standard, attestation or duty: its verdict, in consequences, duties and tiers (SPEC §3.7.4). */
  | { readonly kind: "verdict"; readonly name: string }
  /** A scorecard: its score, a number; only in tiers. */
  | { readonly kind: "score"; readonly name: string };

/** Right side of a comparison, of the left side's type. */
export type Literal =
  /** Numbers, percentages (95% is 95/100), money (in whole currency units), durations (in the left side's unit). */
  | { readonly kind: "number"; readonly value: Ratio }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "yes_no"; readonly value: boolean }
  | { readonly kind: "member"; readonly name: string }
  /** `YYYY-MM-DD`. */
  | { readonly kind: "date"; readonly date: string }
  /** UTC, `YYYY-MM-DDTHH:mm:ssZ`. */
  | { readonly kind: "instant"; readonly instant: string }
  /** What a verdict name is compared with. */
  | { readonly kind: "verdict"; readonly verdict: VerdictKind }
  /** Another field of the same row; `civil` where a timestamp is read by its civil date. */
  | { readonly kind: "field"; readonly name: string; readonly civil: boolean };

export type ComparisonOperator =
  | "is"
  | "is_not"
  | "at_least"
  | "at_most"
  | "more_than"
  | "less_than"
  /** `from A to B`, both ends included; two right sides. */
  | "between"
  /** One or more right sides. */
  | "is_one_of"
  /** No right side. */
  | "is_given"
  | "is_not_given"
  | "contains"
  | "matches";

/** A three-valued condition: true, false, or undecided where a value is missing (SPEC §2). */
export type Condition =
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | {
      readonly kind: "compare";
      readonly left: Operand;
      readonly operator: ComparisonOperator;
      readonly right: readonly Literal[];
    }
  /** `has DATASET with same KEY [in the N UNITS after FIELD] [where …]`. */
  | {
      readonly kind: "has";
      readonly dataset: string;
      readonly key: string;
      readonly within: { readonly count: number; readonly unit: LookupUnit; readonly after: string } | null;
      readonly where: Condition | null;
    };

/** Units of a length of time: seconds to hours are elapsed time, days and longer are civil. */
export type SpanUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** Units in which a look-up reaches; business days are the agreement's. */
export type LookupUnit = SpanUnit | "business_day";

export interface Population {
  readonly dataset: string;
  readonly where: Condition | null;
}

/** What a metric's value is counted in. */
export type MetricUnit =
  | { readonly kind: "percent" }
  | { readonly kind: "count" }
  | { readonly kind: "number" }
  | { readonly kind: "duration"; readonly unit: DurationUnit }
  | { readonly kind: "money"; readonly currency: string; readonly decimals: number }
  /** Only for `latest`: the value is a name or text of the data, not a number. */
  | { readonly kind: "member"; readonly members: readonly string[] }
  | { readonly kind: "yes_no" }
  | { readonly kind: "text" };

/** The forms of a metric, and no others (SPEC §3.5). */
export type MetricForm =
  | { readonly kind: "share"; readonly numerator: Population; readonly denominator: Population }
  | { readonly kind: "count"; readonly population: Population }
  | { readonly kind: "distinct"; readonly field: string; readonly population: Population }
  | {
      readonly kind: "average" | "sum" | "median" | "lowest" | "highest" | "latest";
      readonly field: string;
      readonly population: Population;
    }
  /** `percent` is a decimal above 0 and up to 100, as a ratio of 1 (90 is 90/100). */
  | {
      readonly kind: "percentile";
      readonly percent: Ratio;
      readonly field: string;
      readonly population: Population;
    }
  | {
      readonly kind: "net_score";
      readonly field: string;
      readonly population: Population;
      /** Inclusive ranges of the answer. */
      readonly promoters: readonly [Ratio, Ratio];
      readonly detractors: readonly [Ratio, Ratio];
    }
  | {
      readonly kind: "rate";
      readonly numerator: Population;
      /** A positive whole number, as decimal text. */
      readonly per: string;
      readonly denominator: Population;
    }
  /** Names of metrics. */
  | { readonly kind: "ratio"; readonly numerator: string; readonly denominator: string }
  | { readonly kind: "period_mean"; readonly metric: string; readonly span: CalendarUnit }
  /** Of the time of the window, what no case of a clock covers. */
  | { readonly kind: "time_outside"; readonly clock: string };

export interface MetricPlan {
  readonly name: string;
  readonly label: string | null;
  readonly form: MetricForm;
  readonly unit: MetricUnit;
  /** Overrides the date of the form's (one) dataset. */
  readonly dated: string | null;
  /** Rows may arrive until this long after the period. */
  readonly final: { readonly count: number; readonly unit: SpanUnit } | null;
  /** Newest rows first, at most so many per value of the field. */
  readonly countsAtMost: { readonly rows: number; readonly per: string } | null;
  readonly better: "higher" | "lower" | null;
  readonly origin: Origin;
}

/** The stretch of rows that a standard is judged on (SPEC §3.6, §4.3). */
export type Window =
  | { readonly kind: "calendar"; readonly span: CalendarUnit }
  /** `whole`: the N whole calendar spans before the one that holds the assessment day. */
  | { readonly kind: "rolling"; readonly count: number; readonly unit: CalendarUnit; readonly whole: boolean }
  /** Years of each partner's own, counted from a date of the partner (SPEC §3.6.22). */
  | { readonly kind: "partner_year"; readonly from: string }
  | { readonly kind: "latest"; readonly count: number; readonly population: Population };

export type Assessment =
  | { readonly kind: "end_of"; readonly span: CalendarUnit }
  | { readonly kind: "on_day"; readonly day: number; readonly span: CalendarUnit }
  /** Business days of the agreement. */
  | { readonly kind: "on_business_day"; readonly day: number; readonly span: CalendarUnit };

export interface ExclusionPlan {
  readonly name: string;
  readonly label: string | null;
  readonly removes: Population;
  readonly affected: { readonly partners: number; readonly by: string | null } | null;
  /** Text of `needs evidence`; null where none is asked for. */
  readonly evidence: string | null;
  readonly recorded: Population | null;
  readonly because: string | null;
  readonly origin: Origin;
}

/** A comparison of a limit, ready for judging and for showing. */
export type LimitComparison = PlainComparison | RelativeComparison;

/** A comparison with values that the agreement says. */
export interface PlainComparison {
  readonly operator: "is" | "is_not" | "at_least" | "at_most" | "more_than" | "less_than" | "between";
  readonly values: readonly Literal[];
  /** The comparison's words: `at least`. */
  readonly words: string;
  /** The limit's words: `95%`, `60 seconds`, `3.5 to 4.5`. */
  readonly text: string;
}

/**
 * A comparison with the other partners (SPEC §4.5). The row's rules read `peers:METRIC:BY:difference` (at least or at
 * most 0) or `peers:METRIC:BY:standing` (at most `best`).
 */
export interface RelativeComparison {
  readonly operator: "at_least_peers" | "at_most_peers" | "in_best";
  /** Partner field of `by`; null: all partners are peers. */
  readonly by: string | null;
  /** `in best P%` as a ratio of 1 (25% is 25/100); null for the average. */
  readonly best: Ratio | null;
  /** `at least`, `at most` or `in best`. */
  readonly words: string;
  /** `peer average by category`, `25% of peers`. */
  readonly text: string;
}

/** One row of a limit: in force where its `applies` rule fires (null: always) and no earlier row's does. */
export interface LimitRowPlan {
  readonly comparison: LimitComparison;
  /** Name of the rule that says whether this row is the one in force; null where the limit has a single row. */
  readonly applies: string | null;
  /** Names of the rules that fire when the limit of this row is met, and when it is missed. */
  readonly met: string;
  readonly missed: string;
  /** Name of the amendment that this row comes from. */
  readonly amendment: string | null;
  readonly origin: Origin;
}

export interface LimitPlan {
  readonly metric: string;
  /** Field of `for each`; the limit must hold in every group separately. */
  readonly group: string | null;
  readonly rows: readonly LimitRowPlan[];
  /** Metric of a `tolerates` sentence on this limit, with the bound; its decision is part of the rows' rules. */
  readonly tolerates: { readonly metric: string; readonly fewerThan: number; readonly origin: Origin } | null;
}

/** One `requires` sentence: limits joined by `or` (most have one). */
export interface RequirementPlan {
  readonly alternatives: readonly LimitPlan[];
  readonly origin: Origin;
}

export interface NeedRowPlan {
  /** Name of the rule that says whether this row is the one in force; null: always. */
  readonly applies: string | null;
  /** Name of the rule that fires when there are enough rows. */
  readonly enough: string;
  readonly atLeast: number;
}

export interface StandardPlan {
  readonly name: string;
  readonly label: string;
  readonly party: "partner" | "brand";
  /** Whose duty it is: the party's own, or the brand's towards the partner (`binds brand`). */
  readonly owes: "partner" | "brand";
  /** Touchpoints; they decide nothing. */
  readonly covers: readonly string[];
  /** Names of rules that must all fire for the standard to apply (over partner facts, over metric facts). */
  readonly scope: readonly string[];
  readonly gates: readonly string[];
  /** Metrics that gates read. */
  readonly gateMetrics: readonly string[];
  readonly requires: readonly RequirementPlan[];
  readonly warnings: readonly { readonly rule: string; readonly text: string; readonly origin: Origin }[];
  readonly warningMetrics: readonly string[];
  /** First line whose rule fires over its own window's metrics; null: otherwise. */
  readonly measured: readonly {
    readonly window: Window;
    readonly when: string | null;
    readonly metrics: readonly string[];
  }[];
  readonly assessed: Assessment | null;
  /** Null for `needs no minimum`. */
  readonly needs: {
    /** What is counted: rows of a dataset, or a `number of` metric. */
    readonly counts: { readonly kind: "dataset" | "metric"; readonly name: string };
    readonly rows: readonly NeedRowPlan[];
    readonly otherwise: VerdictKind;
    readonly origin: Origin;
  } | null;
  readonly excluding: readonly string[];
  readonly missingData: VerdictKind | null;
  /** `judged with`: then the `missed` rules of the limits also ask the fact `confident:RULE` (SPEC §4.2.10). */
  readonly confidence: ConfidencePlan | null;
  readonly because: string | null;
  readonly origin: Origin;
}

export interface ConfidencePlan {
  readonly percent: 80 | 90 | 95 | 99;
  /** Verdict where a value is neither met nor missed with confidence. */
  readonly otherwise: VerdictKind;
  readonly origin: Origin;
}

export interface AmendmentPlan {
  readonly name: string;
  readonly label: string | null;
  readonly standard: string;
  readonly partner: string;
  /** Inclusive dates. */
  readonly from: string;
  readonly until: string;
  readonly metric: string;
  readonly because: string;
  readonly origin: Origin;
}

export interface AgreementPlan {
  readonly name: string;
  readonly label: string;
  readonly version: string;
  readonly supersedes: string | null;
  /** Inclusive; `until` is null until further notice. */
  readonly effective: { readonly from: string; readonly until: string | null };
  readonly owner: string | null;
  readonly timeZone: string;
  /** Calendar whose opening days are the agreement's business days. */
  readonly businessDays: string | null;
  readonly currency: string | null;
  /** First day of the business year; `{ month: 1, day: 1 }` by default. */
  readonly yearStarts: { readonly month: number; readonly day: number };
  /** Decimals of `rounding`; null where nothing is rounded. */
  readonly rounding: number | null;
  readonly because: string | null;
  readonly origin: Origin;
}

/** Offsets of the agreement's zone, resolved when the bundle was made. */
export interface ZoneTable {
  readonly zone: string;
  /** Seconds since 1970 (UTC) from which the offset at the same place holds; the first is the lower end of the table. */
  readonly from: readonly number[];
  /** Seconds east of UTC. */
  readonly offset: readonly number[];
  /** Civil date after which no instant may lie. */
  readonly through: string;
  /** Which libraries gave the table. Left out of the fingerprint with the other origins. */
  readonly origin: { readonly library: string; readonly version: string };
}
