/** Lengths of time in which something is due: elapsed time, or business days (SPEC §3.4.18). */
import type { Length } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessCalendar } from "./business-days.ts";
import { ownsPartner } from "./datasets.ts";
import { decimalRatio, scaledRatio, wholeNumber } from "./exact.ts";
import { durationUnit } from "./field-types.ts";
import { SECONDS } from "./literals.ts";
import { reportDueLength } from "./rules/due-length.rule.ts";
import { reportPartnerCalendar } from "./rules/partner-calendar.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import type { Site } from "./site.ts";
import type { Table } from "./tables.ts";
import type { Calendar, World } from "./world.ts";

/** Where a length of a clock stands. */
export interface LengthReading {
  readonly world: World;
  readonly site: Site;
  readonly on: Table;
  /** Calendar in which the clock counts; null: all time counts, undefined: not known. */
  readonly calendar: Calendar | null | undefined;
}

/** A length, and the calendar whose business days it counts. */
export interface MadeLength {
  readonly length: Length;
  readonly calendar: string | null;
}

/** The length of a `within` row; null where it was reported or cannot be known. */
export function lengthOf(reading: LengthReading, node: ast.Quantity): MadeLength | null {
  return node.qualifier === "business" ? businessLength(reading, node) : elapsedLength(reading, node);
}

const MICROS_A_SECOND = 1_000_000n;

function elapsedLength({ site, calendar }: LengthReading, node: ast.Quantity): MadeLength | null {
  const unit = durationUnit(node.unit);
  if (node.qualifier !== null || unit === null) {
    reportDueLength(
      site,
      node,
      "is no length of elapsed time; write seconds, minutes, hours, days, weeks or business days",
    );
    return null;
  }
  if (calendar != null && (unit === "day" || unit === "week")) {
    const words = `would be days around the clock, and this clock counts time in \`${calendar.name}\`; write hours or business days`;
    reportDueLength(site, node, words);
    return null;
  }
  const count = decimalRatio(node.count.text);
  if (BigInt(count.numerator) <= 0n) {
    reportDueLength(site, node, "leaves no time at all; write a length above 0");
    return null;
  }
  const perUnit = SECONDS[unit] * MICROS_A_SECOND;
  if (!checkExact(site, node, node.count.text, { per: perUnit, unit: "a microsecond" })) return null;
  const micros = scaledRatio(count, perUnit, 1n).numerator;
  return { length: { kind: "elapsed", count, unit, micros }, calendar: null };
}

function businessLength(reading: LengthReading, node: ast.Quantity): MadeLength | null {
  const { world, site, on } = reading;
  const days = wholeNumber(node.count.text, 0);
  if (node.unit !== "day" || days === null) {
    const words =
      node.unit === "day"
        ? "is no whole number of days"
        : "means nothing: only days are counted as business days";
    reportDueLength(site, node, words);
    return null;
  }
  if (reading.calendar === undefined) return null;
  const calendar = reading.calendar ?? businessCalendar(world, site, node.span);
  if (calendar === null) return null;
  if (days === 0 && !calendar.hasCutOff) {
    const words = `is the same day, and \`${calendar.name}\` has no \`cut off\` that says until when an event counts for it`;
    reportDueLength(site, node, words);
    return null;
  }
  if (calendar.closesByPartner && !on.unread && !ownsPartner(on)) {
    reportPartnerCalendar(site, node.span, calendar.name, `rows of \`${on.name}\` do not name theirs`);
    return null;
  }
  return { length: { kind: "business", days }, calendar: calendar.name };
}
