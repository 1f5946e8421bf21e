import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(limit: string): string {
  return withStandard(`  requires quick at least 95%
  tolerates fewer than 3 offered for ${limit}
  measured each calendar month
  needs no minimum
`);
}

/** A tolerance that turns nothing. */
export const tolerance: DiagnosticRule = {
  code: "TEN2511",
  name: "tolerance",
  severity: "error",
  spec: "§3.6.15",
  summary:
    "`tolerates` names a `number of` metric and one limit of this standard, which has no other tolerance.",
  help: "Below the number, that limit alone is met. It counts rows, so that a small partner does not miss a percentage by one or two of them.",
  examples: { invalid: example("offered"), valid: example("quick") },
  fix: "offered",
};

/** Reports what is wrong with a tolerance. */
export function reportTolerance(site: Site, span: Span, message: string): void {
  site.say(tolerance, span, message);
}
