/** Which metrics a standard reads (SPEC §4.1.16). */
import type { StandardPlan } from "../bundle/standard-plan.ts";

/** Names of the metrics that a standard reads: in limits, tolerances, gates, warnings and `needs`. */
export function metricsOf(standard: StandardPlan): readonly string[] {
  const limits = standard.requires.flatMap(({ alternatives }) => alternatives);
  return [
    ...new Set([
      ...limits.map(({ metric }) => metric),
      ...limits.flatMap(({ tolerates }) => tolerates?.metric ?? []),
      ...standard.gateMetrics,
      ...standard.warningMetrics,
      ...(standard.needs?.counts.kind === "metric" ? [standard.needs.counts.name] : []),
    ]),
  ];
}
