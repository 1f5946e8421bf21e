import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(length: string): string {
  return withStandard(`  requires quick at least 95%
  measured over rolling ${length}
  assessed at the end of each calendar month
  needs no minimum
`);
}

/** A window in hours or business days. */
export const windowUnit: DiagnosticRule = {
  code: "TEN2515",
  name: "window-unit",
  severity: "error",
  spec: "§3.6.19",
  summary:
    "Windows, assessments and `final` are counted in days, weeks, months, quarters or years of the calendar.",
  help: "They follow the civil calendar of the agreement's time zone, in which hours and business days have no fixed place.",
  examples: { invalid: example("90 hours"), valid: example("4 weeks") },
  fix: "offered",
  elsewhere: { none: "the unit is wrong by itself" },
};

/** Reports a span that a window (or assessment, named by `what`) cannot be made of. */
export function reportWindowUnit(site: Site, span: Span, what: string): void {
  site.say(windowUnit, span, `${what} is counted in calendar days, weeks, months, quarters or years`);
}
