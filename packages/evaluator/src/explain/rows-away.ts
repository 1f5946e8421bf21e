/** How many rows a value is from its limit, as the ways of counting them say it. */
import type { PlainComparison } from "../bundle/standard-plan.ts";
import type { Exact } from "../exact/ratio.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";

/** A value that has been compared with its limit. */
export interface Compared {
  readonly comparison: PlainComparison;
  readonly facts: MetricFacts;
  readonly cell: number;
  /** A value as it is compared: rounded where the agreement rounds. */
  readonly asked: (value: Exact) => Exact;
  readonly isMet: boolean;
  /** What the rows are called, in the plural. */
  readonly noun: string;
}

export interface RowsAway {
  readonly rows: number;
  readonly text: string;
}
