/**
 * What a bundle holds of calendars and clocks: the conventions are those of `plan.ts` (SPEC §3.3, §3.4).
 *
 * A calendar says when somebody is open, with its own zone table and its closed days written out. A clock makes cases
 * out of the rows of a dataset; it stands among the datasets by its name, and its cases are rows like others
 * (`clock-dataset.ts` gives their fields).
 */
import type { Condition, Literal } from "./condition-plan.ts";
import type { DurationUnit, Origin, Ratio, ZoneTable } from "./plan.ts";

export interface CalendarPlan {
  readonly name: string;
  readonly label: string | null;
  readonly zone: ZoneTable;
  /** One entry per weekday and `open`, sorted by day, then `from`. */
  readonly open: readonly OpeningPlan[];
  readonly closed: ClosedDays;
  /** Minutes after midnight; null without a cut-off. */
  readonly cutOff: number | null;
  /** First and last day that the calendar knows. */
  readonly from: string;
  readonly through: string;
  readonly origin: Origin;
  /** Left out of the fingerprint, like every origin. */
  readonly holidayOrigin: { readonly library: string; readonly version: string } | null;
}

export interface OpeningPlan {
  /** 0 is Monday. */
  readonly weekday: number;
  /** Minutes of local time after the day's midnight: 0 to 1439. */
  readonly from: number;
  /** Minutes after the same midnight: above `from`, up to 2879; 1440 is 24:00, above it the next day. */
  readonly to: number;
}

export type ClosedDays =
  /** Holidays and `closed on` together; ISO dates, sorted, each once. */
  | { readonly kind: "same"; readonly days: readonly string[] }
  /** By a partner field: `days` for everybody, and more by region. */
  | {
      readonly kind: "by_partner";
      readonly field: string;
      readonly days: readonly string[];
      /** `value` is the text, or the member's name, that the field holds. Sorted by value. */
      readonly regions: readonly { readonly value: string; readonly days: readonly string[] }[];
    };

/** A length of time in deadlines. `half_year` never occurs. */
export type Length =
  | {
      readonly kind: "elapsed";
      readonly count: Ratio;
      readonly unit: DurationUnit;
      /** Microseconds, as text. */
      readonly micros: string;
    }
  | {
      readonly kind: "civil";
      readonly count: number;
      readonly unit: "day" | "week" | "month" | "quarter" | "year";
    }
  | { readonly kind: "business"; readonly days: number };

export interface ClockPlan {
  readonly name: string;
  readonly label: string | null;
  /** The dataset that it reads. */
  readonly on: string;
  /** Field that makes the cases of a log; null: a case per row. */
  readonly by: string | null;
  readonly starts: Trigger;
  readonly stops: Trigger;
  readonly restarts: readonly (Trigger & { readonly kind: "becomes" })[];
  readonly pauses: Condition | null;
  /** Calendar of `counts time in`; null: all time. */
  readonly calendar: string | null;
  readonly dated: "started_at" | "due_at" | "stopped_at";
  readonly due: ClockDue | null;
  /** Unit of `elapsed` and `overdue`. */
  readonly unit: DurationUnit;
  /** `warns at 75%` as 75/100. */
  readonly warnsAt: Ratio | null;
  readonly origin: Origin;
}

export type Trigger =
  | { readonly kind: "at"; readonly field: string }
  /** `last` only in `stops`. The value is text, yes_no, member or number. */
  | { readonly kind: "becomes"; readonly field: string; readonly value: Literal; readonly last: boolean };

export type ClockDue =
  | { readonly kind: "at"; readonly field: string }
  | {
      readonly kind: "within";
      /** First row whose condition is true; the last has none. The length is elapsed or business. */
      readonly rows: readonly {
        readonly length: Length;
        readonly where: Condition | null;
        readonly origin: Origin;
      }[];
      /** Whose business days the lengths count. */
      readonly calendar: string | null;
    };
