import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(weight: string): string {
  return withHuman(`scorecard overall
  weight 60% to quick scaled from 80% to 100%
  weight ${weight} to ranked scaled from 1 to 5
  measured each calendar month
`);
}

/** Weights that do not make a whole. */
export const scoreWeights: DiagnosticRule = {
  code: "TEN2881",
  name: "score-weights",
  severity: "error",
  spec: "§3.7.35",
  summary: "The weights of a scorecard add up to 100%, and no metric is weighted twice.",
  help: "A score runs from 0 to 100, so all weights together are the whole of it, neither more nor less.",
  examples: { invalid: example("50%"), valid: example("40%") },
  fix: "offered",
  elsewhere: { sentence: ["ScoreWeight"], says: "another weight stands here" },
};

/** Reports weights that make no whole. */
export function reportScoreWeights(site: Site, span: Span, message: string): void {
  site.say(scoreWeights, span, message);
}
