import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(day: string): string {
  return withAgreement(`calendar workshop "When the workshop is open"
  open monday to friday 08:00 to 18:00
  closed on ${day}
`).replace(/(time zone .*\n)/, "$1  business days of workshop\n");
}

/** A closed day outside of the agreement. */
export const closedDay: DiagnosticRule = {
  code: "TEN2814",
  name: "closed-day",
  severity: "error",
  spec: "§3.3.7",
  summary: "A closed day lies within the agreement's dates.",
  help: "A day before the agreement or after it is most likely a wrong year. An agreement without a last day knows ten years.",
  examples: { invalid: example("2027-12-24"), valid: example("2026-12-24") },
  fix: "offered",
  elsewhere: { sentence: ["Effective"], of: "agreement", says: "the dates of the agreement stand here" },
};

/** Reports a closed day outside of the first and the last that there can be. */
export function reportClosedDay(site: Site, span: Span, day: string, first: string, last: string): void {
  site.say(closedDay, span, `\`${day}\` is outside of this agreement, whose days are ${first} to ${last}`);
}
