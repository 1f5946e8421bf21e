/**
 * Formatting: the one way a file looks, for all of it, for chosen lines, and for what was just typed.
 *
 * All four work the formatted text out from the whole file and give only the lines that differ, so that a part looks as
 * it will when the rest is formatted too. While somebody types, the line of the cursor is left alone unless it is a row
 * of a table, whose columns are lined up as its bars are typed.
 */
import { format, type ParsedFile, type Span, type TextEdit } from "@tenet-lang/language";
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  DocumentRangesFormattingParams,
  TextEdit as LspTextEdit,
} from "vscode-languageserver";
import type { TreeContext } from "../analysis/phase.ts";
import { editsBetween, lspEdits } from "../protocol/edits.ts";
import { offsetOf, spanOf } from "../protocol/positions.ts";
import { feature } from "./feature.ts";

export const documentFormatting = feature<"tree", DocumentFormattingParams, LspTextEdit[]>({
  method: "textDocument/formatting",
  needs: "tree",
  otherwise: [],
  capabilities: { documentFormattingProvider: true },
  answer: ({ parsed, file }) => lspEdits(file, formattingEdits(parsed)),
});

export const rangeFormatting = feature<"tree", DocumentRangeFormattingParams, LspTextEdit[]>({
  method: "textDocument/rangeFormatting",
  needs: "tree",
  otherwise: [],
  capabilities: { documentRangeFormattingProvider: { rangesSupport: true } },
  answer: (context, { range }) => editsOf(context, [spanOf(context.file, range)]),
});

export const rangesFormatting = feature<"tree", DocumentRangesFormattingParams, LspTextEdit[]>({
  method: "textDocument/rangesFormatting",
  needs: "tree",
  otherwise: [],
  capabilities: {},
  answer: (context, { ranges }) =>
    editsOf(
      context,
      ranges.map((range) => spanOf(context.file, range)),
    ),
});

export const onTypeFormatting = feature<"tree", DocumentOnTypeFormattingParams, LspTextEdit[]>({
  method: "textDocument/onTypeFormatting",
  needs: "tree",
  otherwise: [],
  capabilities: {
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["|"] },
  },
  answer: (context, { position, ch }) => {
    const { text } = context.file;
    const line = lineAround(text, offsetOf(context.file, position));
    if (ch === "|" && !isRow(text, line)) return [];
    const typed = ch === "|" ? tableAround(text, line) : lineAround(text, Math.max(0, line.start - 1));
    return editsOf(context, [typed]).flatMap((edit) => withoutLastBreak(context, edit));
  },
});

/** The last line gets its line break when somebody types one: a break made behind the cursor would be in the way. */
function withoutLastBreak({ file }: TreeContext, edit: LspTextEdit): LspTextEdit[] {
  const { start, end } = spanOf(file, edit.range);
  if (end < file.text.length || file.text.endsWith("\n")) return [edit];
  const newText = edit.newText.replace(/\r?\n$/, "");
  return newText === file.text.slice(start, end) ? [] : [{ ...edit, newText }];
}

/** What formatting would change; a file keeps its own line ends. */
function formattingEdits(parsed: ParsedFile): readonly TextEdit[] {
  const { file } = parsed;
  const formatted = format(parsed);
  const isWithReturns = /\r\n/.test(file.text) && !/[^\r]\n|^\n/.test(file.text);
  return editsBetween(file, isWithReturns ? formatted.replaceAll("\n", "\r\n") : formatted);
}

/** The edits that begin in one of the spans. */
function editsOf({ parsed, file }: TreeContext, spans: readonly Span[]): LspTextEdit[] {
  const lines = spans.map(({ start, end }) => ({
    start: lineAround(file.text, start).start,
    // What ends behind a line break takes nothing of the line that begins there.
    end: lineAround(file.text, Math.max(start, end - 1)).end,
  }));
  const isChosen = ({ span }: TextEdit): boolean =>
    lines.some(({ start, end }) => span.start >= start && span.end <= Math.max(end, start + 1));
  return lspEdits(file, formattingEdits(parsed).filter(isChosen));
}

/** The line that an offset is on, with what ends it. */
function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  return { start, end: next < 0 ? text.length : next + 1 };
}

function isRow(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trimStart().startsWith("|");
}

/** The rows above and below a row that belong to one table with it. */
function tableAround(text: string, row: Span): Span {
  let { start, end } = row;
  while (start > 0 && isRow(text, lineAround(text, start - 1))) start = lineAround(text, start - 1).start;
  while (end < text.length && isRow(text, lineAround(text, end))) end = lineAround(text, end).end;
  return { start, end };
}
