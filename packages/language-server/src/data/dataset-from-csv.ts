/** A dataset declaration from the first rows of a CSV file: a draft that says what it could not know. */
import { fieldName } from "@tenet-lang/language";
import { csvHead } from "./csv-head.ts";
import { type DraftField, fieldFrom } from "./field-from-column.ts";
import { keyWords, partnerWords } from "./identifiers.ts";

/** The declaration; null where the file has no header. */
export function datasetFromCsv(source: string, head: string, isWhole: boolean): string | null {
  const read = csvHead(head, isWhole);
  if (read === null) return null;
  const headings = headingsOf(read.columns);
  const fields = distinctNames(
    headings.once.map(({ column, index, isTwice }) => {
      const values = read.rows.map((row) => row[index] ?? "");
      const field = fieldFrom(column, values, isWhole);
      return isTwice
        ? { ...field, remark: "the file has this column twice; rename one of them there" }
        : field;
    }),
  );
  const keys = fields.filter(({ isUnique, type }) => isUnique && type === "text");
  const key = keys.find(({ name }) => keyWords.test(name)) ?? keys[0];
  const partner = fields.find((field) => field !== key && partnerWords.test(field.name));
  const dated =
    fields.find(({ type, isOptional }) => isDate(type) && !isOptional) ??
    fields.find(({ type }) => isDate(type));
  const file =
    source
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? source;
  return [
    `dataset ${fieldName(file)} from ${quoted(source)} one row per ${key?.name ?? "line"}`,
    partner === undefined
      ? "  # partner FIELD: which of these says whom a row is about?"
      : `  partner ${partner.name}`,
    dated === undefined
      ? "  # dated FIELD: which of these puts a row into a month?"
      : `  dated ${dated.name}`,
    ...fields.map((field) => fieldLine(field)),
    ...(headings.none === 0
      ? []
      : [`  # left out: ${headings.none} ${headings.none === 1 ? "column" : "columns"} without a heading`]),
    "",
  ].join("\n");
}

interface Heading {
  readonly column: string;
  readonly index: number;
  readonly isTwice: boolean;
}

/** A column is known by its heading alone: of two that are called the same, and of one without any, none can be read. */
function headingsOf(columns: readonly string[]): {
  readonly once: readonly Heading[];
  readonly none: number;
} {
  const given = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.trim() !== "");
  const once = given.filter(({ column, index }) => columns.indexOf(column) === index);
  return {
    once: once.map((each) => ({ ...each, isTwice: columns.lastIndexOf(each.column) !== each.index })),
    none: columns.length - given.length,
  };
}

function isDate(type: string): boolean {
  return type.startsWith("date") || type.startsWith("timestamp");
}

function fieldLine({ name, column, type, isOptional, remark }: DraftField): string {
  const from = name === column ? "" : ` from ${quoted(column)}`;
  return `  field ${name} ${type}${isOptional ? " optional" : ""}${from}${remark === null ? "" : `  # ${remark}`}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}

/** Two headers may become one name; the second is numbered. */
function distinctNames(fields: readonly DraftField[]): readonly DraftField[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    let name = field.name;
    for (let number = 2; taken.has(name); number += 1) name = `${field.name}_${number}`;
    taken.add(name);
    return { ...field, name };
  });
}
