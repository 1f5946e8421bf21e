/** Tokens to the leaves of the tree. */
import type { IToken } from "chevrotain";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../ast.ts";
import { endOf, spanOf } from "../lexer.ts";
import { cellsOf } from "../table-row.ts";

/** A name as written. */
export function nameOf(token: IToken): ast.Name {
  return { kind: "Name", span: spanOf(token), text: token.image };
}

/** The text of a token in quotation marks, whichever they are. */
export function textOf(token: IToken): ast.Text {
  const image = token.image;
  const closed = image.length > 1 && !/[^"\u201C-\u201F\u00BB'\u2018-\u201B`\u00B4]$/.test(image);
  return { kind: "Text", span: spanOf(token), text: unescaped(image.slice(1, closed ? -1 : undefined)) };
}

/** Only `\"` and `\\` are escapes: a pattern keeps its backslashes as they are written. */
export function unescaped(text: string): string {
  return text.includes("\\") ? text.replace(/\\(["\\])/g, "$1") : text;
}

/** A number without its underscores. */
export function numberOf(token: IToken): ast.NumberValue {
  const text = token.image;
  return { kind: "Number", span: spanOf(token), text: text.includes("_") ? text.replaceAll("_", "") : text };
}

/** A percentage without its sign. */
export function percentOf(token: IToken): ast.Percent {
  return { kind: "Percent", span: spanOf(token), text: token.image.slice(0, -1).replaceAll("_", "") };
}

/** A civil date. */
export function dateOf(token: IToken): ast.DateValue {
  return { kind: "Date", span: spanOf(token), text: token.image };
}

/** A time of day. */
export function timeOf(token: IToken): ast.Time {
  return { kind: "Time", span: spanOf(token), text: token.image };
}

/** A period of the calendar. */
export function periodOf(token: IToken): ast.PeriodValue {
  return { kind: "Period", span: spanOf(token), text: token.image };
}

/** A version. */
export function versionOf(token: IToken): ast.Version {
  return { kind: "Version", span: spanOf(token), text: token.image };
}

/** A date and a time of it. */
export function instantOf(date: IToken, time: IToken): ast.Instant {
  return { kind: "Instant", span: across(date, time), date: date.image, time: time.image };
}

/** The unit that a word names, singular. */
export function unitOf(token: IToken): ast.Unit {
  const word = token.image;
  return (word.endsWith("s") ? word.slice(0, -1) : word) as ast.Unit;
}

/** From the first character of one token to the last of another. */
export function across(first: IToken, last: IToken): Span {
  return { start: first.startOffset, end: endOf(last) };
}

/** A line of a table and its cells. */
export function rowOf(token: IToken): ast.TableRow {
  const line = token.image;
  const cells = cellsOf(line).cells.map(({ start, end, quoted }) => ({
    text: quoted ? unescaped(line.slice(start + 1, end - 1)) : line.slice(start, end),
    quoted,
    span: { start: token.startOffset + start, end: token.startOffset + end },
  }));
  return { kind: "TableRow", span: spanOf(token), cells };
}
