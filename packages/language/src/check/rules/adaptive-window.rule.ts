import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(last: string): string {
  return withStandard(`  requires quick at least 95%
  measured over rolling 1 month when offered at least 400
  measured over rolling 12 months${last}
  assessed at the end of each calendar year
  needs no minimum
`);
}

/** Several windows that do not settle which one holds. */
export const adaptiveWindow: DiagnosticRule = {
  code: "TEN2508",
  name: "adaptive-window",
  severity: "error",
  spec: "§3.6.26",
  summary:
    "Of several `measured` sentences all but the last have a condition, the last is `otherwise`, and none is a calendar window.",
  help: "The first window whose condition holds on its own rows is judged. Calendar periods of different lengths end on different days, so they cannot stand in for each other.",
  examples: { invalid: example(""), valid: example(" otherwise") },
  fix: "offered",
  elsewhere: { sentence: ["Measured"], says: "an earlier window stands here" },
};

const MESSAGES = {
  alone: "a single window holds always, so it is not `otherwise`",
  "no-otherwise": "the last of several windows holds where no other does: write `otherwise`",
  "no-when": "a window before the last needs a condition: write `when`",
  calendar: "a window that depends on a condition is rolling or latest, not a calendar window",
} as const;

/** Reports a `measured` sentence of an adaptive standard. */
export function reportAdaptive(site: Site, span: Span, what: keyof typeof MESSAGES): void {
  site.say(adaptiveWindow, span, MESSAGES[what]);
}
