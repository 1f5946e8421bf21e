/**
 * Conditions taken apart: comparisons that are ready to be asked, and how they are joined.
 *
 * A column holds whole numbers, so every comparison with a constant asks whether a number lies in a range: `more than
 * 5` is 6 and above, `is` a range of one. What is no range (a comparison of two columns, a text, a look-up) is a
 * function of the row. `rowTest` makes closures of the parts; whoever asks in another way can do so from the same.
 */
import { FALSE, type RowTest, type RowView, TRUE, type Truth, UNDECIDED } from "./truth.ts";

export type Part =
  | { readonly kind: "range"; readonly range: ColumnRange }
  /** `isOfPartner`: it depends on the partner that is faced, beside the row. */
  | { readonly kind: "test"; readonly test: RowTest; readonly isOfPartner: boolean }
  | { readonly kind: "and" | "or"; readonly parts: readonly Part[] }
  | { readonly kind: "not"; readonly part: Part };

/** What the number in a column says by where it lies. The bounds belong to the range; the low one is not above the high. */
export interface ColumnRange {
  readonly column: number;
  readonly low: number;
  readonly high: number;
  readonly inside: Truth;
  readonly outside: Truth;
  readonly missing: Truth;
}

/** A part about which nothing can be told. */
export const UNKNOWN: Part = { kind: "test", test: () => UNDECIDED, isOfPartner: false };

/** The test of a part for the rows of a view. */
export function rowTest(part: Part, view: RowView): RowTest {
  switch (part.kind) {
    case "range":
      return rangeTest(part.range, view);
    case "test":
      return part.test;
    case "not": {
      const inner = rowTest(part.part, view);
      return (row) => (2 - inner(row)) as Truth;
    }
    case "and":
      return conjunction(part.parts.map((each) => rowTest(each, view)));
    case "or":
      return disjunction(part.parts.map((each) => rowTest(each, view)));
  }
}

/** What a number says that was read in some other way. */
export function rangeTruth({ low, high, inside, outside, missing }: ColumnRange, value: number): Truth {
  if (value >= low && value <= high) return inside;
  return Number.isNaN(value) ? missing : outside;
}

function rangeTest({ column, low, high, inside, outside, missing }: ColumnRange, view: RowView): RowTest {
  return (row) => {
    const value = view.columns[column]?.[row] ?? Number.NaN;
    if (value >= low && value <= high) return inside;
    return Number.isNaN(value) ? missing : outside;
  };
}

function conjunction(parts: readonly RowTest[]): RowTest {
  const [first, second, ...rest] = parts;
  if (first === undefined) return () => TRUE;
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : conjunction([second, ...rest]);
  return (row) => {
    const left = first(row);
    if (left === FALSE) return FALSE;
    const right = tail(row);
    return Math.min(left, right) as Truth;
  };
}

function disjunction(parts: readonly RowTest[]): RowTest {
  const [first, second, ...rest] = parts;
  if (first === undefined) return () => FALSE;
  if (second === undefined) return first;
  const tail = rest.length === 0 ? second : disjunction([second, ...rest]);
  return (row) => {
    const left = first(row);
    if (left === TRUE) return TRUE;
    const right = tail(row);
    return Math.max(left, right) as Truth;
  };
}
