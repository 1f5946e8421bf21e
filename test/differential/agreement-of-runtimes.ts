/**
 * The property: one text, one set of rows and one instant give the same verdicts on the reference and on the memory
 * runtime, and the reference's facts make stock json-rules-engine fire the same rules.
 */
import type { Bundle, JudgeResult } from "@tenet-lang/evaluator";
import { runRules } from "@tenet-lang/evaluator/engine";
import { patternEngine } from "@tenet-lang/evaluator/patterns";
import type { Model } from "@tenet-lang/language";
import { type Decision, decisionsOf } from "../reference/decisions.ts";
import type { ReferenceResult } from "../reference/reference.ts";
import type { Case, Run } from "./cases.ts";
import { firstDifference, linesOfMemory, linesOfReference } from "./compare.ts";
import { judgeInMemory, judgeReference, type Prepared, prepare, shown } from "./run.ts";

/** What judging a case showed; `difference` is null where all agree. */
export interface Outcome {
  readonly difference: string | null;
  /** Null where the text does not check. */
  readonly prepared: Prepared;
  readonly results: readonly ReferenceResult[];
  /** Runs that memory alone refuses, for ties that the reference finds harmless. */
  readonly stricter: number;
}

/** Judges a case on both runtimes. A text that does not check is a difference: the generator makes texts that do. */
export function judgeBoth({ text, runs }: Case): Outcome {
  const prepared = prepare(text);
  const { model, bundle } = prepared;
  const results: ReferenceResult[] = [];
  if (model === null || bundle === null) {
    const errors = prepared.diagnostics.filter(({ severity }) => severity === "error").map(shown);
    return { difference: `does not check: ${errors.join("; ")}`, prepared, results, stricter: 0 };
  }
  let stricter = 0;
  for (const run of runs) {
    const reference = judgeReference(model, bundle, run);
    const memory = judgeInMemory(bundle, run);
    results.push(reference);
    if (isStricterOnTies(memory, reference)) stricter += 1;
    else {
      const difference = compared(memory, run, reference);
      if (difference !== null) return { difference, prepared, results, stricter };
    }
  }
  return { difference: null, prepared, results, stricter };
}

/**
 * Known gap (§3.2.15): memory stops the run for every undecided tie among loaded columns, also where the window is not
 * judged or the standard reads none of the fields that differ. It errs on the safe side; the test counts such runs.
 */
const isStricterOnTies = (memory: JudgeResult, reference: ReferenceResult): boolean =>
  memory.problems.length > 0 &&
  !reference.isRefused &&
  memory.data.some(({ errors }) => errors.some(({ code }) => code === "TEN4033"));

function compared(memory: JudgeResult, run: Run, reference: ReferenceResult): string | null {
  const different = firstDifference(
    linesOfMemory(memory, run.tolerateBadRows),
    linesOfReference(reference, run.tolerateBadRows),
  );
  if (different === null) return null;
  const reasons = [
    ...memory.problems.map(({ message }) => message),
    ...reference.errors.map(({ reason }) => reason),
  ];
  return `memory:    ${different.memory}\nreference: ${different.reference}\n${reasons.slice(0, 3).join("; ")}`;
}

/** Most different decisions of a case that are put to the stock engine. */
const mostDecisions = 8;

/** Puts decisions of a case to stock json-rules-engine; null where it fires what must fire. */
export async function askStockEngine(
  model: Model,
  bundle: Bundle,
  result: ReferenceResult,
): Promise<string | null> {
  for (const { facts, expected } of someDecisions(model, bundle, result)) {
    const rules = bundle.rules.filter(({ name }) => expected.has(name));
    if (rules.length === 0) continue;
    const fired = await runRules(rules, facts, patternEngine);
    const wanted = [...expected].filter(([, must]) => must).map(([name]) => name);
    if (fired.join() !== [...wanted].sort().join())
      return `fired ${fired.join()}, wanted ${wanted.sort().join()}`;
  }
  return null;
}

/** Different decisions, spread over the verdicts. */
function someDecisions(
  model: Model,
  bundle: Bundle,
  { verdicts, world }: ReferenceResult,
): readonly Decision[] {
  const all = verdicts.flatMap((verdict) => {
    const standard = model.standards.find(({ name }) => name === verdict.standard);
    const plan = bundle.standards.find(({ name }) => name === verdict.standard);
    return standard === undefined || plan === undefined ? [] : decisionsOf(verdict, standard, plan, world);
  });
  const different = new Map(all.map((decision) => [keyOf(decision), decision]));
  const step = Math.max(1, Math.floor(different.size / mostDecisions));
  return [...different.values()].filter((_, at) => at % step === 0).slice(0, mostDecisions);
}

/** Equal facts decide equally, whenever they were known. */
function keyOf({ facts, expected }: Decision): string {
  const { day: _, ...others } = facts;
  return JSON.stringify([others, [...expected]], (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
}
