/**
 * Bands: conditions of which the first that is true holds. One that no value can reach is a mistake (SPEC §3.7.21).
 *
 * Only single comparisons of one thing with values are compared with each other; what else a condition may say is
 * taken to be reachable. Numbers are stretches of the number line, everything else is a set of values.
 */
import type { Condition, Literal, Ratio } from "@tenet-lang/evaluator";
import type { Span } from "../source/source-file.ts";
import { compareRatios } from "./exact.ts";
import { reportUnreachableBand } from "./rules/unreachable-band.rule.ts";
import type { Site } from "./site.ts";

/** A band: null holds for all that is left, undefined is not known. */
export interface Band {
  readonly span: Span;
  readonly condition: Condition | null | undefined;
}

/** Reports the first band that cannot be reached. */
export function checkBands(site: Site, bands: readonly Band[]): boolean {
  for (const [index, band] of bands.entries()) {
    const earlier = bands.slice(0, index);
    const all = earlier.find(({ condition }) => condition === null);
    const hiding = all ?? (isCovered(band, earlier) ? earlier.at(-1) : undefined);
    if (hiding === undefined) continue;
    reportUnreachableBand(site, band.span, hiding.span, all !== undefined);
    return false;
  }
  return true;
}

type Comparison = Extract<Condition, { readonly kind: "compare" }>;

function isCovered({ condition }: Band, earlier: readonly Band[]): boolean {
  if (!isSingle(condition)) return false;
  const left = JSON.stringify(condition.left);
  const before = earlier
    .map((band) => band.condition)
    .filter(isSingle)
    .filter((other) => JSON.stringify(other.left) === left);
  if (before.length === 0) return false;
  const stretches = stretchesOf(condition);
  if (stretches === null) return valuesCovered(condition, before);
  const covering = before.flatMap((other) => stretchesOf(other) ?? []);
  return stretches.every((stretch) => isFilled(stretch, covering));
}

function isSingle(condition: Condition | null | undefined): condition is Comparison {
  return condition?.kind === "compare" && condition.right.every(({ kind }) => kind !== "field");
}

/** A place between numbers: just before a number, or just after it; null is the end of the line. */
type Cut = { readonly at: Ratio; readonly side: 0 | 1 } | null;
interface Stretch {
  readonly low: Cut;
  readonly high: Cut;
}

/** Where on the number line a comparison is true; null for what is no number. */
function stretchesOf({ operator, right }: Comparison): readonly Stretch[] | null {
  const numbers = right.filter((literal) => literal.kind === "number").map(({ value }) => value);
  const [first, second = first] = numbers;
  if (first === undefined || second === undefined || numbers.length !== right.length) return null;
  const before = (at: Ratio): Cut => ({ at, side: 0 });
  const after = (at: Ratio): Cut => ({ at, side: 1 });
  switch (operator) {
    case "at_least":
      return [{ low: before(first), high: null }];
    case "more_than":
      return [{ low: after(first), high: null }];
    case "at_most":
      return [{ low: null, high: after(first) }];
    case "less_than":
      return [{ low: null, high: before(first) }];
    case "between":
      return [{ low: before(first), high: after(second) }];
    case "is":
    case "is_one_of":
      return numbers.map((at) => ({ low: before(at), high: after(at) }));
    case "is_not":
      return [
        { low: null, high: before(first) },
        { low: after(first), high: null },
      ];
    default:
      return null;
  }
}

/** Whether the stretches together leave no gap in one. */
function isFilled({ low, high }: Stretch, covering: readonly Stretch[]): boolean {
  const sorted = [...covering].sort((a, b) => compareLows(a.low, b.low));
  let reached = low;
  let isOpen = true;
  for (const stretch of sorted) {
    if (!isOpen || compareLows(stretch.low, reached) > 0) break;
    if (stretch.high === null) return true;
    if (reached === null || compareCuts(stretch.high, reached) > 0) reached = stretch.high;
    if (high !== null && reached !== null && compareCuts(reached, high) >= 0) isOpen = false;
  }
  return !isOpen;
}

/** Cuts at the low ends of stretches: null is before everything. */
function compareLows(a: Cut, b: Cut): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareCuts(a, b);
}

function compareCuts(a: NonNullable<Cut>, b: NonNullable<Cut>): number {
  return compareRatios(a.at, b.at) || a.side - b.side;
}

/** Whether each of a few values is true of an earlier comparison. */
function valuesCovered({ operator, right }: Comparison, before: readonly Comparison[]): boolean {
  if (operator !== "is" && operator !== "is_one_of") {
    return before.some((other) => other.operator === operator && sameValues(other.right, right));
  }
  return right.every((value) => before.some((other) => accepts(other, value)));
}

function accepts({ operator, right }: Comparison, value: Literal): boolean {
  const isAmong = right.some((other) => sameValues([other], [value]));
  if (operator === "is" || operator === "is_one_of") return isAmong;
  return operator === "is_not" && !isAmong;
}

function sameValues(a: readonly Literal[], b: readonly Literal[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
