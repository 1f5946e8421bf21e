/** Tables of tests: the names in their first line, and values of cells by the type of their column. */
import { type Field, isComputed, type Table } from "../check/tables.ts";
import type * as ast from "../syntax/ast.ts";
import type { IToken } from "../syntax/cursor.ts";
import { membersOf, type Place } from "./comparisons.ts";
import { type Offer, tiers, wordOffer } from "./item.ts";
import { fields, listed } from "./names-offered.ts";
import type { Scene } from "./scene.ts";

/** The first line of a table: the likely columns. */
export function tableOffers(scene: Scene, { sentence }: Place): readonly Offer[] {
  if (sentence.kind !== "Given") return [];
  if (scene.cursor.above?.tokens.at(-1)?.image.startsWith("|") === true) return [];
  const table = tableGiven(scene, sentence.dataset.text);
  const names = [...columnsOf(table, sentence.partner !== null)].slice(0, 6).map(({ name }) => name);
  const columns = [...(sentence.partner === null ? [] : ["rows"]), ...names];
  if (columns.length === 0) return [];
  const head = `| ${columns.join(" | ")} |`;
  const cells = columns.map((_, index) => `\${${index + 1}}`).join(" | ");
  const documentation = "A table: its first line names fields, every other one is a row.";
  return [
    wordOffer(head, "text", {
      insert: head,
      snippet: `${head}\n| ${cells} |`,
      documentation,
      tier: tiers.best,
    }),
  ];
}

/** Names or values in the cell that the cursor is in. */
export function cellOffers(scene: Scene): readonly Offer[] {
  const line = lineAt(scene);
  const given = givenAbove(scene.cursor.above?.tokens ?? scene.cursor.before);
  if (given === null) return [];
  const table = tableGiven(scene, given.dataset);
  const at = line.slice(1).split("|").length - 1;
  if (given.header === null) {
    const named = othersInHeading(scene, at);
    const rows = named.has("rows") ? [] : listed([["rows", "How many times the row stands."]], "field");
    return [...fields(table, (field) => !isOfComputed(field) && !named.has(field.name)), ...rows];
  }
  const column = given.header.slice(1).split("|")[at]?.trim() ?? "";
  const type = table?.fields.get(column)?.type ?? null;
  return type === null ? [] : membersOf(type);
}

/** The line up to the cursor. */
function lineAt({ file, cursor }: Scene): string {
  const start = file.text.lastIndexOf("\n", cursor.word.start - 1) + 1;
  return file.text.slice(start, cursor.word.start).trimStart();
}

/** The columns that the heading names already, on both sides of the cell at hand. */
function othersInHeading({ file, cursor }: Scene, at: number): ReadonlySet<string> {
  const start = file.text.lastIndexOf("\n", cursor.word.start - 1) + 1;
  const end = file.text.indexOf("\n", cursor.word.start);
  const line = file.text.slice(start, end === -1 ? undefined : end).trim();
  const cells = line.slice(1).split("|");
  return new Set(cells.filter((_, index) => index !== at).map((cell) => cell.trim()));
}

interface GivenAbove {
  readonly dataset: string;
  /** Null where the first line of the table is being written. */
  readonly header: string | null;
}

function givenAbove(tokens: readonly IToken[]): GivenAbove | null {
  const [first, dataset] = tokens;
  if (first?.image !== "given" || dataset === undefined) return null;
  const header = tokens.find(({ image }) => image.startsWith("|"))?.image ?? null;
  return { dataset: dataset.image, header };
}

function tableGiven({ world }: Scene, name: string): Table | null {
  return name === "partners" ? world.partners : (world.tables.get(name) ?? null);
}

/** Fields that a table may name; the partner is said already where the sentence says for whom the rows are. */
function columnsOf(table: Table | null, saysPartner: boolean): readonly Field[] {
  const node = table?.node;
  const said = saysPartner && node?.kind === "Dataset" ? partnerField(node) : null;
  return [...(table?.fields.values() ?? [])].filter((field) => !isOfComputed(field) && field.name !== said);
}

function partnerField({ sentences }: ast.DatasetDeclaration): string | null {
  for (const sentence of sentences) if (sentence.kind === "DatasetPartner") return sentence.field.text;
  return null;
}

function isOfComputed({ node }: Field): boolean {
  return node !== null && isComputed(node.type);
}
