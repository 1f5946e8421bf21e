import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { relatedAt, type Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A metric that is made of itself. */
export const metricCycle: DiagnosticRule = {
  code: "TEN2404",
  name: "metric-cycle",
  severity: "error",
  spec: "§3.5.14",
  summary: "No metric is made of itself, directly or by way of others.",
  help: "A value that needs itself could never be worked out. Make one of the metrics of rows.",
  examples: {
    invalid: withCalls("metric offered number of calls\nmetric load ratio of load to offered\n"),
    valid: withCalls(
      "metric offered number of calls\nmetric waits sum of wait in calls\nmetric load ratio of waits to offered\n",
    ),
  },
  fix: { none: "which metric should be made of rows is for the author to say" },
};

/** Reports the metric that leads back to its owner. */
export function reportMetricCycle(site: Site, owner: ast.Name, name: ast.Name): void {
  const isDirect = name.text === owner.text;
  const way = isDirect ? "" : ` by way of \`${name.text}\``;
  // Where it goes by way of another, that other's declaration is the place to see.
  const related = isDirect ? [relatedAt(site, owner.span, `\`${owner.text}\` is declared here`)] : [];
  site.say(metricCycle, name.span, `metric \`${owner.text}\` is made of itself${way}`, { related });
}
