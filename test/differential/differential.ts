/**
 * Random agreements and rows: the reference, the memory runtime and stock json-rules-engine must agree.
 *
 * `differential.test.ts` judges 2,000 cases, `long.ts` 200,000. Seeds count up from a fixed one, so that a run can be
 * repeated; a failure gives its seed and the shrunk agreement and rows.
 */
import fc from "fast-check";
import { askStockEngine, judgeBoth, type Outcome } from "./agreement-of-runtimes.ts";
import { type Case, cases } from "./cases.ts";
import { record, type Statistics, statistics } from "./statistics.ts";

const agreementsPerChunk = 50;
/** Milliseconds for a chunk and, where it fails, for shrinking. */
const shrinkingTime = 90_000;

/** What a long run is told while it goes on. */
export interface Listener {
  /** Two runtimes disagree; the rest of the seed's cases is left out. Without a listener it is thrown. */
  disagreed(message: string): void;
  finished(found: Statistics, seed: number): void;
}

/** Judges so many cases from a seed on. */
export async function judgeCases(
  wanted: number,
  firstSeed: number,
  listener: Listener | null = null,
): Promise<Statistics> {
  const found = statistics();
  for (let seed = firstSeed; found.cases < wanted; seed += 1) {
    try {
      await judgeSeed(seed, found);
    } catch (error) {
      if (listener === null) throw error;
      listener.disagreed(error instanceof Error ? error.message : String(error));
    }
    listener?.finished(found, seed);
  }
  return found;
}

async function judgeSeed(seed: number, found: Statistics): Promise<void> {
  for (const { text, outcome } of checkChunk(seed)) {
    record(found, text, outcome);
    await checkRules(outcome, text, seed);
  }
}

interface Judged {
  readonly text: string;
  readonly outcome: Outcome;
}

/** Judges the agreements of one seed; a disagreement is shrunk and thrown. */
function checkChunk(seed: number): readonly Judged[] {
  const judged: Judged[] = [];
  const property = fc.property(cases, (one) => {
    const outcome = judgeBoth(one);
    judged.push({ text: one.text, outcome });
    return outcome.difference === null;
  });
  const result = fc.check(property, {
    seed,
    numRuns: agreementsPerChunk,
    interruptAfterTimeLimit: shrinkingTime,
  });
  if (result.failed) throw new Error(failure(seed, result.counterexample?.[0]));
  return judged;
}

/** The shrunk agreement, and the first of its runs on which the runtimes disagree. */
function failure(seed: number, smallest: Case | undefined): string {
  if (smallest === undefined) return `seed ${seed} failed`;
  const { difference, results } = judgeBoth(smallest);
  const run = smallest.runs[Math.max(0, results.length - 1)];
  return `TENET_SEED=${seed}\n${difference}\n\n${smallest.text}\n${JSON.stringify(run)}`;
}

async function checkRules(
  { prepared: { model, bundle }, results }: Outcome,
  text: string,
  seed: number,
): Promise<void> {
  if (model === null || bundle === null) return;
  for (const [at, result] of results.entries()) {
    const difference = await askStockEngine(model, bundle, result, seed + at);
    if (difference !== null)
      throw new Error(`TENET_SEED=${seed}: stock json-rules-engine ${difference}\n\n${text}`);
  }
}
