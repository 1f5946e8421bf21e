import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(window: string): string {
  return withHuman(`scorecard overall
  weight 100% to quick scaled from 80% to 100%
  measured ${window}
  assessed at the end of each calendar month
`);
}

/** A window over which there is no score. */
export const scoreWindow: DiagnosticRule = {
  code: "TEN2883",
  name: "score-window",
  severity: "error",
  spec: "§3.7.35",
  summary: "A scorecard is measured over one stretch of the calendar, or over a rolling one.",
  help: "The metrics of a score may read different datasets, which have no newest rows in common; and scores are compared across partners, whose own years begin on different days.",
  examples: { invalid: example("over latest 100 calls"), valid: example("over rolling 3 months") },
  fix: "offered",
  elsewhere: { sentence: ["ScoreWeight"], says: "a metric with rows of its own stands here" },
};

/** Reports a window that scores do not have. */
export function reportScoreWindow(site: Site, span: Span, message: string): void {
  site.say(scoreWindow, span, message);
}
