/**
 * The types of values, as the checker compares them.
 *
 * Fields and metrics share one set of types. What makes two values comparable is decided here and nowhere else:
 * a percentage is no number, a duration is no number, money has a currency, a count is a number that is compared
 * with `fewer than`. This file knows nothing of names, literals or reports.
 */
import type { DurationUnit, FieldType, MetricUnit } from "@tenet-lang/evaluator";
import type { Span } from "../source/source-file.ts";

/** How a number is spoken of: a count takes `fewer than`, an amount `less than`, some numbers are either. */
export type Counting = "count" | "amount" | "either";

/** The type of a value, of a field or of a metric. */
export type ValueType =
  | { readonly kind: "text" | "yes_no" | "date" | "timestamp" | "percent" | "verdict" }
  | { readonly kind: "number"; readonly counting: Counting }
  | { readonly kind: "duration"; readonly unit: DurationUnit }
  | { readonly kind: "money"; readonly currency: string; readonly decimals: number }
  | { readonly kind: "one_of"; readonly members: readonly string[] };

/** One side of a comparison, as messages name it. */
export interface Side {
  /** As written: `date of delivered_at`. */
  readonly words: string;
  readonly span: Span;
  readonly type: ValueType;
}

/** The type of a field's values. */
export function typeOfField(type: FieldType): ValueType {
  switch (type.kind) {
    case "text":
    case "yes_no":
    case "date":
    case "timestamp":
      return { kind: type.kind };
    case "number":
    case "total":
      return { kind: "number", counting: (type.decimals ?? 0) > 0 ? "amount" : "either" };
    case "days":
      return { kind: "number", counting: "either" };
    case "duration":
      return { kind: "duration", unit: type.unit };
    case "money":
      return { kind: "money", currency: type.currency, decimals: type.decimals };
    case "one_of":
      return { kind: "one_of", members: type.members.map((member) => member.name) };
  }
}

/** What a metric of a type is counted in. Metrics are never dates, nor verdicts. */
export function unitOf(type: ValueType): MetricUnit | null {
  switch (type.kind) {
    case "percent":
    case "text":
    case "yes_no":
      return { kind: type.kind };
    case "number":
      return { kind: type.counting === "count" ? "count" : "number" };
    case "duration":
      return { kind: "duration", unit: type.unit };
    case "money":
      return { kind: "money", currency: type.currency, decimals: type.decimals };
    case "one_of":
      return { kind: "member", members: type.members };
    case "date":
    case "timestamp":
    case "verdict":
      return null;
  }
}

/** Whether values of a type can be added up and averaged. */
export function isAddable(type: ValueType): boolean {
  return type.kind === "number" || type.kind === "duration" || type.kind === "money";
}

/** Whether values of a type have an order (so that `at least` means something). */
export function isOrdered(type: ValueType): boolean {
  return isAddable(type) || type.kind === "percent" || type.kind === "date" || type.kind === "timestamp";
}

/**
 * Whether two fields hold the same kind of thing, so that they can be compared or matched by key. Two `one of` fields
 * compare by the names of their members.
 */
export function areAlike(left: ValueType, right: ValueType): boolean {
  if (left.kind === "money") return right.kind === "money" && left.currency === right.currency;
  return left.kind === right.kind;
}

/** A type in words, with its article: `a duration in seconds`. */
export function typeWords(type: ValueType): string {
  switch (type.kind) {
    case "text":
      return "text";
    case "yes_no":
      return "`yes` or `no`";
    case "date":
      return "a date";
    case "timestamp":
      return "a timestamp";
    case "percent":
      return "a percentage";
    case "verdict":
      return "a verdict";
    case "number":
      return type.counting === "count" ? "a count" : "a number";
    case "duration":
      return `a duration in ${type.unit}s`;
    case "money":
      return `money in ${type.currency}`;
    case "one_of":
      return `one of ${listWords(type.members)}`;
  }
}

/** Names in backticks, joined by commas; long lists are cut. */
export function listWords(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => `\`${name}\``);
  return names.length > 6 ? `${shown.join(", ")}, …` : shown.join(", ");
}
