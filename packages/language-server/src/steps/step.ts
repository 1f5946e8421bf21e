/** A step on the way to a verdict: a sentence of the agreement, and what came of reading it. */
import type { SourceFile, Span } from "@tenet-lang/language";

export interface Place {
  readonly file: SourceFile;
  readonly span: Span;
}

/** Something that is known, by a name that people use: `on_time` is `95%`. */
export interface Value {
  readonly name: string;
  readonly value: string;
  /** Is it known by that name from there on, and not only where it was read? */
  readonly lasts: boolean;
}

export interface Step {
  readonly place: Place;
  /** What was read there, in a sentence without a full stop. */
  readonly says: string;
  /** The same in a word or two, to stand beside the text. */
  readonly short: string;
  readonly values: readonly Value[];
}

/** A step where its sentence is to be found; none where it is not. */
export function stepAt(place: Place | null, says: string, short: string, values: readonly Value[]): Step[] {
  return place === null ? [] : [{ place, says, short, values }];
}

/** What goes by a name of the agreement, from there on. */
export function fact(name: string, value: string): Value {
  return { name, value, lasts: true };
}

/** What is of use where it was read. */
export function figure(name: string, value: string): Value {
  return { name, value, lasts: false };
}

/** A figure that is left out where there is none. */
export function given(name: string, value: string | number | null | undefined): readonly Value[] {
  return value === null || value === undefined ? [] : [figure(name, String(value))];
}

/** A number of rows, where there are any. */
export function rowsValue(name: string, rows: number): readonly Value[] {
  return rows === 0 ? [] : [figure(name, String(rows))];
}
