import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, lineRemoved, type Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(more: string): string {
  return withHuman(`ramp_up young
  lasts 6 months since opened_on
${more}`);
}

/** A ramp-up with two ends. */
export const rampUp: DiagnosticRule = {
  code: "TEN2607",
  name: "ramp-up",
  severity: "error",
  spec: "§3.8.13",
  summary: "A ramp-up lasts for a length of time since a date, or until a number of rows, and not both.",
  help: "Only one of the two can say when a partner is new no longer. Two ramp-ups may run for one partner; it is in ramp-up as long as one of them runs.",
  examples: { invalid: example("  until 30 calls since opened_on\n"), valid: example("") },
  fix: "offered",
  elsewhere: { sentence: ["Lasts", "UntilRows"], says: "the other end stands here" },
};

/** Reports the second of two ends of a ramp-up. */
export function reportRampUp(site: Site, span: Span): void {
  site.say(rampUp, span, "this ramp-up ends in two ways; keep `lasts` or `until`, not both", {
    fixes: [fixOf("remove this sentence", lineRemoved(site, span))],
  });
}
