/** The seam of what is newest, as a whole (`measure/newest-measures.ts`). */

import type { Tie } from "../measure/metric-facts.ts";
import type { NewestMeasures } from "../measure/newest-measures.ts";
import type { Run } from "../measure/run.ts";
import type { StandardJudge } from "./decision.ts";

export interface NewestEngine extends NewestMeasures {
  /** Reports rows of which a verdict asks which is newer while nothing tells (SPEC §3.2.15). */
  reportTies(judge: StandardJudge, run: Run): void;
  /** The same for a metric that consequences read over days of their own. */
  reportMetricTies(metric: string, ties: readonly Tie[], run: Run): void;
}
