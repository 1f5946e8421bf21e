/** Lengths and spans in a unit that cannot stand: the same length, or nearly, in one that can. */
import type { Fix } from "../diagnostics/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import { type Around, type Guesses, innermost, writtenAt } from "./around.ts";
import { writing } from "./offers.ts";

/** How many hours days have, and days the spans of the calendar, in the order of the units. */
const DAYS: Readonly<Partial<Record<ast.Unit, bigint>>> = {
  day: 1n,
  week: 7n,
  month: 30n,
  quarter: 90n,
  year: 365n,
};
const PER_DAY: Readonly<Partial<Record<ast.Unit, bigint>>> = { second: 86_400n, minute: 1440n, hour: 24n };

export const lengthGuesses: Guesses = {
  /** elapsed-time: a length that always is as long */
  TEN2205: (around) => inDays(around, "day"),
  /** duration-unit: of a column */
  TEN2309: ({ span }) => [writing(span, "days"), writing(span, "hours")],
  /** window-unit */
  TEN2515: (around) => inDays(around, "day"),
  /** partner-year: of an assessment */
  TEN2521: ({ span }) => [writing(span, "each calendar year")],
  /** business-days: of nobody */
  TEN2806: (around) => inDays(around, "day"),
  /** due-length: in a clock that counts opening time */
  TEN2824: (around) => [...inDays(around, "business day"), ...inHours(around)],
  /** step-length */
  TEN2836: (around) => inDays(around, "day"),
  /** ratchet-event */
  TEN2842: inARow,
  /** deadline-length */
  TEN2872: (around) => inDays(around, "day"),
};

function inDays(around: Around, unit: "day" | "business day"): readonly Fix[] {
  const length = innermost<ast.Quantity>(around, "Quantity");
  const count = length === null ? null : countIn(length);
  return length === null || count === null ? [] : [writing(length.span, counted(count, unit))];
}

/** Days, of whole ones as many as are begun. */
function countIn({ count, unit }: ast.Quantity): bigint | null {
  if (!/^\d{1,6}$/.test(count.text)) return null;
  const number = BigInt(count.text);
  const perDay = PER_DAY[unit];
  if (perDay !== undefined) return (number + perDay - 1n) / perDay;
  return number * (DAYS[unit] ?? 1n);
}

function inHours(around: Around): readonly Fix[] {
  const length = innermost<ast.Quantity>(around, "Quantity");
  const days = length === null || length.unit === "hour" ? null : countIn(length);
  return length === null || days === null ? [] : [writing(length.span, counted(days * 24n, "hour"))];
}

function counted(count: bigint, unit: string): string {
  return `${count} ${unit}${count === 1n ? "" : "s"}`;
}

/** `met 3 times in rolling 12 months` as `met 3 months in a row`. */
function inARow(around: Around): readonly Fix[] {
  const event = innermost<ast.EventNode>(around, "Event");
  if (event === null) return [];
  if (event.count === null)
    return [writing(event.span, `${writtenAt(around, event.span)} 12 months in a row`)];
  if (event.count.kind !== "TimesIn") return [];
  const { times, length } = event.count;
  const unit = length.unit === "year" ? "month" : length.unit;
  return [writing(event.span, `${event.what} ${counted(BigInt(times.text), unit)} in a row`)];
}
