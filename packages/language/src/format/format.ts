/**
 * The one way a file looks.
 *
 * Heads stand at the margin, sentences two blanks in, continuations four; one blank line parts declarations; tables
 * are aligned; words are one blank apart. Where a line breaks is the author's choice and stays, and so do comments.
 * The formatter moves words, it never changes, adds or drops one: it prints the tokens of the file and asks the tree
 * only where sentences start. A sentence with a syntax mistake is printed as it was written, since nobody knows yet
 * what it says. Formatting twice gives the same text.
 */

import type { Token } from "../syntax/lexer.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import { type CodeLine, type Line, linesOf } from "./lines.ts";
import { alignedRows } from "./tables.ts";

/** The formatted text of a file. A file that was too large to be read is given back as it is. */
export function format(parsed: ParsedFile): string {
  const { text } = parsed.file;
  if (parsed.tokens.length === 0) return text.trim() === "" ? "" : text;
  const printed = printedLines(linesOf(parsed));
  return printed.length === 0 ? "" : `${printed.join("\n")}\n`;
}

function printedLines(lines: readonly Line[]): string[] {
  const rows = alignedRows(lines);
  const printed: string[] = [];
  let between: Line[] = [];
  let above: CodeLine | null = null;
  for (const line of lines) {
    if (line.kind !== "code") {
      between.push(line);
      continue;
    }
    printed.push(...gap(above, between, line), codeText(line, rows));
    above = line;
    between = [];
  }
  return [...printed, ...gap(above, between, null)];
}

const indents = { head: "", sentence: "  ", continuation: "    ", table: "  " };

function codeText(line: CodeLine, rows: ReadonlyMap<Token, string>): string {
  const indent = indents[line.role];
  if (line.verbatim !== null) return `${indent}${line.verbatim}`;
  let text = indent;
  let before: Token | null = null;
  for (const token of line.tokens) {
    if (token.type === "Comment") text += `  ${token.text.trimEnd()}`;
    else text += `${blank(before, token)}${rows.get(token) ?? token.text}`;
    before = token;
  }
  return text;
}

function blank(before: Token | null, token: Token): string {
  if (before === null || [",", ")", "."].includes(token.text) || ["(", "."].includes(before.text)) return "";
  return " ";
}

/** Comments and blank lines between two lines of code; null is the start or the end of the file. */
function gap(above: CodeLine | null, between: readonly Line[], below: CodeLine | null): string[] {
  if (below?.role === "continuation" || below?.role === "table")
    return comments(between, indents[below.role]);
  if (below?.role === "sentence") {
    const lines = comments(between, indents.sentence, "keep blank lines");
    return above?.role === "sentence" || !isBlank(lines[0]) ? lines : lines.slice(1);
  }
  return aroundHead(above, between, below);
}

/** A comment stays with the declaration above if a blank line parts it from the one below. */
function aroundHead(above: CodeLine | null, between: readonly Line[], below: CodeLine | null): string[] {
  const firstBlank = between.findIndex((line) => line.kind === "blank");
  const staying = firstBlank < 0 && below !== null ? 0 : firstBlank < 0 ? between.length : firstBlank;
  const tail = above === null ? [] : comments(between.slice(0, staying), indents.sentence);
  const lead = comments(above === null ? between : between.slice(staying), indents.head, "keep blank lines");
  while (isBlank(lead[0])) lead.shift();
  if (below === null) while (isBlank(lead.at(-1))) lead.pop();
  const parted = above !== null && (below !== null || lead.length > 0);
  return [...tail, ...(parted ? [""] : []), ...lead];
}

function comments(lines: readonly Line[], indent: string, blanks?: "keep blank lines"): string[] {
  const printed: string[] = [];
  for (const line of lines) {
    if (line.kind === "comment") printed.push(`${indent}${line.text}`);
    else if (line.kind === "blank" && blanks !== undefined && !isBlank(printed.at(-1))) printed.push("");
  }
  return printed;
}

function isBlank(line: string | undefined): boolean {
  return line === "";
}
