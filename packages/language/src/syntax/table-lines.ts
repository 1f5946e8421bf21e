/**
 * Rows of a table as they come out of a spreadsheet or are typed in haste: without their first bar, or with tabs or
 * semicolons between the cells.
 */
import type { IToken } from "chevrotain";
import type { SourceFile, Span } from "../source/source-file.ts";
import { across } from "./grammar/nodes.ts";
import type { SentenceTokens } from "./layout.ts";
import { spanOf } from "./lexer.ts";
import type { Finding, Other } from "./rules/finding.ts";
import { reportOtherSeparators, reportRowNotOpened } from "./rules/table-row.rule.ts";
import { cellsOf } from "./table-row.ts";
import { Row } from "./tokens.ts";

/** A line that was meant as a row, what is said of it, and the words of the table with it where they are known. */
export interface TableLine {
  readonly finding: Finding;
  readonly words: readonly IToken[];
}

/** The line below as a row of a table whose header is known, or as the header itself; null where it is none. */
export function tableLine(
  file: SourceFile,
  header: IToken | null,
  { tokens, lines }: SentenceTokens,
): TableLine | null {
  const end = lines[1] ?? tokens.length;
  const line = tokens.slice(0, end);
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || first.tokenType === Row) return null;
  const span = across(first, last);
  const related = header === null ? [] : [{ span: spanOf(header), message: "the header stands here" }];
  const row = line.find(({ tokenType }) => tokenType === Row);
  if (row !== undefined) return withoutFirstBar(file, row, span, related, tokens.slice(end));
  return header === null ? null : withOtherSeparators(file, header, span, related, tokens.slice(end));
}

function withoutFirstBar(
  { text }: SourceFile,
  row: IToken,
  span: Span,
  related: readonly Other[],
  more: readonly IToken[],
): TableLine {
  const written = text.slice(span.start, span.end);
  const isClosed = cellsOf(`| ${written}`).closed;
  // The cells stand in the text where they stand in the row, which begins with the bar that is lacking.
  const whole = {
    ...row,
    image: `| ${written}${isClosed ? "" : " |"}`,
    startOffset: span.start - 2,
    endOffset: span.end - 1,
  };
  return { finding: reportRowNotOpened(span, isClosed, related), words: [whole, ...more] };
}

function withOtherSeparators(
  { text }: SourceFile,
  header: IToken,
  span: Span,
  related: readonly Other[],
  more: readonly IToken[],
): TableLine | null {
  const cells = text.slice(span.start, span.end).split(/[\t;]/);
  if (cells.length !== cellsOf(header.image).cells.length || cells.length < 2) return null;
  const proper = `| ${cells.map((cell) => cell.trim()).join(" | ")} |`;
  return { finding: reportOtherSeparators(span, proper, related), words: more };
}
