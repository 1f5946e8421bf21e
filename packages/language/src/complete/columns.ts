/** Columns of the data file that a dataset or the partners are read from. */
import { reservedWords } from "../syntax/tokens.ts";
import type { Offer } from "./item.ts";
import { tiers, wordOffer } from "./item.ts";
import type { Scene } from "./scene.ts";

/** The columns that no field has yet; none where the file cannot be had. */
export function columnsLeft(scene: Scene): readonly string[] {
  const taken = new Set(
    [...(scene.own?.fields.values() ?? [])].flatMap(({ name, node }) =>
      node === null || node.columns.length === 0 ? [name] : node.columns.map(({ text }) => text),
    ),
  );
  return columnsOf(scene).filter((column) => !taken.has(column));
}

function columnsOf(scene: Scene): readonly string[] {
  const source = sourceOf(scene);
  const columns = source === null ? null : (scene.outside.columnsOf?.(source) ?? null);
  return (columns ?? []).filter((column) => column !== "");
}

/** The type of a column by its values, such as `date written "DD.MM.YYYY"`; numbers that name rows or partners are text. */
export function typeOfColumn(scene: Scene, column: string): string | null {
  const source = sourceOf(scene);
  const type = source === null ? null : (scene.outside.typeOf?.(source, column) ?? null);
  return type !== null && isKey(scene, column) ? type.replace(/^number\b/, "text") : type;
}

/** Whether the declaration says of a column that it names its rows, or their partner. */
function isKey({ declaration }: Scene, column: string): boolean {
  const name = fieldName(column);
  if (declaration?.kind === "Partners") return declaration.key.text === name;
  if (declaration?.kind !== "Dataset") return false;
  const isPartner = declaration.sentences.some(
    (sentence) => sentence.kind === "DatasetPartner" && sentence.field.text === name,
  );
  return isPartner || declaration.rowPer.text === name;
}

/** The same of the column that a field of this name would have. */
export function typeOfField(scene: Scene, name: string): string | null {
  const column = columnsOf(scene).find((one) => one === name || fieldName(one) === name);
  return column === undefined ? null : typeOfColumn(scene, column);
}

/** The file that the declaration around the cursor names; also while its head cannot be read. */
function sourceOf({ declaration, file, cursor }: Scene): string | null {
  if (declaration?.kind === "Dataset" || declaration?.kind === "Partners") return declaration.source.text;
  if (cursor.declaration === null || !["dataset", "partners"].includes(cursor.declaration.word)) return null;
  const end = declaration?.headSpan.end ?? file.text.length;
  const head = file.text.slice(cursor.declaration.start, end);
  return /\sfrom\s+"([^"\r\n]*)"/.exec(head)?.[1] ?? null;
}

/** Letters that are no letter of the alphabet with a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  Æ: "ae",
  Œ: "oe",
  Ø: "o",
  Đ: "d",
  Ł: "l",
};

/** The name that a field of a column takes: its words in small letters, joined by `_`, and never a reserved word. */
export function fieldName(column: string): string {
  const name = column
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .replace(/\P{ASCII}/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (name === "") return "column";
  if ((reservedWords as readonly string[]).includes(name)) return `${name}_`;
  return /^[a-z_]/.test(name) ? name : `column_${name}`;
}

/** Names of new fields, after the columns that no field has yet. */
export function newColumns(scene: Scene): readonly Offer[] {
  return columnsLeft(scene).map((column) =>
    wordOffer(fieldName(column), "field", {
      detail: "column",
      documentation: `Column \`${column}\` of the file, which no field has yet.`,
      tier: tiers.best,
    }),
  );
}
