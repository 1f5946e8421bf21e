import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(more: string): string {
  return `dataset outages from "outages.csv" one row per line
  field began_at timestamp
  field ended_at timestamp optional

clock outage on outages
  starts at began_at
  stops at ended_at
  dated started_at

metric availability "Availability" percent of time outside outage
${more}`;
}

/** A sentence about rows in a metric of time. */
export const timeOutside: DiagnosticRule = {
  code: "TEN2410",
  name: "time-outside",
  severity: "error",
  spec: "§3.5.22",
  summary: "`percent of time outside` measures the time of a window, and no rows in it.",
  help: "A case covers its time whatever its date, so nothing dates it anew or counts only some; time has no groups, and the latest rows are no stretch of time.",
  examples: { invalid: example("  dated stopped_at\n"), valid: example("  higher is better\n") },
  fix: "offered",
  elsewhere: { head: "own", says: "what the metric measures stands here" },
};

/** Reports what does not go with a metric of time, because of `why`. */
export function reportTimeOutside(site: Site, span: Span, why: string): void {
  site.say(timeOutside, span, `\`percent of time outside\` measures time, and ${why}`);
}
