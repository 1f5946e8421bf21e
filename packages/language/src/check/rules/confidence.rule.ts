import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(percent: string): string {
  return withStandard(`  requires quick at least 95%
  measured each calendar month
  needs no minimum
  judged with ${percent} confidence otherwise not_enough_data
`);
}

/** Confidence that has no table, or of a metric that has no interval. */
export const confidence: DiagnosticRule = {
  code: "TEN2522",
  name: "confidence",
  severity: "error",
  spec: "§3.6.35",
  summary:
    "A standard is judged with 80%, 90%, 95% or 99% confidence, and its limits are on percentages of rows, averages or net scores.",
  help: "A missed limit then counts only if chance does not explain it. How far chance reaches is known for a percentage of rows, for an average and for a net score; of a limit against peers it is not.",
  examples: { invalid: example("97%"), valid: example("95%") },
  fix: "offered",
  elsewhere: { none: "the percentage is wrong by itself" },
};

/** Reports what cannot be judged with confidence. */
export function reportConfidence(site: Site, span: Span, message: string): void {
  site.say(confidence, span, message);
}
