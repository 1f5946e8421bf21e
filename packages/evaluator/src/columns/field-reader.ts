/**
 * A declared field's way of reading its cells.
 *
 * This is the plain path, and the law: text in, one `Reading` out, for every type and every form. The readers of
 * bytes have quicker ways for common cells, and come back to this one whenever they are not sure.
 */
import type { FieldPlan, FieldType } from "../bundle/table-plan.ts";
import type { ZoneClock } from "../time/zone.ts";
import { missingValue, partlyMissing, type RawCell, type Reading, refuse, textOf } from "./cell.ts";
import type { TextPool } from "./chunk.ts";
import { readAmountOfTime, readMoney, readNumber } from "./number-cell.ts";
import { civilDay, type FormEngine, readIsoDate, readIsoTimestamp, type TextReader } from "./time-cell.ts";

/** Reads the values of one field. */
export interface FieldReader {
  /** Reads the cells of the field's columns, in their order. */
  read(cells: readonly RawCell[]): Reading;
}

/** What a reader needs beside its field. */
export interface ReadingScope {
  /** Spellings of a missing value beside the empty cell. */
  readonly missing: readonly string[];
  readonly zone: ZoneClock;
  /** Null where the codes of texts are not wanted. */
  readonly pool: TextPool | null;
  /** What reads written forms, where some field has one. */
  readonly forms: FormEngine | null;
}

/** How the cells of one column are read, by what they are. */
interface CellReaders {
  readonly text: TextReader;
  /** A number of JSON or of a program, by its characters; a written form of numbers is one of text. */
  readonly number: TextReader;
  readonly truth: boolean;
}

/** The reader of a field that has columns. */
export function fieldReader(field: FieldPlan, scope: ReadingScope): FieldReader {
  const missing = new Set(["", ...scope.missing]);
  // A number may be a spelling of missing too: -1 in JSON is what a CSV file writes as -1.
  const isMissing = (cell: RawCell): boolean => {
    const text = textOf(cell);
    return cell === null || (text !== null && missing.has(text));
  };
  const absent = (part: number): Reading => (field.optional ? Number.NaN : missingValue(field.name, part));
  if (field.columns.length > 1) {
    return { read: (cells) => readDateParts(cells, isMissing, absent) };
  }
  const readers = cellReaders(field.type, scope);
  return {
    read([cell = null]) {
      return isMissing(cell) ? absent(0) : readCell(cell, readers);
    },
  };
}

function cellReaders(type: FieldType, { zone, pool, forms }: ReadingScope): CellReaders {
  switch (type.kind) {
    case "text":
      return alike((text) => pool?.code(text) ?? 0);
    case "yes_no":
      return { ...alike(yesNoReader(type)), truth: true };
    case "one_of":
      return alike(memberReader(type));
    case "number": {
      const { written } = type;
      const plain = alike((text) => readNumber(text, type, null));
      return written === null ? plain : { ...plain, text: (text) => readNumber(text, type, written) };
    }
    case "money":
      return alike((text) => readMoney(text, type));
    case "duration": {
      const plain = alike((text) => readAmountOfTime(text, type.unit));
      if (type.written === null) return plain;
      return { ...plain, text: forms?.duration(type.written) ?? unread };
    }
    case "date":
      return alike(type.written === null ? readIsoDate : (forms?.date(type.written) ?? unread));
    case "timestamp":
      if (type.written === null) return alike((text) => readIsoTimestamp(text, zone));
      return alike(forms?.timestamp(type.written, zone) ?? unread);
    case "total":
    case "days":
      return alike(() => Number.NaN);
  }
}

/** A run without a reader of forms does not begin (`problems.ts`); a source that is opened by itself may come here. */
const unread: TextReader = () =>
  refuse("TEN4113", "cannot be read: nothing that reads written forms is given");

/** Numbers are read as text is, and truth values not at all. */
function alike(read: TextReader): CellReaders {
  return { text: read, number: read, truth: false };
}

function readCell(cell: RawCell, readers: CellReaders): Reading {
  if (typeof cell === "string") return readers.text(cell);
  if (typeof cell === "boolean")
    return readers.truth ? Number(cell) : refuse("TEN4112", "is yes or no, which this field cannot hold");
  if (cell?.kind === "number") return readers.number(cell.text);
  return refuse("TEN4112", `is ${cell?.what ?? "nothing"}, which no field can hold`);
}

/** Spellings and what they stand for; of equal ones the first holds. */
export function spellingsOf(type: FieldType & { kind: "yes_no" | "one_of" }): ReadonlyMap<string, number> {
  const entries: (readonly [string, number])[] =
    type.kind === "one_of"
      ? type.members.map((member, index) => [member.written, index])
      : [...type.yes.map((text) => [text, 1] as const), ...type.no.map((text) => [text, 0] as const)];
  return new Map(entries.reverse());
}

function yesNoReader(type: FieldType & { kind: "yes_no" }): TextReader {
  const values = spellingsOf(type);
  const expected = `\`${type.yes.join("`, `")}\` (yes) or \`${type.no.join("`, `")}\` (no)`;
  const refusal = refuse("TEN4106", `is not ${expected}`);
  return (text) => values.get(text) ?? refusal;
}

/** Most members that an error lists. */
const LISTED = 12;

function memberReader(type: FieldType & { kind: "one_of" }): TextReader {
  const values = spellingsOf(type);
  const spellings = type.members.map((member) => `\`${member.written}\``);
  const rest = spellings.length > LISTED ? `, … (${spellings.length} in all)` : "";
  const refusal = refuse("TEN4107", `is not one of ${spellings.slice(0, LISTED).join(", ")}${rest}`);
  return (text) => values.get(text) ?? refusal;
}

/** Reads a date from its year, month and (if there is one) day columns. */
function readDateParts(
  cells: readonly RawCell[],
  isMissing: (cell: RawCell) => boolean,
  absent: (part: number) => Reading,
): Reading {
  const gaps = cells.map((cell, part) => (isMissing(cell) ? part : -1)).filter((part) => part >= 0);
  if (gaps.length === cells.length) return absent(0);
  if (gaps[0] !== undefined) return partlyMissing(gaps[0]);
  const [year = null, month = null, day = 1] = cells.map((cell, part) => datePart(cell, PARTS[part]));
  if (year === null) return refuse("TEN4108", "is not a year (YYYY)", 0);
  if (month === null) return refuse("TEN4108", "is not a month (1 to 12)", 1);
  if (day === null) return refuse("TEN4108", "is not a day (1 to 31)", 2);
  return civilDay(year, month, day) ?? refuse("TEN4108", "is not a day of that year and month", 2);
}

interface DatePart {
  readonly form: RegExp;
  readonly most: number;
}

const PARTS: readonly DatePart[] = [
  { form: /^[0-9]{4}$/, most: 9999 },
  { form: /^[0-9]{1,2}$/, most: 12 },
  { form: /^[0-9]{1,2}$/, most: 31 },
];

function datePart(cell: RawCell, part: DatePart | undefined): number | null {
  const text = textOf(cell);
  if (part === undefined || text === null || !part.form.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= part.most ? value : null;
}
