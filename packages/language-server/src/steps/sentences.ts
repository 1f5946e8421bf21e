/** Where the sentences stand that a verdict was read from: found in the trees of an agreement's files. */
import type { Origin } from "@tenet-lang/evaluator";
import type { ParsedFile, SourceFile } from "@tenet-lang/language";
import type { Place } from "./step.ts";

export type Declaration = ParsedFile["tree"]["declarations"][number];
type Kind = Declaration["kind"];
type OfKind<K extends Kind> = Extract<Declaration, { readonly kind: K }>;
type SentenceOf<D extends Declaration> = D["sentences"][number];
export type Standard = OfKind<"Standard">;
type StandardSentence<K extends string> = Extract<SentenceOf<Standard>, { readonly kind: K }>;
/** Something of the tree that has a span. */
type Node = Pick<Declaration, "span">;
/** A line of a file, as bundles and results name it. */
type Line = Pick<Origin, "file" | "line">;

/** A declaration in its file. */
export interface Written<D extends Declaration = Declaration> {
  readonly file: SourceFile;
  readonly node: D;
}

/** The texts of an agreement, and how its instants are told. */
export interface Sentences {
  readonly files: readonly ParsedFile[];
  /** The path of a file that a bundle names; null where it is none of them. */
  readonly pathOf: (file: string) => string | null;
  /** A UTC instant on the clocks of the agreement's zone, for people. */
  readonly local: (instant: string) => string;
}

/** The declaration of this kind and name; of `Agreement` and `Partners` there is one, whatever its name. */
export function declared<K extends Kind>(
  { files }: Sentences,
  kind: K,
  name: string | null,
): Written<OfKind<K>> | null {
  for (const { file, tree } of files)
    for (const node of tree.declarations)
      if (node.kind === kind && (name === null || nameOf(node) === name))
        return { file, node: node as OfKind<K> };
  return null;
}

/** The place of a head, up to the end of its line. */
export function headOf<D extends Declaration>(written: Written<D> | null): Place | null {
  return written === null ? null : { file: written.file, span: written.node.headSpan };
}

/** The place of a node in the file of its declaration. */
export function placeIn({ file }: Pick<Written, "file">, node: Node | null | undefined): Place | null {
  return node === null || node === undefined ? null : { file, span: node.span };
}

/** The sentences of one kind of a standard, in the order written. */
export function sentencesOf<K extends SentenceOf<Standard>["kind"]>(
  { node }: Written<Standard>,
  kind: K,
): readonly StandardSentence<K>[] {
  return node.sentences.filter((sentence): sentence is StandardSentence<K> => sentence.kind === kind);
}

/** The first sentence of one of these kinds in any declaration. */
export function sentencePlace<D extends Declaration>(
  written: Written<D> | null,
  ...kinds: readonly SentenceOf<D>["kind"][]
): Place | null {
  if (written === null) return null;
  const sentences: readonly SentenceOf<Declaration>[] = written.node.sentences;
  return placeIn(
    written,
    sentences.find(({ kind }) => (kinds as readonly string[]).includes(kind)),
  );
}

/** What begins on a line: the head of a declaration, one of its sentences, else what the line says. */
export function placeAt(sentences: Sentences, { file: name, line }: Line): Place | null {
  const path = sentences.pathOf(name);
  const found = sentences.files.find((parsed) => parsed.file.path === path);
  if (found === undefined) return null;
  const { file, tree } = found;
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = file.lineStarts[line] ?? file.text.length;
  const begins = ({ span }: Node): boolean => span.start >= start && span.start < end;
  const head = tree.declarations.find(begins);
  if (head !== undefined) return { file, span: head.headSpan };
  const sentence = tree.declarations.flatMap((node): readonly Node[] => node.sentences).find(begins);
  return { file, span: sentence?.span ?? wordsOf(file, start, end) };
}

/** The row of a limit that stands at a place, in the given `requires` sentence; by itself where it is one of several. */
export function limitPlace(
  sentences: Sentences,
  standard: Written<Standard>,
  {
    requirement,
    metric,
    origin,
  }: { readonly requirement: number; readonly metric: string; readonly origin: Line },
): Place | null {
  const at = placeAt(sentences, origin);
  const asked = sentencesOf(standard, "Requires")[requirement];
  if (at === null || asked === undefined || at.file !== standard.file) return at;
  const { file } = standard;
  const start = file.lineStarts[origin.line - 1] ?? 0;
  const end = file.lineStarts[origin.line] ?? file.text.length;
  for (const limit of asked.limits.filter((one) => one.metric.text === metric))
    for (const row of limit.rows) {
      if (row.span.start < start || row.span.start >= end) continue;
      if (limit.rows.length > 1) return { file, span: row.span };
      return { file, span: asked.limits.length > 1 ? limit.span : asked.span };
    }
  return at;
}

function nameOf(node: Declaration): string | null {
  return "name" in node ? (node.name?.text ?? null) : null;
}

function wordsOf({ text }: SourceFile, start: number, end: number): Place["span"] {
  const line = text.slice(start, end);
  const blank = line.length - line.trimStart().length;
  return { start: start + blank, end: start + line.trimEnd().length };
}
