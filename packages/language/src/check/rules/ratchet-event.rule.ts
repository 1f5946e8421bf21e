import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(count: string): string {
  return withMoney(`ratchet quicker on prompt
  when met${count}
  raises limit to halfway between limit and average
`);
}

/** A ratchet without a row of verdicts to average. */
export const ratchetEvent: DiagnosticRule = {
  code: "TEN2842",
  name: "ratchet-event",
  severity: "error",
  spec: "§3.7.32",
  summary: "A ratchet acts on so many verdicts in a row, and averages their values.",
  help: "Write `when met 12 months in a row`, in the span that the standard is measured or assessed each.",
  examples: { invalid: example(" 3 times in rolling 12 months"), valid: example(" 12 months in a row") },
  fix: "offered",
  elsewhere: { sentence: ["RaisesLimit"], says: "the average is asked for here" },
};

/** Reports an event that is no row. */
export function reportRatchetEvent(site: Site, span: Span): void {
  const message =
    "the average is taken over verdicts in a row: write how many, as in `met 12 months in a row`";
  site.say(ratchetEvent, span, message);
}
