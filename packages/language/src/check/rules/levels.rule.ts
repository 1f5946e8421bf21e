import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(last: string): string {
  return withHuman(`tiers class
  level gold when prompt is met
  level basic ${last}
  assessed on day 1 of each calendar quarter
`);
}

/** Levels that leave somebody out. */
export const levels: DiagnosticRule = {
  code: "TEN2884",
  name: "levels",
  severity: "error",
  spec: "§3.7.37",
  summary: "The last level of tiers, and no other, says `otherwise`.",
  help: "Levels are read from the first to the last, and everybody reaches one of them. A level without a condition before the last would hide those after it; a last one with a condition would leave some without any.",
  examples: { invalid: example("when prompt is missed"), valid: example("otherwise") },
  fix: "offered",
  elsewhere: { sentence: ["Level"], says: "another level stands here" },
};

/** Reports levels that leave somebody out, or are never reached. */
export function reportLevels(site: Site, span: Span, message: string): void {
  site.say(levels, span, message);
}
