import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

const METRICS = `metric offered number of calls
metric waits sum of wait in calls
`;

/** A sentence about rows in a metric that has no rows of one dataset. */
export const metricRows: DiagnosticRule = {
  code: "TEN2406",
  name: "metric-rows",
  severity: "error",
  spec: "§3.5.17",
  summary: "`dated` and `counts at most` speak of the rows of one dataset.",
  help: "A metric that is made of other metrics has no rows of its own: write the sentence in those metrics. A rate of two datasets has rows of both.",
  examples: {
    invalid: withCalls(`${METRICS}metric load ratio of waits to offered\n  dated started_at\n`),
    valid: withCalls(
      `${METRICS.replace("in calls\n", "in calls\n  dated started_at\n")}metric load ratio of waits to offered\n`,
    ),
  },
  fix: "offered",
  elsewhere: { head: "own", says: "what the metric is made of stands here" },
};

/** Reports a sentence (by its opening words) in a metric without rows of one dataset; `why` says why it has none. */
export function reportMetricRows(site: Site, span: Span, words: string, why: string): void {
  site.say(metricRows, span, `\`${words}\` speaks of the rows of one dataset, and ${why}`);
}
