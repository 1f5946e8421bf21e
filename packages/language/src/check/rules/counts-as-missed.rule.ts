import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(span: string): string {
  return withHuman(`duty reaction by partner
  recorded in papers
  due within 15 days after each calendar ${span}
  if missed prompt counts as missed
`);
}

/** A missed duty that can be no missed standard. */
export const countsAsMissed: DiagnosticRule = {
  code: "TEN2876",
  name: "counts-as-missed",
  severity: "error",
  spec: "§3.9.15",
  summary:
    "A missed duty counts as a missed standard where both are of the same party and the same calendar spans.",
  help: "The standard's verdict for a month becomes `missed` if the duty after that month is. So the standard is measured each of the spans after which the duty is due, and it is the verdict `missed` that it counts as.",
  examples: { invalid: example("quarter"), valid: example("month") },
  fix: "offered",
};

/** Reports an `if missed` that cannot be. */
export function reportCountsAsMissed(site: Site, span: Span, message: string): void {
  site.say(countsAsMissed, span, message);
}
