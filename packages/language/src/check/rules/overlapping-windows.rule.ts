import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(step: string): string {
  return withStandard(`  requires quick at least 95%
  measured over rolling 3 months
  assessed at the end of each calendar ${step}
  needs no minimum
`);
}

/** A window that is longer than the step between its assessments. */
export const overlappingWindows: DiagnosticRule = {
  code: "TEN2518",
  name: "overlapping-windows",
  severity: "warning",
  spec: "§4.4",
  summary: "Where a window is longer than the step between assessments, one bad month counts in several verdicts.",
  help: "That may be meant, as in a score that follows the last twelve months; but whoever counts misses counts one cause several times. Assess as often as the window is long, or measure shorter windows.",
  examples: { invalid: example("month"), valid: example("quarter") },
  fix: { none: "whether the window or the step should change is a decision of the parties" },
};

/** Warns of a window that is longer than a calendar `step`. */
export function reportOverlappingWindows(site: Site, span: Span, step: string): void {
  const message = `this window is longer than a ${step.replace("_", " ")}, so the same rows count in several verdicts`;
  site.say(overlappingWindows, span, message);
}
