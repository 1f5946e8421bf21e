import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(to: string): string {
  return withHuman(`scorecard overall
  weight 100% to quick scaled from 80% to ${to}
  measured each calendar month
`);
}

/** A scale without a length. */
export const scoreScale: DiagnosticRule = {
  code: "TEN2882",
  name: "score-scale",
  severity: "error",
  spec: "§3.7.35",
  summary: "A metric is scaled from one number of its unit to another.",
  help: "The first value stands for 0 and the second for 100; the first may be the higher one where less is better. With two equal values there would be no way between them.",
  examples: { invalid: example("80%"), valid: example("100%") },
  fix: { none: "which values stand for 0 and for 100 is a decision of the parties" },
  elsewhere: { none: "both ends stand in one line" },
};

/** Reports a scale that cannot be. */
export function reportScoreScale(site: Site, span: Span, message: string): void {
  site.say(scoreScale, span, message);
}
