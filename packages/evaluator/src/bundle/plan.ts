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
  /** Of a declaration, whose own text is its head: what it says below, in the order written. */
  readonly sentences?: readonly { readonly line: number; readonly text: string }[] | undefined;
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

/** Units of a length of time: seconds to hours are elapsed time, days and longer are civil. */
export type SpanUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** Units in which a look-up reaches; business days are the agreement's. */
export type LookupUnit = SpanUnit | "business_day";

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
