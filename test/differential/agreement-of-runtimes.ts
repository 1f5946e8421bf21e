/**
 * The property: one text, one set of rows and one instant give the same verdicts on the reference and on the memory
 * runtime, and the reference's facts make stock json-rules-engine fire the same rules.
 */
import { type Bundle, type JudgeResult, judgeVersions } from "@tenet-lang/evaluator/all";
import { runRules } from "@tenet-lang/evaluator/engine";
import { patternEngine } from "@tenet-lang/evaluator/patterns";
import { readEarlier, restate } from "@tenet-lang/evaluator/restate";
import type { Model } from "@tenet-lang/language";
import { consequenceDecisions } from "../reference/consequences/event-decisions.ts";
import { type Decision, decisionsOf } from "../reference/decisions.ts";
import type { ReferenceResult } from "../reference/reference.ts";
import { judgeVersionsByReference, type VersionsResult } from "../reference/versions.ts";
import type { Case, Run } from "./cases.ts";
import {
  firstDifference,
  linesOfMemory,
  linesOfReference,
  linesOfVersions,
  referenceOfVersions,
  referenceRestated,
  restatedLines,
} from "./compare.ts";
import { judgeInMemory, judgeReference, type Prepared, prepare, shown } from "./run.ts";

/** What judging a case showed; `difference` is null where all agree. */
export interface Outcome {
  readonly difference: string | null;
  /** Null where the text does not check. */
  readonly prepared: Prepared;
  readonly results: readonly ReferenceResult[];
  /** What versions say together; null where there are none. */
  readonly versions: VersionsResult | null;
  /** How many verdicts of the second run the first said otherwise. */
  readonly restated: number;
}

/** Judges a case on both runtimes. A text that does not check is a difference: the generator makes texts that do. */
export function judgeBoth(one: Case): Outcome {
  const { text, runs } = one;
  const prepared = prepare(text);
  const { model, bundle } = prepared;
  const results: ReferenceResult[] = [];
  const memories: JudgeResult[] = [];
  const found = { prepared, results, versions: null, restated: 0 };
  if (model === null || bundle === null) {
    const errors = prepared.diagnostics.filter(({ severity }) => severity === "error").map(shown);
    return { ...found, difference: `does not check: ${errors.join("; ")}` };
  }
  for (const run of runs) {
    const reference = judgeReference(model, bundle, run);
    const memory = judgeInMemory(bundle, run);
    results.push(reference);
    memories.push(memory);
    const difference = compared(memory, run, reference) ?? comparedWithEarlier(memories, results);
    if (difference !== null) return { ...found, difference };
  }
  const [before, now] = results;
  const restated = before === undefined || now === undefined ? 0 : referenceRestated(now, before).length;
  return { ...found, restated, ...comparedVersions(one) };
}

/** Versions are judged together on the last run. */
function comparedVersions({ versions, runs }: Case): Pick<Outcome, "difference" | "versions"> {
  const run = runs.at(-1);
  if (versions === null || run === undefined) return noVersions;
  const given = versions.flatMap((text) => {
    const { model, bundle } = prepare(text);
    return model === null || bundle === null ? [] : [{ model, bundle }];
  });
  // What the later version changes may not check.
  if (given.length < versions.length) return noVersions;
  const { asOf, tolerateBadRows, data } = run;
  const memory = judgeVersions(
    given.map(({ bundle }) => ({ bundle, sources: data })),
    { asOf, tolerateBadRows },
  );
  const reference = judgeVersionsByReference(
    given.map(({ model, bundle }) => ({ model, resolved: bundle, data })),
    { asOf, tolerateBadRows },
  );
  const different = firstDifference(linesOfVersions(memory), referenceOfVersions(reference));
  if (different === null) return { difference: null, versions: reference };
  const said = `versions, memory:    ${different.memory}\nreference: ${different.reference}`;
  const difference = [said, ...versions, JSON.stringify(run)].join("\n");
  return { difference, versions: reference };
}

const noVersions = { difference: null, versions: null };

/** The second run of a case is compared with the first, as rows that came later are. */
function comparedWithEarlier(
  [first, second, ...others]: readonly JudgeResult[],
  [before, now]: readonly ReferenceResult[],
): string | null {
  if (first === undefined || second === undefined || before === undefined || now === undefined) return null;
  if (others.length > 0 || first.problems.length + second.problems.length > 0) return null;
  const earlier = readEarlier(JSON.stringify(first));
  if (typeof earlier === "string") return earlier;
  const different = firstDifference(restatedLines(restate(second, earlier)), referenceRestated(now, before));
  return different && `restated, memory:    ${different.memory}\nreference: ${different.reference}`;
}

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

/** Verdicts of a run whose decisions are put to the stock engine: about the whole, and one about a group or window. */
const mostVerdicts = 2;

/**
 * Puts decisions of a case to stock json-rules-engine; null where it fires what must fire. `turn` chooses the verdicts
 * over which events are counted.
 */
export async function askStockEngine(
  model: Model,
  bundle: Bundle,
  result: ReferenceResult,
  turn: number,
): Promise<string | null> {
  const asked = [
    ...someDecisions(model, bundle, result),
    ...consequenceDecisions(model, bundle, result, turn),
  ];
  for (const { facts, expected } of asked) {
    const rules = bundle.rules.filter(({ name }) => expected.has(name));
    if (rules.length === 0) continue;
    const fired = await runRules(rules, facts, patternEngine);
    const wanted = [...expected].filter(([, must]) => must).map(([name]) => name);
    if (fired.join() !== [...wanted].sort().join())
      return `fired ${fired.join()}, wanted ${wanted.sort().join()}`;
  }
  return null;
}

/** Decisions of verdicts that are spread over the run; those that measured something first. */
function someDecisions(
  model: Model,
  bundle: Bundle,
  { verdicts, world }: ReferenceResult,
): readonly Decision[] {
  const measured = verdicts.filter(({ limits }) => limits.length > 0);
  const all = measured.length > 0 ? measured : verdicts;
  const step = Math.max(1, Math.floor(all.length / mostVerdicts));
  const chosen = all.filter((_, at) => at % step === step - 1).slice(0, mostVerdicts);
  return chosen.flatMap((verdict, at) => {
    const standard = model.standards.find(({ name }) => name === verdict.standard);
    const plan = bundle.standards.find(({ name }) => name === verdict.standard);
    if (standard === undefined || plan === undefined) return [];
    const [own, ...others] = decisionsOf(verdict, standard, plan, world);
    return [own, others[(at + others.length - 1) % others.length]].filter((one) => one !== undefined);
  });
}
