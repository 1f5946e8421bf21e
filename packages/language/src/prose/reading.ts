/**
 * Prose: what a declaration says, as somebody would read it out.
 *
 * Readings are made from the tree and its names, so that they are there beside mistakes too. They quote the text where
 * its own words are the clearest (conditions, limits), and otherwise say in plain words what a form means. A reading is
 * data: a heading, a few sentences, a list; how it is shown is for the caller.
 */
import type { NameSymbol, SymbolNode } from "../occurrences/name-symbol.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { termOfKind } from "../vocabulary/vocabulary.ts";
import { datasetReading, fieldReading, memberReading, partnersReading } from "./data.ts";
import { metricReading } from "./metric.ts";
import type { PartialReading, Reader, Reading } from "./said.ts";
import { standardReading } from "./standard.ts";
import { plainText, written } from "./written.ts";

/** What is said of a symbol. */
export function readingOf(reader: Reader, symbol: NameSymbol): Reading {
  return { ...plain(symbol), ...special(reader, symbol) };
}

function special(reader: Reader, symbol: NameSymbol): PartialReading {
  const { node } = symbol;
  switch (node?.kind) {
    case undefined:
      return caseFieldReading(symbol);
    case "Standard":
      return standardReading(reader, symbol, node);
    case "Metric":
      return metricReading(reader, symbol, node);
    case "Dataset":
      return datasetReading(symbol, node);
    case "Partners":
      return partnersReading(symbol, node);
    case "Field":
      return fieldReading(symbol, node);
    case "Member":
      return memberReading(symbol, node);
    default:
      return {};
  }
}

/** What is said of any declaration: what it is, and what it says. */
function plain(symbol: NameSymbol): Reading {
  const { kind, name, owner, title, node, file } = symbol;
  const term = node === null ? null : termOfKind(node.kind);
  const sentences: readonly ast.Node[] = node !== null && "sentences" in node ? node.sentences : [];
  return {
    heading: `${kind} ${name}${owner === null ? "" : ` of ${owner.name}`}`,
    title,
    sentences: term === null ? [] : [term.meaning],
    points: [],
    quoted: node === null ? [] : textOf(file, node),
    because: sentences.find(isReason)?.text.text ?? null,
    comment: commentAbove(symbol),
  };
}

/** A declaration as it is written, laid out anew and without its reason; of what is no declaration, its sentence. */
function textOf(file: SourceFile, node: SymbolNode): readonly string[] {
  if (!("sentences" in node)) return [written(file, node.span)];
  const sentences: readonly ast.Node[] = node.sentences;
  const inside = sentences.filter((one) => !isReason(one)).flatMap((one) => linesOf(file, one));
  return [written(file, node.headSpan), ...inside.map((line) => `  ${line}`)];
}

/** A sentence on one line; a table keeps its own. */
function linesOf(file: SourceFile, sentence: ast.Node): readonly string[] {
  const [header, ...rows] = isGiven(sentence) ? sentence.table : [];
  if (header === undefined) return [written(file, sentence.span)];
  const before = { start: sentence.span.start, end: header.span.start };
  const lines = [header, ...rows].map(({ span }) => `  ${plainText(file.text.slice(span.start, span.end))}`);
  return [written(file, before), ...lines];
}

function isGiven(node: ast.Node): node is ast.Given {
  return node.kind === "Given";
}

function isReason(node: ast.Node): node is ast.Because {
  return node.kind === "Because";
}

const CASE_FIELDS: Readonly<Record<string, string>> = {
  started_at: "When the case began.",
  stopped_at: "When the case ended; empty while it runs.",
  elapsed: "How long the case ran, without pauses and closed hours.",
  due_at: "By when the case must have ended.",
  overdue: "How long the case ran beyond the time in which it was due; 0 if it did not.",
  verdict: "`met` if the case ended in time, `missed` if not, `pending` while that is open.",
};

function caseFieldReading({ name, owner, file, span }: NameSymbol): PartialReading {
  const from = `Every case of \`${owner?.name}\` has it; it follows from \`${written(file, span)}\`.`;
  return { sentences: [CASE_FIELDS[name] ?? "", from] };
}

/** The comment lines that stand right above a declaration, without their signs. */
function commentAbove({ file, span, node }: NameSymbol): string | null {
  if (node === null || node.kind === "Member") return null;
  const lines = file.text.slice(0, span.start).split("\n").slice(0, -1).reverse();
  const end = lines.findIndex((line) => !line.trimStart().startsWith("#"));
  const comment = lines
    .slice(0, end < 0 ? lines.length : end)
    .reverse()
    .map((line) => line.trim().replace(/^#+\s?/, ""));
  return comment.length === 0 ? null : comment.join("\n");
}
