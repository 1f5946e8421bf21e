/** Datasets and partners as a bundle holds them: how the cells of a file become values (SPEC §3.2). */
import type { DurationUnit, Origin, Ratio } from "./plan.ts";

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
