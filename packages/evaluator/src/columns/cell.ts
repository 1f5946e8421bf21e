/**
 * One cell as found, and what reading it gave.
 *
 * A cell is text in a CSV file; JSON and a program's own rows may also give truth values and numbers. Numbers come
 * as the decimal text they were written in, since a double would already have rounded them.
 */
import type { DataError } from "./data-error.ts";

/** A cell before it is read; null where there is none. */
export type RawCell =
  | string
  | boolean
  | null
  /** A number: plain decimal text where it has one. */
  | { readonly kind: "number"; readonly text: string }
  /** Something no field can hold. */
  | { readonly kind: "other"; readonly what: string };

/**
 * What a cell says: the column's number (NaN where the value is missing), a whole number beyond 2^53, a local time
 * that the clock of the zone skipped or repeated, or a refusal.
 */
export type Reading = number | bigint | MovedTime | Refusal;

/** An instant whose local time did not exist, or existed twice. */
export interface MovedTime {
  readonly kind: "skipped" | "repeated";
  readonly instant: number;
}

/** A cell that is not what its field declares. */
export interface Refusal {
  readonly kind: "refused";
  readonly code: string;
  /** Goes on after the value: `is not a date (YYYY-MM-DD)`. */
  readonly why: string;
  /** Which of the field's columns is to blame. */
  readonly part: number;
}

/** Most digits that a value may have at its field's scale (SPEC §4.2.1). */
export const MOST_DIGITS = 38;

/** Most characters of a value that an error shows. */
const SHOWN = 80;

/** Says why a cell is refused. */
export function refuse(code: string, why: string, part = 0): Refusal {
  return { kind: "refused", code, why, part };
}

/** Is the reading a refusal? */
export function isRefusal(reading: Reading): reading is Refusal {
  return typeof reading === "object" && reading.kind === "refused";
}

/** The whole number of decimal digits as a reading. */
export function wholeReading(negative: boolean, digits: string): Reading {
  const significant = digits.replace(/^0+/, "");
  if (significant.length > MOST_DIGITS) return refuse("TEN4105", `has more than ${MOST_DIGITS} digits`);
  if (significant === "") return 0;
  const magnitude = BigInt(significant);
  return fitted(negative ? -magnitude : magnitude);
}

/** A double where doubles hold the number exactly. */
export function fitted(value: bigint): number | bigint {
  const double = Number(value);
  return Number.isSafeInteger(double) ? double : value;
}

/** The error of a refused cell. A personal value is neither quoted nor kept. */
export function cellError(
  refusal: Refusal,
  place: { source: string; row: number; column: string; personal: boolean },
  text: string | null,
): DataError {
  const quoted =
    place.personal || text === null || refusal.code === MISSING || refusal.code === PARTLY_MISSING
      ? "the value"
      : `\`${shown(text)}\``;
  return {
    code: refusal.code,
    source: place.source,
    row: place.row,
    column: place.column,
    value: place.personal || text === null ? null : shown(text),
    message: `${quoted} ${refusal.why}`,
  };
}

const MISSING = "TEN4101";
const PARTLY_MISSING = "TEN4114";

/** The refusal of a missing cell of a field that is not optional. */
export function missingValue(field: string, part = 0): Refusal {
  return refuse(MISSING, `is missing, and \`${field}\` is not optional`, part);
}

/** A date that stands in several columns, of which some are empty. */
export function partlyMissing(part: number): Refusal {
  return refuse(PARTLY_MISSING, "is missing, and the other columns of this date are not", part);
}

/** A value cut at 80 characters, never inside one. */
export function shown(text: string): string {
  if (text.length <= SHOWN) return text;
  const characters = Array.from(text.slice(0, SHOWN * 2 + 2));
  return characters.length <= SHOWN ? characters.join("") : `${characters.slice(0, SHOWN - 1).join("")}…`;
}

/** The value of a cell as people would see it in the file; null where there is nothing to show. */
export function textOf(cell: RawCell): string | null {
  if (typeof cell === "string" || cell === null) return cell;
  if (typeof cell === "boolean") return String(cell);
  return cell.kind === "number" ? cell.text : null;
}
