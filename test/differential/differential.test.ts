/** Two thousand random cases on every runtime; `npm run test:long` judges two hundred thousand. */
import { expect, it } from "vitest";
import { judgeCases } from "./differential.ts";
import { report, unused } from "./statistics.ts";

const wanted = 2_000;
const firstSeed = Number(process.env.TENET_SEED ?? 1);

it(`gives the same verdicts everywhere, in ${wanted} cases`, async () => {
  const found = await judgeCases(wanted, firstSeed);
  process.stdout.write(`${report(found)}\n`);
  expect(unused(found)).toEqual([]);
}, 900_000);
