import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withPartners } from "./example-files.ts";

function example(percent: string): string {
  return withPartners(`standard leading "Among the quickest"
  requires ranked in best ${percent} of peers by country
  measured each calendar month
  needs no minimum
`);
}

/** A comparison with the other partners where none can be made. */
export const relativeLimit: DiagnosticRule = {
  code: "TEN2523",
  name: "relative-limit",
  severity: "error",
  spec: "§3.6.14",
  summary:
    "A limit against peers stands in a standard about partners, on a metric with numbers, without `for each`.",
  help: "Partners are compared with each other as a whole, all of them or those with the same value of one field. A rank also asks whether higher or lower is better, which the metric says.",
  examples: { invalid: example("250%"), valid: example("25%") },
  fix: { none: "with whom a partner is compared is a decision of the parties" },
  elsewhere: { none: "the percentage is wrong by itself" },
};

/** Reports a limit against peers that cannot be. */
export function reportRelativeLimit(site: Site, span: Span, message: string): void {
  site.say(relativeLimit, span, message);
}
