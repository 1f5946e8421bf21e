/**
 * Conditions on many rows at once.
 *
 * Most rows go through conditions in thousands, and then a loop per comparison is quicker than a tree of closures per
 * row. Truths are two bits here (false 00, undecided 01, true 11), of which `and` and `or` are those of the bits; what
 * is no range is asked row by row, where the ranges beside it leave the matter open.
 */
import type { ColumnRange, Part } from "./parts.ts";
import { type RowTest, type RowView, type Truth, truthBits } from "./truth.ts";

/** The truth bits of rows `from` to `to` (exclusive), in a list that is used again for the next rows. */
export type TruthColumn = (from: number, to: number) => Uint8Array;

/** May the part be asked without facing a partner? */
export function isOfRowAlone(part: Part): boolean {
  switch (part.kind) {
    case "range":
      return true;
    case "test":
      return !part.isOfPartner;
    case "not":
      return isOfRowAlone(part.part);
    default:
      return part.parts.every(isOfRowAlone);
  }
}

/** The truths of a part for the rows of a view. */
export function truthColumn(part: Part, view: RowView): TruthColumn {
  switch (part.kind) {
    case "range":
      return rangeColumn(part.range, view);
    case "test":
      return joinedColumn([part], FALSE_BITS, TRUE_BITS, view);
    case "not":
      return oppositeColumn(truthColumn(part.part, view));
    case "and":
      return joinedColumn(part.parts, TRUE_BITS, FALSE_BITS, view);
    case "or":
      return joinedColumn(part.parts, FALSE_BITS, TRUE_BITS, view);
  }
}

const FALSE_BITS = 0b00;
const UNDECIDED_BITS = 0b01;
const TRUE_BITS = 0b11;

function rangeColumn(
  { column, low, high, inside, outside, missing }: ColumnRange,
  view: RowView,
): TruthColumn {
  const answers = Uint8Array.of(truthBits(missing), truthBits(outside), truthBits(inside));
  let bits = new Uint8Array(0);
  return (from, to) => {
    if (bits.length < to - from) bits = new Uint8Array(to - from);
    const values = view.columns[column];
    if (values === null || values === undefined) return bits.fill(truthBits(missing), 0, to - from);
    for (let row = from; row < to; row += 1) {
      const value = values[row] as number;
      // Inside a range both bounds hold, outside it one does, and of a missing value none.
      bits[row - from] = answers[+(value >= low) + +(value <= high)] as number;
    }
    return bits;
  };
}

function oppositeColumn(inner: TruthColumn): TruthColumn {
  const answers = Uint8Array.of(TRUE_BITS, UNDECIDED_BITS, 0, FALSE_BITS);
  return (from, to) => {
    const bits = inner(from, to);
    for (let at = 0; at < to - from; at += 1) bits[at] = answers[bits[at] as number] as number;
    return bits;
  };
}

/** Joins parts, starting from `otherwise`; one that says `decisive` settles the matter. */
function joinedColumn(
  parts: readonly Part[],
  otherwise: number,
  decisive: number,
  view: RowView,
): TruthColumn {
  const columns = parts.flatMap((part) => (part.kind === "test" ? [] : [truthColumn(part, view)]));
  const tests = parts.flatMap((part) => (part.kind === "test" ? [part.test] : []));
  // An `and` is the opposite of an `or` of opposites.
  const flip = decisive ^ TRUE_BITS;
  let bits = new Uint8Array(0);
  return (from, to) => {
    const count = to - from;
    if (bits.length < count) bits = new Uint8Array(count);
    bits.fill(otherwise, 0, count);
    for (const column of columns) {
      const other = column(from, to);
      for (let at = 0; at < count; at += 1) {
        bits[at] = (((bits[at] as number) ^ flip) | ((other[at] as number) ^ flip)) ^ flip;
      }
    }
    for (const test of tests) askOpenRows(test, from, count, bits, decisive);
    return bits;
  };
}

function askOpenRows(test: RowTest, from: number, count: number, bits: Uint8Array, decisive: number): void {
  for (let at = 0; at < count; at += 1) {
    const before = bits[at] as number;
    if (before === decisive) continue;
    const answer = truthBits(test(from + at) as Truth);
    if (answer === decisive || answer === UNDECIDED_BITS) bits[at] = answer;
  }
}
