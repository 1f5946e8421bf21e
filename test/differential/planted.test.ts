/**
 * Does the differential see mistakes? Each planted one must make the memory runtime differ from the reference within
 * some random cases.
 */

import type { Bundle } from "@tenet-lang/evaluator";
import type { Model } from "@tenet-lang/language";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { cases, type Run } from "./cases.ts";
import { firstDifference, linesOfMemory, linesOfReference } from "./compare.ts";
import { mistakes } from "./planted.ts";
import { clockMistakes } from "./planted-clocks.ts";
import { consequenceMistakes } from "./planted-consequences.ts";
import { judgeInMemory, judgeReference, prepare } from "./run.ts";

/** Many agreements on few rows each: what is rare is rare among texts. */
const agreements = 800;
const runsOfEach = 2;
const seed = 7;

interface Sound {
  readonly model: Model;
  readonly bundle: Bundle;
  readonly run: Run;
  readonly reference: readonly string[];
}

const pool: Sound[] = [];

/** Cases on which both runtimes agree, so that any difference is the mistake's. */
beforeAll(() => {
  for (const { text, runs } of fc.sample(cases, { seed, numRuns: agreements })) {
    const { model, bundle } = prepare(text);
    if (model === null || bundle === null) continue;
    for (const run of runs.slice(0, runsOfEach)) {
      const reference = linesOfReference(judgeReference(model, bundle, run), run.tolerateBadRows);
      const memory = linesOfMemory(judgeInMemory(bundle, run), run.tolerateBadRows);
      if (firstDifference(memory, reference) === null) pool.push({ model, bundle, run, reference });
    }
  }
}, 900_000);

describe("a planted mistake is caught", () => {
  for (const { name, plant } of [...mistakes, ...clockMistakes, ...consequenceMistakes]) {
    it(name, () => {
      const at = pool.findIndex(({ model, bundle, run, reference }) => {
        const planted = plant(model, bundle, run);
        if (planted.bundle === bundle && planted.run === run) return false;
        const memory = linesOfMemory(judgeInMemory(planted.bundle, planted.run), run.tolerateBadRows);
        return firstDifference(memory, reference) !== null;
      });
      expect(at, `in ${pool.length} cases`).toBeGreaterThanOrEqual(0);
      process.stdout.write(`${name}: caught by case ${at + 1} of ${pool.length}\n`);
    }, 300_000);
  }
});
