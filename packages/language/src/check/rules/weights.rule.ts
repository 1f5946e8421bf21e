import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(second: string): string {
  return withMoney(`standard quicker "Calls are answered at once"
  requires quick at least 99%
  measured each calendar month
  needs no minimum

credit slow_calls
  puts 5% of monthly_fee at risk each calendar month
  weight 60% to prompt when missed
  weight ${second}% to quicker when missed
`);
}

/** Weights that do not add up. */
export const weights: DiagnosticRule = {
  code: "TEN2856",
  name: "weights",
  severity: "error",
  spec: "§3.7.11",
  summary: "Weights are above 0, each name has one, and together they are no more than 100%.",
  help: "A weight is the part of what is at risk that one miss costs. Where they come to more than 100%, a `capped` must say how much is lost at most.",
  examples: { invalid: example("50"), valid: example("40") },
  fix: "offered",
  elsewhere: { sentence: ["MissWeight"], says: "another weight stands here" },
};

/** Reports what is wrong with a weight. */
export function reportWeights(site: Site, span: Span, message: string): void {
  site.say(weights, span, message);
}
