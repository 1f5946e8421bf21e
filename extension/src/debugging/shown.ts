/**
 * What a stop shows: frames, scopes and variables. Whoever reads them may never have seen a debugger, so each says in
 * plain words what it is.
 */
import type { DecisionStep, NamedValue, TestSteps } from "@tenet-lang/language-server/requests";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { knownAt, outcomesAt, type Stop } from "./replay.ts";

/** Three frames: the sentence, what something is expected of, and the test. */
const [SENTENCE, EXPECTED, TEST] = [1, 2, 3];
/** Variables are of a stop and not of a frame, so a scope has a number of its own. */
const [READ, KNOWN, OUTCOMES] = [1, 2, 3];

/** The frames of a stop, the sentence first. */
export function framesAt(
  { label, location }: TestSteps,
  { step, expectation }: Stop,
  firstLine: number,
): readonly DebugProtocol.StackFrame[] {
  const test = location === null ? [] : [frame(TEST, `test: ${label}`, location, firstLine)];
  return [
    frame(SENTENCE, step.says, step.location, firstLine),
    frame(EXPECTED, expectation.title, expectation.location, firstLine),
    ...test,
  ];
}

/**
 * By its line alone: VS Code would select a sentence whose end it knew, and the next key would write over it; and within
 * a line it would put a sign between the words.
 */
function frame(
  id: number,
  name: string,
  { uri, range: { start } }: DecisionStep["location"],
  firstLine: number,
): DebugProtocol.StackFrame {
  return { id, name, source: sourceOf(uri), line: start.line + firstLine, column: 1 };
}

/** A file, by its address. */
export function sourceOf(uri: string): DebugProtocol.Source {
  return { path: uri, name: decodeURIComponent(uri.split("/").at(-1) ?? uri) };
}

/** What a frame has to show, each under a heading. */
export function scopesOf(frameId: number): readonly DebugProtocol.Scope[] {
  const known = scope("Known so far", KNOWN);
  if (frameId === SENTENCE) return [scope("Read in this sentence", READ), known];
  return frameId === EXPECTED ? [known] : [scope("What the test expects", OUTCOMES)];
}

function scope(name: string, variablesReference: number): DebugProtocol.Scope {
  return { name, variablesReference, expensive: false };
}

/** What stands under a heading. */
export function variablesIn(
  reference: number,
  stop: Stop,
  test: TestSteps,
): readonly DebugProtocol.Variable[] {
  const isEvaluable = reference !== OUTCOMES;
  return valuesIn(reference, stop, test).map(({ name, value }) => ({
    ...{ name, value, variablesReference: 0 },
    ...(isEvaluable ? { evaluateName: name } : {}),
  }));
}

function valuesIn(reference: number, stop: Stop, test: TestSteps): readonly NamedValue[] {
  switch (reference) {
    case READ:
      return stop.step.values;
    case KNOWN:
      return knownAt(stop);
    case OUTCOMES:
      return [{ name: "rows read up to", value: test.readUpTo, lasts: true }, ...outcomesAt(test, stop)];
    default:
      return [];
  }
}
