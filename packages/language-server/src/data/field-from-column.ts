/**
 * What a column of a file could be as a field. A type is offered only where every value fits it and none could be meant
 * otherwise: of `01/02/2026` nobody can say which month it is, so such a column stays text, with a remark; and digits that
 * name things (`identifiers.ts`) are text as well.
 */
import { fieldName, reservedWords } from "@tenet-lang/language";
import { nameThings, partnerWords } from "./identifiers.ts";

/** A field that a column could become. */
export interface DraftField {
  readonly name: string;
  /** Header of the column, as it stands in the file. */
  readonly column: string;
  /** `number`, `date written "DD.MM.YYYY"`. */
  readonly type: string;
  readonly isOptional: boolean;
  /** Every row has a value of its own. */
  readonly isUnique: boolean;
  /** Something that the person should decide. */
  readonly remark: string | null;
}

/** Rows from which on a few repeated texts are surely a list. */
const ROWS_PER_MEMBER = 3;
const MOST_MEMBERS = 8;
/** Longer digits are numbers of things, not amounts. */
const MOST_DIGITS = 15;

/** The field of a column; `isWhole` says that no other values can follow. */
export function fieldFrom(column: string, values: readonly string[], isWhole: boolean): DraftField {
  const given = values.map((value) => value.trim()).filter((value) => value !== "");
  const distinct = new Set(given);
  const { type, remark } = typeOf(column, given, distinct, isWhole);
  return {
    name: fieldName(column),
    column,
    type,
    remark,
    isOptional: given.length < values.length,
    isUnique: given.length > 0 && given.length === values.length && distinct.size === given.length,
  };
}

interface Typed {
  readonly type: string;
  readonly remark: string | null;
}

const text: Typed = { type: "text", remark: null };

/** Whatever all values fit, from the narrowest form on. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}-\d\d-\d\d$/, "date"],
  [/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/, "timestamp"],
  [/^(yes|no|true|false)$/, "yes_no"],
  [/^(Y|N)$/, 'yes_no written "Y", "N"'],
  [/^\d\d\.\d\d\.\d{4}$/, 'date written "DD.MM.YYYY"'],
  [/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/, 'timestamp written "DD.MM.YYYY HH:mm"'],
];

function typeOf(
  column: string,
  given: readonly string[],
  distinct: ReadonlySet<string>,
  isWhole: boolean,
): Typed {
  if (given.length === 0) return { type: "text", remark: "no row read so far has a value here" };
  const form = forms.find(([pattern]) => given.every((value) => pattern.test(value)));
  if (form !== undefined) return { type: form[1], remark: null };
  if (given.every((value) => /^\d\d\/\d\d\/\d{4}( \d\d:\d\d)?$/.test(value))) return slashed(given);
  if (given.every(isNumber)) return nameThings(column, given) ? text : { type: "number", remark: null };
  if (given.every(isForeignNumber))
    return { type: "text", remark: "to count as a number it must stand as 1234.5 in the file" };
  const isFew = distinct.size <= MOST_MEMBERS && given.length >= distinct.size * ROWS_PER_MEMBER;
  // One word says nothing of the others, and who is a partner may change with the next row.
  const isList = isFew && distinct.size > 1 && !partnerWords.test(fieldName(column));
  return isList && isWhole && [...distinct].every(isName)
    ? { type: `one of ${[...distinct].sort().join(", ")}`, remark: null }
    : text;
}

/** Only a number above twelve tells which of the two is the day. */
function slashed(given: readonly string[]): Typed {
  const parts = given.map((value) => value.split(/[/ ]/).map(Number));
  const type = given.some((value) => value.includes(" ")) ? "timestamp" : "date";
  const time = type === "timestamp" ? " HH:mm" : "";
  if (parts.some(([first = 0]) => first > 12))
    return { type: `${type} written "DD/MM/YYYY${time}"`, remark: null };
  if (parts.some(([, second = 0]) => second > 12))
    return { type: `${type} written "MM/DD/YYYY${time}"`, remark: null };
  return { type: "text", remark: `a day and month in either order: ${type} written "DD/MM/YYYY${time}"?` };
}

function isNumber(value: string): boolean {
  const isWritten = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value);
  return isWritten && value.replaceAll(/\D/g, "").length <= MOST_DIGITS;
}

/** With a decimal comma, signs between thousands, a currency or a percent sign: only the first form is read. */
function isForeignNumber(value: string): boolean {
  return (
    /^[\u20ac$\u00a3]?\s?-?(\d{1,3}([.,'\u2019\s]\d{3})+|\d+)([.,]\d+)?\s?[%\u20ac$\u00a3]?$/u.test(value) &&
    /[^\d-]/.test(value)
  );
}

function isName(value: string): boolean {
  return /^[A-Za-z_]\w*$/.test(value) && !(reservedWords as readonly string[]).includes(value);
}
