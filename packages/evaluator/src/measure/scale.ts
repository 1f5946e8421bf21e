/**
 * How a field's number in a column relates to its value: `value = number / scale` in the field's unit.
 */
import type { DurationUnit } from "../bundle/plan.ts";
import type { FieldPlan, FieldType } from "../bundle/table-plan.ts";

const MICROS: Readonly<Record<DurationUnit, number>> = {
  second: 1_000_000,
  minute: 60_000_000,
  hour: 3_600_000_000,
  day: 86_400_000_000,
  week: 604_800_000_000,
};

/** Microseconds in a unit of elapsed time. */
export function microsPer(unit: DurationUnit): number {
  return MICROS[unit];
}

/** What one unit of the field is in its column; 1 for types that are not measured. */
export function scaleOf(type: FieldType): number {
  switch (type.kind) {
    case "number":
    case "total":
      return 10 ** (type.decimals ?? 6);
    case "money":
      return 10 ** type.decimals;
    case "duration":
      return MICROS[type.unit];
    default:
      return 1;
  }
}

/** Place of a field in a list, or -1. */
export function fieldIndex(fields: readonly FieldPlan[], name: string): number {
  return fields.findIndex((field) => field.name === name);
}
