/**
 * Conditions as branching programs.
 *
 * A column holds whole numbers, so every comparison with a constant asks whether a number lies in a range: `more than
 * 5` is 6 and above, `is` a range of one. A condition of such comparisons becomes a list of *steps*; each looks at one
 * column and says which step comes next if the number lies inside its range, outside, or is missing, until an answer
 * is reached. So a row costs a few comparisons of doubles and no calls, however `and`, `or` and `not` are nested. What
 * is no range (a comparison of two columns, a text, a look-up) is a step that asks a function.
 */
import { FALSE, type RowTest, type RowView, TRUE, type Truth, UNDECIDED } from "./truth.ts";

/** A condition whose comparisons are ready to be asked. */
export type Part =
  | { readonly kind: "range"; readonly range: ColumnRange }
  | { readonly kind: "test"; readonly test: RowTest }
  | { readonly kind: "and" | "or"; readonly parts: readonly Part[] }
  | { readonly kind: "not"; readonly part: Part };

/** What the number in a column says by where it lies; the bounds belong to the range. */
export interface ColumnRange {
  readonly column: number;
  readonly low: number;
  readonly high: number;
  readonly inside: Truth;
  readonly outside: Truth;
  readonly missing: Truth;
}

/** What a number says that was read in some other way. */
export function rangeTruth({ low, high, inside, outside, missing }: ColumnRange, value: number): Truth {
  if (value >= low && value <= high) return inside;
  return Number.isNaN(value) ? missing : outside;
}

/** The test of a condition for the rows of a view. */
export function rowTest(part: Part, view: RowView): RowTest {
  if (part.kind === "test") return part.test;
  const steps: Step[] = [];
  const start = lead(
    part,
    { [FALSE]: answer(FALSE), [UNDECIDED]: answer(UNDECIDED), [TRUE]: answer(TRUE) },
    steps,
  );
  return program(start, steps, view);
}

/** Number of a step; an answer is below 0. */
type Target = number;

/** Where each answer leads. */
type Exits = Readonly<Record<Truth, Target>>;

interface Step {
  readonly of: Part;
  readonly exits: Exits;
}

function answer(truth: Truth): Target {
  return truth - ANSWERS;
}

/** How many answers there are: the answer of a target below 0 is the target plus this. */
const ANSWERS = 3;

/** Adds the steps of a part; the number of its first one. */
function lead(part: Part, exits: Exits, steps: Step[]): Target {
  switch (part.kind) {
    case "not":
      return lead(
        part.part,
        { [FALSE]: exits[TRUE], [UNDECIDED]: exits[UNDECIDED], [TRUE]: exits[FALSE] },
        steps,
      );
    case "and":
    case "or":
      return leadAll(part.kind === "and" ? FALSE : TRUE, part.parts, exits, steps);
    default: {
      const known = steps.findIndex((step) => step.of === part && sameExits(step.exits, exits));
      return known >= 0 ? known : steps.push({ of: part, exits }) - 1;
    }
  }
}

/**
 * One part that says `decisive` settles the matter; if none does, one that is undecided. So there are two ways
 * through the parts that follow: while all was decided, and once something was not.
 */
function leadAll(
  decisive: typeof FALSE | typeof TRUE,
  parts: readonly Part[],
  exits: Exits,
  steps: Step[],
): Target {
  const otherwise = decisive === FALSE ? TRUE : FALSE;
  let [whileDecided, onceUndecided] = [exits[otherwise], exits[UNDECIDED]];
  for (const part of [...parts].reverse()) {
    const decided = whileDecided;
    whileDecided = lead(part, exitsOf(decisive, exits, decided, onceUndecided), steps);
    onceUndecided = lead(part, exitsOf(decisive, exits, onceUndecided, onceUndecided), steps);
  }
  return whileDecided;
}

function exitsOf(
  decisive: typeof FALSE | typeof TRUE,
  exits: Exits,
  otherwise: Target,
  undecided: Target,
): Exits {
  const settled = exits[decisive];
  return decisive === FALSE
    ? { [FALSE]: settled, [UNDECIDED]: undecided, [TRUE]: otherwise }
    : { [FALSE]: otherwise, [UNDECIDED]: undecided, [TRUE]: settled };
}

function sameExits(a: Exits, b: Exits): boolean {
  return a[FALSE] === b[FALSE] && a[UNDECIDED] === b[UNDECIDED] && a[TRUE] === b[TRUE];
}

function program(start: Target, steps: readonly Step[], view: RowView): RowTest {
  const columns = Int32Array.from(steps, ({ of }) => (of.kind === "range" ? of.range.column : NO_COLUMN));
  const lows = Float64Array.from(steps, ({ of }) => (of.kind === "range" ? of.range.low : Number.NaN));
  const highs = Float64Array.from(steps, ({ of }) => (of.kind === "range" ? of.range.high : Number.NaN));
  const targets = Int32Array.from(steps.flatMap(({ of, exits }) => targetsOf(of, exits)));
  const tests = steps.map(({ of }) => (of.kind === "test" ? of.test : () => UNDECIDED));
  return (row) => {
    let step = start;
    while (step >= 0) {
      const place = columns[step] as number;
      if (place === NO_COLUMN) {
        step = targets[step * ANSWERS + (tests[step] as RowTest)(row)] as Target;
        continue;
      }
      const value = view.columns[place]?.[row] ?? Number.NaN;
      // Of a range both hold, of a missing value neither, and of every other number one: without a branch, whose
      // outcome a processor could not foresee.
      const held = +(value >= (lows[step] as number)) + +(value <= (highs[step] as number));
      step = targets[step * ANSWERS + held] as Target;
    }
    return (step + ANSWERS) as Truth;
  };
}

/** Of a step that asks a function; a column that is not there is another matter, and always missing. */
const NO_COLUMN = -2;

/** A range leads on by how many of its bounds hold, a function by its answer. */
function targetsOf(of: Part, exits: Exits): readonly Target[] {
  if (of.kind !== "range") return [exits[FALSE], exits[UNDECIDED], exits[TRUE]];
  const { inside, outside, missing } = of.range;
  return [exits[missing], exits[outside], exits[inside]];
}
