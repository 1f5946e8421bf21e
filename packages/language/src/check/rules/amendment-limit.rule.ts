import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { listWords } from "../types.ts";
import { withAgreement } from "./example-files.ts";

function example(metric: string, limit: string): string {
  return withAgreement(`metric offered number of calls

amendment peak to prompt for partner "ACME"
  effective from 2026-11-01 until 2026-12-31
  changes limit of ${metric} to at least ${limit}
  because "Peak season"

test counted "Offered calls are counted"
  given calls for "ACME" in 2026-01
  | rows |
  | 3    |
  expect offered for "ACME" in 2026-01 is 3
`);
}

/** An amendment of a limit that is not there, or not the only one. */
export const amendmentLimit: DiagnosticRule = {
  code: "TEN2604",
  name: "amendment-limit",
  severity: "error",
  spec: "§3.8.8",
  summary: "An amendment changes one limit, and its standard has exactly one on that metric.",
  help: "It replaces the whole limit, with all its rows. If the standard has two limits on a metric, join them with `from … to …` or make metrics of different names.",
  examples: { invalid: example("offered", "90%"), valid: example("quick", "90%") },
  fix: "offered",
};

/** Reports a metric on which the standard has none or several of its `limits`. */
export function reportAmendmentLimit(
  site: Site,
  metric: ast.Name,
  standard: string,
  count: number,
  limits: readonly string[],
): void {
  const message =
    count === 0
      ? `\`${standard}\` has no limit on \`${metric.text}\`; it has limits on ${listWords([...new Set(limits)])}`
      : `\`${standard}\` has ${count} limits on \`${metric.text}\`, so it is not clear which one changes`;
  site.say(amendmentLimit, metric.span, message);
}
