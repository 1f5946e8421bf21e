/**
 * A declared field's way of reading its cells.
 *
 * This is the plain path, and the law: text in, one `Reading` out, for every type and every form. The readers of
 * bytes have quicker ways for common cells, and come back to this one whenever they are not sure.
 */
import type { FieldPlan, FieldType } from "../bundle/plan.ts";
import type { ZoneClock } from "../time/zone.ts";
import { missingValue, partlyMissing, type RawCell, type Reading, refuse, textOf } from "./cell.ts";
import type { TextPool } from "./chunk.ts";
import { readAmountOfTime, readMoney, readNumber } from "./number-cell.ts";
import {
  civilDay,
  dateReader,
  type TextReader,
  timestampReader,
  writtenDurationReader,
} from "./time-cell.ts";

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
}

/** How the cells of one column are read, by what they are. */
interface CellReaders {
  readonly text: TextReader;
  readonly number: TextReader | null;
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

function cellReaders(type: FieldType, { zone, pool }: ReadingScope): CellReaders {
  switch (type.kind) {
    case "text":
      return textOnly((text) => pool?.code(text) ?? 0);
    case "yes_no":
      return { text: yesNoReader(type), number: null, truth: true };
    case "one_of":
      return textOnly(memberReader(type));
    case "number": {
      const plain: TextReader = (text) => readNumber(text, type, null);
      const { written } = type;
      return {
        text: written === null ? plain : (text) => readNumber(text, type, written),
        number: plain,
        truth: false,
      };
    }
    case "money": {
      const read: TextReader = (text) => readMoney(text, type);
      return { text: read, number: read, truth: false };
    }
    case "duration": {
      const plain: TextReader = (text) => readAmountOfTime(text, type.unit);
      const text = type.written === null ? plain : writtenDurationReader(type.written);
      return { text, number: plain, truth: false };
    }
    case "date":
      return textOnly(dateReader(type.written));
    case "timestamp":
      return textOnly(timestampReader(type.written, zone));
    case "total":
    case "days":
      return textOnly(() => Number.NaN);
  }
}

function textOnly(text: TextReader): CellReaders {
  return { text, number: null, truth: false };
}

function readCell(cell: RawCell, readers: CellReaders): Reading {
  if (typeof cell === "string") return readers.text(cell);
  if (typeof cell === "boolean")
    return readers.truth ? Number(cell) : refuse("TEN4112", "is yes or no, which this field cannot hold");
  if (cell?.kind === "number") {
    return readers.number === null
      ? refuse("TEN4112", "is a number, and this field takes text")
      : readers.number(cell.text);
  }
  return refuse("TEN4112", `is ${cell?.what ?? "nothing"}, which no field can hold`);
}

function yesNoReader(type: FieldType & { kind: "yes_no" }): TextReader {
  const values = new Map<string, number>();
  for (const spelling of type.no) values.set(spelling, 0);
  for (const spelling of type.yes) values.set(spelling, 1);
  const expected = `\`${type.yes.join("`, `")}\` (yes) or \`${type.no.join("`, `")}\` (no)`;
  const refusal = refuse("TEN4106", `is not ${expected}`);
  return (text) => values.get(text) ?? refusal;
}

/** Most members that an error lists. */
const LISTED = 12;

function memberReader(type: FieldType & { kind: "one_of" }): TextReader {
  const values = new Map(type.members.map((member, index) => [member.written, index]));
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
