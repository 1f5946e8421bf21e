/** Credits, bonuses, points, escalations and ratchets of all files (SPEC §3.7). */

import type { Judging } from "./consequence-reads.ts";
import { escalationPlan } from "./escalations.ts";
import { moneyPlan } from "./money.ts";
import { pointsPlan } from "./points.ts";
import { ratchetPlan } from "./ratchets.ts";
import { checkSameMiss } from "./same-miss.ts";
import { declarationsOf } from "./scope.ts";

/** What follows from verdicts, as far as it could be made. */
export function consequencesOf(judging: Judging) {
  const { scope } = judging.world;
  const credits = declarationsOf(scope, "Credit");
  checkSameMiss(judging.world, credits);
  return {
    credits: credits.map((one) => moneyPlan(judging, one)),
    bonuses: declarationsOf(scope, "Bonus").map((one) => moneyPlan(judging, one)),
    points: declarationsOf(scope, "Points").map((one) => pointsPlan(judging, one)),
    escalations: declarationsOf(scope, "Escalation").map((one) => escalationPlan(judging, one)),
    ratchets: declarationsOf(scope, "Ratchet").map((one) => ratchetPlan(judging, one)),
  };
}
