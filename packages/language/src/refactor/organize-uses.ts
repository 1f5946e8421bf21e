/**
 * The `uses` of a file in the order of their paths, each once, and none of which nothing is used.
 *
 * The order of declarations means nothing (SPEC §2.2.10), and a file that is reached along several ways is read once
 * (§3.1.9). A file is only let go where nothing in it does anything unless it is named, and nothing names it: standards,
 * tests, partners and whatever else is judged or shown stay, and so does a line that somebody has put a comment to.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { linksOf } from "../links/links.ts";
import { type Occurrences, occurrencesOf } from "../occurrences/occurrences.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import type { Loaded } from "../workspace/load.ts";
import { blockOf, blockText, linesOf, withoutBlock } from "./line-blocks.ts";
import { isBroken } from "./moving.ts";
import { lineEndOf, replaced } from "./text-changes.ts";
import { isUses, reachable } from "./uses-of-files.ts";
import { tokensIn } from "./words.ts";

/** A `uses` with the comments that belong to it. */
interface Line {
  readonly block: Span;
  readonly text: string;
  readonly comments: readonly string[];
  readonly path: string;
  /** The file that it means; the path as it is written where it means none. */
  readonly target: string;
}

/** A line as it shall be. */
type Wanted = Pick<Line, "path" | "text">;

/** The edits that put the `uses` of a file in order; none where they are, or where the file has mistakes. */
export function organizedUses(parsed: ParsedFile, agreements: readonly Loaded[]): readonly TextEdit[] {
  if (isBroken(parsed)) return [];
  const lines = linesIn(parsed);
  const names = new Map<Loaded, Occurrences>();
  const isNeeded = (line: Line): boolean =>
    line.comments.length > 0 ||
    agreements.length === 0 ||
    agreements.some((one) => isUsed(parsed, line.target, one, names));
  const wanted = eachOnce(parsed, lines.filter(isNeeded))
    .toSorted(byPath)
    .map(({ text }) => text);
  return lines.flatMap(({ block, text }, index): readonly TextEdit[] => {
    const put = wanted[index];
    if (put === undefined) return [withoutBlock(parsed.file, block)];
    const span = { start: block.start, end: block.start + text.length };
    return put === text ? [] : [replaced(span, put)];
  });
}

function linesIn(parsed: ParsedFile): readonly Line[] {
  const { file, tree } = parsed;
  const links = linksOf(parsed, file.path);
  return tree.declarations.filter(isUses).map(({ span, path }) => {
    const whole = blockOf(file, span);
    // What stands above the first declaration is said of the file.
    const block =
      span === tree.declarations[0]?.span ? { ...whole, start: linesOf(file, span).start } : whole;
    const comments = tokensIn(parsed, block).filter(({ type }) => type === "Comment");
    const target = links.find((link) => link.span.start === path.span.start + 1)?.target;
    return {
      block,
      text: blockText(file, block),
      comments: comments.map(({ text }) => text.trimEnd()),
      path: path.text,
      target: target ?? path.text,
    };
  });
}

/** The first of those that mean one file, with the comments of the others above it. */
function eachOnce({ file }: ParsedFile, lines: readonly Line[]): readonly Wanted[] {
  const firsts = lines.filter(
    (line, index) => lines.findIndex(({ target }) => target === line.target) === index,
  );
  return firsts.map((first) => {
    const others = lines.filter((line) => line !== first && line.target === first.target);
    const text = [...others.flatMap(({ comments }) => comments), first.text].join(lineEndOf(file));
    return { path: first.path, text };
  });
}

function byPath({ path: one }: Wanted, { path: other }: Wanted): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** What does nothing unless it is named. */
const silent: ReadonlySet<ast.Declaration["kind"]> = new Set([
  "Uses",
  "Dataset",
  "Calendar",
  "Clock",
  "Metric",
  "Exclusion",
]);

/** Whether an agreement is another without what a file reads by way of one `uses`. */
function isUsed(
  parsed: ParsedFile,
  target: string,
  agreement: Loaded,
  known: Map<Loaded, Occurrences>,
): boolean {
  const { files, root, incomplete } = agreement;
  const isAgreement = root.tree.declarations.some(({ kind }) => kind === "Agreement");
  if (incomplete || !isAgreement || agreement.diagnostics.some(({ severity }) => severity === "error"))
    return true;
  const rest = reachable(files, root.file.path, { from: parsed.file.path, to: target });
  const dropped = files.filter(({ file: { path } }) => path === target || !rest.has(path));
  if (dropped.some(({ tree }) => tree.declarations.some(({ kind }) => !silent.has(kind)))) return true;
  const paths = new Set(dropped.map(({ file }) => file.path));
  const names = known.get(agreement) ?? occurrencesOf(agreement);
  known.set(agreement, names);
  return [...names.inFile].some(
    ([path, list]) =>
      !paths.has(path) &&
      list.some(({ symbol, others }) => [symbol, ...others].some((one) => paths.has(one.file.path))),
  );
}
