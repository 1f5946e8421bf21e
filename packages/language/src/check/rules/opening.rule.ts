import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(times: string): string {
  return `calendar workshop "When the workshop is open"\n  open monday to friday ${times}\n`;
}

/** An opening that opens nothing, or says a day twice. */
export const opening: DiagnosticRule = {
  code: "TEN2811",
  name: "opening",
  severity: "error",
  spec: "§3.3.2",
  summary: "An opening has a length, and names its first and its last day.",
  help: "An end that is earlier than the beginning lies on the next day: `22:00 to 06:00` is a night. A whole day is `00:00 to 24:00`; `24:00` stands nowhere else. One day is written once: `open saturday 09:00 to 13:00`.",
  examples: { invalid: example("08:00 to 08:00"), valid: example("08:00 to 18:00") },
  fix: "offered",
  elsewhere: { none: "both times stand in one line" },
};

/** Reports an opening (or a time in a calendar) that cannot be meant. */
export function reportOpening(site: Site, span: Span, message: string): void {
  site.say(opening, span, message);
}
