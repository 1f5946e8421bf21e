import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, lineRemoved, type Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(assessed: string): string {
  return withStandard(
    `  requires quick at least 95%\n  measured each calendar month\n${assessed}  needs no minimum\n`,
  );
}

/** An assessment day for a calendar window. */
export const assessed: DiagnosticRule = {
  code: "TEN2507",
  name: "assessed",
  severity: "error",
  spec: "§3.6.23",
  summary:
    "A calendar window is judged when it ends; only rolling and latest windows are `assessed` on days.",
  help: "The verdict of a month is the month's, on whatever day it is read. If rows still arrive after its end, say so in the metric with `final … after the period`.",
  examples: { invalid: example("  assessed at the end of each calendar month\n"), valid: example("") },
  fix: "offered",
  elsewhere: { sentence: ["Measured"], says: "the window is a calendar one" },
};

/** Reports an `assessed` sentence beside calendar windows. */
export function reportAssessed(site: Site, span: Span): void {
  site.say(assessed, span, "a calendar window is judged when it ends, so `assessed` says nothing here", {
    fixes: [fixOf("remove this sentence", lineRemoved(site, span))],
  });
}
