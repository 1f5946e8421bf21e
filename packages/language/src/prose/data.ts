/** Datasets, partners, fields and members as prose. */
import type { NameSymbol } from "../occurrences/name-symbol.ts";
import type * as ast from "../syntax/ast.ts";
import { typeTerms } from "../vocabulary/source-terms.ts";
import type { PartialReading } from "./said.ts";
import { plainText, written } from "./written.ts";

/** A dataset: what a row is, whose it is, when it counts, and its columns. */
export function datasetReading({ file }: NameSymbol, node: ast.DatasetDeclaration): PartialReading {
  const row =
    node.rowPer.text === "line" ? "Each line is a row." : `One row for each \`${node.rowPer.text}\`.`;
  const others = node.sentences.filter(({ kind }) => kind !== "Field");
  const isOwned = others.some(({ kind }) => kind === "DatasetPartner");
  return {
    sentences: [
      `Rows from \`${plainText(node.source.text)}\`. ${row}`,
      ...(isOwned ? [] : ["They are about the brand, not about single partners."]),
    ],
    points: others.map(({ span }) => `\`${written(file, span)}\``),
    quoted: fieldsOf(node).map(({ span }) => written(file, span)),
  };
}

/** The partners: where they are listed, and what is known of each. */
export function partnersReading({ file }: NameSymbol, node: ast.PartnersDeclaration): PartialReading {
  const active = node.sentences.filter(({ kind }) => kind === "Active");
  return {
    heading: "partners",
    sentences: [
      `One row of \`${plainText(node.source.text)}\` for each partner, told apart by \`${node.key.text}\`.`,
    ],
    points: active.map(({ span }) => `\`${written(file, span)}\``),
    quoted: fieldsOf(node).map(({ span }) => written(file, span)),
  };
}

/** A field: its type in plain words, its column, and what its cells may be. */
export function fieldReading({ file, name }: NameSymbol, node: ast.Field): PartialReading {
  const columns = node.columns.map(({ text }) => `\`${plainText(text)}\``).join(", ");
  const isComputed = node.type.kind === "TotalType" || node.type.kind === "DaysType";
  const column = columns === "" ? `\`${name}\`` : columns;
  const plural = node.columns.length > 1 ? "Columns" : "Column";
  return {
    sentences: [typeTerms[node.type.kind].meaning],
    points: [
      ...(isComputed ? ["Worked out from other fields, not read from the file."] : [`${plural} ${column}.`]),
      ...(node.optional ? ["Optional: cells may be empty."] : []),
      ...(node.personal ? ["Personal: values are never shown."] : []),
      ...valuesOf(node.type),
    ],
    quoted: [written(file, node.span)],
  };
}

/** A member of a list: how the file spells it. */
export function memberReading({ owner }: NameSymbol, node: ast.Member): PartialReading {
  const spelling = plainText(node.written?.text ?? node.name.text);
  return {
    sentences: [`One of the values of \`${owner?.name}\`. The file writes \`${spelling}\`.`],
    quoted: [],
  };
}

function valuesOf(type: ast.FieldType): readonly string[] {
  if (type.kind !== "OneOfType") return [];
  const spelt = ({ name, written: spelling }: ast.Member): string =>
    spelling === null ? `\`${name.text}\`` : `\`${name.text}\` (written \`${plainText(spelling.text)}\`)`;
  return [`Values: ${type.members.map(spelt).join(", ")}.`];
}

function fieldsOf({ sentences }: ast.DatasetDeclaration | ast.PartnersDeclaration): readonly ast.Node[] {
  const nodes: readonly ast.Node[] = sentences;
  return nodes.filter(({ kind }) => kind === "Field");
}
