/**
 * Two hundred thousand random cases on every runtime: `npm run test:long`. It goes on after a disagreement, names all of
 * them, and ends with 1 if there was one.
 */
import { judgeCases } from "./differential.ts";
import { report, unused } from "./statistics.ts";

const wanted = Number(process.env.TENET_CASES ?? 200_000);
const firstSeed = Number(process.env.TENET_SEED ?? 1);
const seedsBetweenReports = 20;

let disagreements = 0;
const said = (line: string): boolean => process.stdout.write(`${line}\n`);

const found = await judgeCases(wanted, firstSeed, {
  disagreed(message) {
    disagreements += 1;
    said(message);
  },
  finished({ agreements, cases }, seed) {
    if (seed % seedsBetweenReports === 0)
      said(`seed ${seed}: ${agreements} agreements, ${cases} cases, ${disagreements} disagreements`);
  },
});
const never = unused(found);
said(report(found));
said(`constructs that no case used: ${never.length === 0 ? "none" : never.join(", ")}`);
said(`disagreements: ${disagreements}`);
process.exitCode = disagreements + never.length === 0 ? 0 : 1;
