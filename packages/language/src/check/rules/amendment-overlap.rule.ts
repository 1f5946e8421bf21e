import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { relatedAt, type Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(from: string): string {
  return withAgreement(`amendment autumn to prompt for partner "ACME"
  effective from 2026-10-01 until 2026-11-30
  changes limit of quick to at least 92%
  because "New building"

amendment peak to prompt for partner "ACME"
  effective from ${from} until 2026-12-31
  changes limit of quick to at least 90%
  because "Peak season"
`);
}

/** Two amendments of one limit at the same time. */
export const amendmentOverlap: DiagnosticRule = {
  code: "TEN2606",
  name: "amendment-overlap",
  severity: "error",
  spec: "§3.8.11",
  summary: "Two amendments of the same limit for the same partner do not overlap.",
  help: "Nothing says which of the two would hold; the later never silently wins. End the earlier one before the other begins.",
  examples: { invalid: example("2026-11-01"), valid: example("2026-12-01") },
  fix: "offered",
};

/** Reports the later of two amendments. */
export function reportAmendmentOverlap(
  site: Site,
  span: Span,
  earlier: string,
  earlierSite: Site,
  earlierSpan: Span,
): void {
  const message = `this overlaps \`${earlier}\`, which changes the same limit for the same partner`;
  site.say(amendmentOverlap, span, message, {
    related: [relatedAt(earlierSite, earlierSpan, `\`${earlier}\` is declared here`)],
  });
}
