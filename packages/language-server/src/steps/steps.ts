/**
 * How expectations of a test came about, sentence by sentence: what the evaluator said of each, told in the order in
 * which it asked.
 *
 * Nothing is judged here. A verdict explains itself (limits in force, exact values, rows, reasons), the evaluator adds
 * which of its questions decided, and this folder finds the sentence of each in the text: a step. `standard-steps`
 * orders them as SPEC §4.1.1 does, `limit-steps` and `metric-steps` tell the figures, `other-steps` what is no
 * standard's; the last step is always the test's own sentence.
 */
import type { Finding, Verdict } from "@tenet-lang/evaluator";
import type { Model, Tried } from "@tenet-lang/language";
import { metricSteps } from "./metric-steps.ts";
import { findingSteps, termSteps } from "./other-steps.ts";
import { declared, headOf, placeAt, type Sentences } from "./sentences.ts";
import { standardSteps } from "./standard-steps.ts";
import { figure, type Place, type Step, stepAt } from "./step.ts";

export type { Sentences } from "./sentences.ts";
export type { Place, Step } from "./step.ts";

/** One expectation, retraced. */
export interface Retraced {
  /** `punctual for P1 in 2026-01` */
  readonly title: string;
  /** Where what is expected of is declared. */
  readonly place: Place | null;
  readonly steps: readonly Step[];
}

/** Retraces what came of an expectation. */
export function retrace(tried: Tried, model: Model, sentences: Sentences): Retraced {
  const { subject, party, period } = tried.expect;
  const steps = foundSteps(tried, model, sentences);
  return {
    title: `${subject} for ${party} in ${period}`,
    place: placeOf(tried, sentences),
    steps: [...steps, ...expectSteps(tried, sentences)],
  };
}

function foundSteps(tried: Tried, model: Model, sentences: Sentences): readonly Step[] {
  const { found, expect } = tried;
  if (found === null) return [];
  if (!isVerdict(found)) return findingSteps(sentences, found);
  const reading = { sentences, model, metrics: found.metrics, told: new Set<Verdict["metrics"][number]>() };
  if (expect.kind === "metric") return metricSteps(reading, [expect.subject]);
  const standard = declared(sentences, "Standard", found.standard);
  if (tried.decided === null || standard === null) return termSteps(sentences, found);
  return standardSteps({ ...reading, verdict: found, decided: tried.decided, standard });
}

function placeOf({ found, expect }: Tried, sentences: Sentences): Place | null {
  if (expect.kind === "metric") return headOf(declared(sentences, "Metric", expect.subject));
  return placeAt(sentences, found === null ? expect.origin : found.origin);
}

/** The sentence of the test, held against what was found. */
function expectSteps({ expect, result }: Tried, sentences: Sentences): readonly Step[] {
  const { expected, actual, passed } = result;
  const says = `Expected ${expected}, found ${actual}: ${passed ? "this holds" : "this does not hold"}`;
  return stepAt(placeAt(sentences, expect.origin), says, passed ? "holds" : `found ${briefly(actual)}`, [
    figure("expected", expected),
    figure("found", actual),
    figure("holds", passed ? "yes" : "no"),
  ]);
}

/** Without what follows a semicolon: a hint at what was found elsewhere. */
function briefly(actual: string): string {
  return actual.split(";")[0] ?? actual;
}

function isVerdict(found: Verdict | Finding): found is Verdict {
  return "verdict" in found;
}
