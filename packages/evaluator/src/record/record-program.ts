/**
 * All conditions of a dataset on one row, at once.
 *
 * For one row the tree of closures is slow: which way a comparison goes is a guess, and a processor that guesses
 * wrong waits longer than the comparison takes. So here every comparison is made, none is jumped over, and truths
 * are two bits (false 00, undecided 01, true 11), of which `and` and `or` are those of the bits. A loop over all
 * comparisons and one over all connectives then answer for every condition without a single guess.
 */
import type { ColumnRange, Part } from "../measure/parts.ts";
import type { RowTest, Truth } from "../measure/truth.ts";

/** Truth bits by truth: false, undecided, true. */
const BITS = [0b00, 0b01, 0b11] as const;
const ALL = 0b11;

/** Makes a function that gives the truths of parts for the row whose numbers stand in `cells`, column by column. */
export function recordProgram(parts: readonly Part[], cells: Float64Array): () => readonly Truth[] {
  const plan: ProgramPlan = { ranges: [], tests: [], joins: [] };
  const results = parts.map((part) => planPart(part, false, plan));
  const slots = slotsOf(plan);
  const { bits } = slots;
  const compare = comparing(plan.ranges, cells, bits);
  const ask = asking(plan.tests, bits.subarray(plan.ranges.length));
  const join = joining(plan, slots.place, bits);
  const places = Int32Array.from(results, slots.place);
  const truths: Truth[] = results.map(() => 0);
  return () => {
    compare();
    if (plan.tests.length > 0) ask();
    join();
    for (let at = 0; at < places.length; at += 1) {
      truths[at] = (((bits[places[at] as number] as number) + 1) >> 1) as Truth;
    }
    return truths;
  };
}

/** Where the bits of a part are found: which list they come from, and the place in it. */
type Slot = readonly ["range" | "test" | "join", number];

interface ProgramPlan {
  readonly ranges: ColumnRange[];
  readonly tests: { readonly test: RowTest; readonly isNegated: boolean }[];
  readonly joins: { readonly isAnd: boolean; readonly left: Slot; readonly right: Slot }[];
}

/** Plans a part, or its opposite: what is `not` moves down to the comparisons. */
function planPart(part: Part, isNegated: boolean, plan: ProgramPlan): Slot {
  switch (part.kind) {
    case "not":
      return planPart(part.part, !isNegated, plan);
    case "range":
      return ["range", plan.ranges.push(isNegated ? opposite(part.range) : part.range) - 1];
    case "test":
      return ["test", plan.tests.push({ test: part.test, isNegated }) - 1];
    default: {
      const isAnd = (part.kind === "and") !== isNegated;
      const [first, ...rest] = part.parts.map((each) => planPart(each, isNegated, plan));
      if (first === undefined) return ["range", plan.ranges.push(always(isAnd ? 2 : 0)) - 1];
      return rest.reduce<Slot>((left, right) => ["join", plan.joins.push({ isAnd, left, right }) - 1], first);
    }
  }
}

function opposite(range: ColumnRange): ColumnRange {
  const { inside, outside, missing } = range;
  return { ...range, inside: mirror(inside), outside: mirror(outside), missing: mirror(missing) };
}

function mirror(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

/** A range that says the same of every number. */
function always(truth: Truth): ColumnRange {
  return { column: 0, low: 0, high: 0, inside: truth, outside: truth, missing: truth };
}

/** Room for the bits of all ranges, then all tests, then all joins. */
function slotsOf({ ranges, tests, joins }: ProgramPlan): {
  readonly bits: Uint8Array;
  readonly place: (slot: Slot) => number;
} {
  const first = { range: 0, test: ranges.length, join: ranges.length + tests.length };
  const bits = new Uint8Array(first.join + joins.length);
  return { bits, place: ([list, at]) => first[list] + at };
}

function comparing(ranges: readonly ColumnRange[], cells: Float64Array, bits: Uint8Array): () => void {
  const count = ranges.length;
  const columns = Int32Array.from(ranges, ({ column }) => column);
  const lows = Float64Array.from(ranges, ({ low }) => low);
  const highs = Float64Array.from(ranges, ({ high }) => high);
  const answers = Uint8Array.from(
    ranges.flatMap(({ missing, outside, inside }) => [BITS[missing], BITS[outside], BITS[inside]]),
  );
  return () => {
    for (let at = 0; at < count; at += 1) {
      const value = cells[columns[at] as number] as number;
      // Inside a range both bounds hold, outside it one does, and of a missing value none.
      const held = +(value >= (lows[at] as number)) + +(value <= (highs[at] as number));
      bits[at] = answers[at * 3 + held] as number;
    }
  };
}

function asking(tests: ProgramPlan["tests"], bits: Uint8Array): () => void {
  return () => {
    for (const [at, { test, isNegated }] of tests.entries()) {
      const truth = test(0);
      bits[at] = BITS[isNegated ? mirror(truth) : truth];
    }
  };
}

function joining({ joins }: ProgramPlan, place: (slot: Slot) => number, bits: Uint8Array): () => void {
  const first = bits.length - joins.length;
  const lefts = Int32Array.from(joins, ({ left }) => place(left));
  const rights = Int32Array.from(joins, ({ right }) => place(right));
  // An `and` is the opposite of an `or` of opposites.
  const flips = Uint8Array.from(joins, ({ isAnd }) => (isAnd ? ALL : 0));
  return () => {
    for (let at = 0; at < flips.length; at += 1) {
      const flip = flips[at] as number;
      const [left, right] = [bits[lefts[at] as number] as number, bits[rights[at] as number] as number];
      bits[first + at] = ((left ^ flip) | (right ^ flip)) ^ flip;
    }
  };
}
