/** A dataset declaration from the first rows of a CSV file: a draft that says what it could not know. */
import { fieldName } from "@tenet-lang/language";
import { csvHead } from "./csv-head.ts";
import { type DraftField, fieldFrom } from "./field-from-column.ts";
import { keyWords, partnerWords } from "./identifiers.ts";

/** The declaration; null where the file has no header. */
export function datasetFromCsv(source: string, head: string, isWhole: boolean): string | null {
  const read = csvHead(head, isWhole);
  if (read === null) return null;
  const fields = distinctNames(
    read.columns.map((column, index) =>
      fieldFrom(
        column,
        read.rows.map((row) => row[index] ?? ""),
        isWhole,
      ),
    ),
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
    "",
  ].join("\n");
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
