/**
 * Random agreements and rows: the reference, the memory runtime and stock json-rules-engine must agree.
 *
 * `npm test` runs 2,000 cases, `TENET_LONG=1` 200,000. Seeds count up from a fixed one, so that a run can be repeated;
 * a failure prints its seed and the shrunk agreement and rows.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { askStockEngine, judgeBoth, type Outcome } from "./agreement-of-runtimes.ts";
import { type Case, cases } from "./cases.ts";
import { record, report, statistics, unused } from "./statistics.ts";

const isLong = process.env.TENET_LONG === "1";
const wanted = isLong ? 200_000 : 2_000;
const firstSeed = Number(process.env.TENET_SEED ?? 1);
const agreementsPerChunk = 50;
/** Milliseconds for a chunk and, where it fails, for shrinking. */
const shrinkingTime = 90_000;

it(
  `gives the same verdicts everywhere, in ${wanted} cases`,
  async () => {
    const found = statistics();
    for (let seed = firstSeed; found.cases < wanted; seed += 1) {
      const judged = checkChunk(seed);
      for (const { text, outcome } of judged) {
        record(found, text, outcome);
        await checkRules(outcome, text, seed);
      }
      if (isLong && seed % 50 === 0) process.stdout.write(`${found.cases} cases\n`);
    }
    process.stdout.write(`${report(found)}\n`);
    expect(unused(found)).toEqual([]);
    expect(found.stricter / found.cases).toBeLessThan(0.01);
  },
  isLong ? 24 * 3_600_000 : 900_000,
);

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

function failure(seed: number, smallest: Case | undefined): string {
  if (smallest === undefined) return `seed ${seed} failed`;
  const { difference } = judgeBoth(smallest);
  const runs = smallest.runs.map((run) => JSON.stringify(run)).join("\n");
  return `TENET_SEED=${seed}\n${difference}\n\n${smallest.text}\n${runs}`;
}

async function checkRules(
  { prepared: { model, bundle }, results }: Outcome,
  text: string,
  seed: number,
): Promise<void> {
  if (model === null || bundle === null) return;
  for (const result of results) {
    const difference = await askStockEngine(model, bundle, result);
    if (difference !== null)
      throw new Error(`TENET_SEED=${seed}: stock json-rules-engine ${difference}\n\n${text}`);
  }
}
