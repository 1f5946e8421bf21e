/**
 * Names: what a text declares, and every place where it is named.
 *
 * The trees of an agreement's files are walked once, beside the checker and not by way of it: a checker may stop at a
 * mistake, but who follows a name wants to be taken to it whatever else is wrong in the text. `declared.ts` collects
 * what is declared, `walk.ts` notes a name, the `*-sentences.ts` files know what the names of each sentence may be.
 * Every name of the tree ends up in one of three lists: as an occurrence of what is declared, as a word of the
 * language, or as unknown. Knows nothing of editors.
 */
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { walkCondition } from "./conditions.ts";
import { consequenceSentences } from "./consequence-sentences.ts";
import { type Declared, declaredIn, declaredName } from "./declared.ts";
import { factSentences } from "./fact-sentences.ts";
import { measureSentences, walkForm } from "./measure-sentences.ts";
import type { Meeting, Occurrence, UnknownName, WordUse } from "./name-symbol.ts";
import type { SentenceWalks } from "./sentence-walks.ts";
import { sourceSentences } from "./source-sentences.ts";
import { declare, type Found, referTo, referToField, type Walk, word } from "./walk.ts";

/** The names of an agreement's files. */
export interface Occurrences {
  readonly declared: Declared;
  /** By the path of their file, in the order of their places. */
  readonly inFile: ReadonlyMap<string, readonly Occurrence[]>;
  /** By the id of each symbol that they name, declarations first. */
  readonly ofSymbol: ReadonlyMap<string, readonly Occurrence[]>;
  readonly words: readonly WordUse[];
  readonly unknown: readonly UnknownName[];
  readonly meetings: readonly Meeting[];
}

/** Finds all names of an agreement's files. */
export function occurrencesOf({ files }: { readonly files: readonly ParsedFile[] }): Occurrences {
  const declared = declaredIn(files);
  const found: Found = { occurrences: [], words: [], unknown: [], meetings: [] };
  for (const { file, tree } of files) {
    for (const node of tree.declarations) {
      walkDeclaration({ declared, found, file, node, symbol: declared.byNode.get(node) ?? null });
    }
  }
  const inFile = new Map<string, Occurrence[]>(files.map(({ file }) => [file.path, []]));
  const ofSymbol = new Map<string, Occurrence[]>(declared.symbols.map(({ id }) => [id, []]));
  for (const occurrence of found.occurrences) {
    inFile.get(occurrence.file.path)?.push(occurrence);
    for (const { id } of [occurrence.symbol, ...occurrence.others]) ofSymbol.get(id)?.push(occurrence);
  }
  for (const list of inFile.values()) list.sort((a, b) => a.span.start - b.span.start);
  for (const list of ofSymbol.values()) list.sort((a, b) => roleOrder(a) - roleOrder(b));
  const { words, unknown, meetings } = found;
  return { declared, inFile, ofSymbol, words, unknown, meetings };
}

/** The name that an offset is in, or right behind; null where there is none. */
export function occurrenceAt({ inFile }: Occurrences, path: string, offset: number): Occurrence | null {
  const list = inFile.get(path) ?? [];
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = list[low - 1];
  return before !== undefined && offset <= before.span.end ? before : null;
}

function roleOrder({ role }: Occurrence): number {
  return role === "declaration" ? 0 : 1;
}

function walkDeclaration(walk: Walk): void {
  const { node } = walk;
  const name = declaredName(node);
  if (name !== null) declare(walk, node, name.span);
  walkHead(walk, node);
  for (const sentence of node.sentences) {
    if (sentence.kind !== "Broken" && sentence.kind !== "UnavailableSentence") walkSentence(walk, sentence);
  }
}

/** Names of a head beside the one that it declares. */
function walkHead(walk: Walk, node: ast.Declaration): void {
  switch (node.kind) {
    case "Partners":
      referToField(walk, walk.symbol, node.key);
      return;
    case "Dataset":
      if (node.rowPer.text === "line") word(walk, node.rowPer, "line");
      else referToField(walk, walk.symbol, node.rowPer);
      return;
    case "Clock":
      if (node.by === null) referTo(walk, node.on);
      else referToField(walk, referTo(walk, node.on), node.by);
      return;
    case "Metric":
      walkForm(walk, node.form);
      return;
    case "Credit":
    case "Bonus":
    case "Escalation":
    case "Points":
    case "Ratchet":
      if (node.on !== null) referTo(walk, node.on);
      return;
    case "Amendment":
      referTo(walk, node.standard);
      return;
    case "RampUp":
      walkCondition(walk, { kind: "partner" }, node.where);
  }
}

const walks: SentenceWalks<ast.Sentence["kind"]> = {
  ...sourceSentences,
  ...measureSentences,
  ...consequenceSentences,
  ...factSentences,
};

function walkSentence<K extends ast.Sentence["kind"]>(
  walk: Walk,
  node: Extract<ast.Sentence, { readonly kind: K }> & { readonly kind: K },
): void {
  walks[node.kind](walk, node);
}
