import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(on: string): string {
  return withMoney(`escalation slow_again${on}
  step letter when missed 2 times in rolling 3 months
`);
}

/** An event without a standard whose verdicts it counts. */
export const eventNeedsStandard: DiagnosticRule = {
  code: "TEN2834",
  name: "event-needs-standard",
  severity: "error",
  spec: "§3.7.26",
  summary: "An event counts the verdicts of one standard, which is named.",
  help: "Write `on STANDARD` after the name of the declaration. A step may instead compare verdicts by name: `when prompt is missed`.",
  examples: { invalid: example(""), valid: example(" on prompt") },
  fix: "offered",
  elsewhere: { head: "own", says: "no standard is named here" },
};

/** Reports an event where no standard is named; `what` is what asks for it. */
export function reportEventNeedsStandard(site: Site, span: Span, what: string): void {
  site.say(eventNeedsStandard, span, `${what} counts verdicts of a standard, and none is named`);
}
