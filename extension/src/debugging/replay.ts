/**
 * A test, retraced, as a line of places to stop at: which comes next, which before, and what is known at each. It is a
 * recording: the server has run the test once, and nothing here works anything out.
 */
import type {
  DecisionStep,
  ExpectationSteps,
  NamedValue,
  TestSteps,
} from "@tenet-lang/language-server/requests";

/** A sentence to stop at. */
export interface Stop {
  readonly expectation: ExpectationSteps;
  /** Its place among what the test expects. */
  readonly place: number;
  readonly step: DecisionStep;
  /** The place of the step among those of the expectation. */
  readonly index: number;
}

/** All stops of a test, in the order in which they are walked; each address spelled in the one way. */
export function stopsOf({ expectations }: TestSteps, spelled: (uri: string) => string): readonly Stop[] {
  const placed = ({ location, ...step }: DecisionStep): DecisionStep => ({
    ...step,
    location: { ...location, uri: spelled(location.uri) },
  });
  return expectations
    .map((one) => ({ ...one, steps: one.steps.map(placed) }))
    .flatMap((expectation, place) =>
      expectation.steps.map((step, index) => ({ expectation, place, step, index })),
    );
}

/** What goes by a name at a stop: of all that was read for its expectation so far, the newest of each name. */
export function knownAt({ expectation, index }: Stop): readonly NamedValue[] {
  const read = expectation.steps.slice(0, index + 1).flatMap(({ values }) => values);
  return [...new Map(read.filter(({ lasts }) => lasts).map((value) => [value.name, value])).values()];
}

/** The value of a name at a stop: what the sentence itself reads goes before what was known. */
export function namedAt(stop: Stop, name: string): NamedValue | undefined {
  const isAsked = (value: NamedValue): boolean => value.name === name;
  return stop.step.values.find(isAsked) ?? knownAt(stop).find(isAsked);
}

/** What the test expects, each as far as the walk has come. */
export function outcomesAt({ expectations }: TestSteps, stop: Stop): readonly NamedValue[] {
  return expectations.map(({ title, steps }, at) => {
    const isReached = at < stop.place || (at === stop.place && stop.index === steps.length - 1);
    return { name: title, value: isReached ? (steps.at(-1)?.short ?? "") : "not reached yet", lasts: true };
  });
}

/** The stop at which the expectation of a stop is held against what was found; the next one's, where that is this. */
export function endOfExpectation(stops: readonly Stop[], at: number): number {
  const isLast = ({ expectation, index }: Stop): boolean => index === expectation.steps.length - 1;
  return stops.findIndex((stop, index) => index > at && isLast(stop));
}

/** Where a breakpoint of a line takes hold, or why it does not. Lines are counted from 0. */
export type Held = { readonly line: number } | { readonly reason: string };

/** On a line that a sentence goes on to, it takes hold where the sentence begins. */
export function heldAt(stops: readonly Stop[], file: string, line: number): Held {
  const own = stops.map(({ step }) => step.location).filter(({ uri }) => uri === file);
  const begins = own.find(({ range }) => range.start.line === line);
  const covers = begins ?? own.find(({ range }) => range.start.line < line && line <= range.end.line);
  if (covers !== undefined) return { line: covers.range.start.line };
  return {
    reason:
      own.length === 0
        ? "this test reads nothing in this file"
        : "this test reads no sentence on this line; it stops at those that decide what it expects",
  };
}
