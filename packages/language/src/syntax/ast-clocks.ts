/** Calendars and clocks. */
import type {
  Condition,
  DateValue,
  DeclarationBase,
  Name,
  Node,
  Percent,
  Quantity,
  Text,
  Time,
  TimeZone,
  Value,
} from "./ast-parts.ts";

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
