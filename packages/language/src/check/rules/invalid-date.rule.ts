import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { type Site, wordsOf } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A date or time that does not exist. */
export const invalidDate: DiagnosticRule = {
  code: "TEN2210",
  name: "invalid-date",
  severity: "error",
  spec: "§2.4.7",
  summary: "A date is a day of the calendar, and a time is one of the day.",
  help: "Dates are written `2026-01-31`, times `17:00`. A day that a month does not have is never moved to another.",
  examples: {
    invalid: withCalls("metric early number of calls where date of started_at at most 2026-02-30\n"),
    valid: withCalls("metric early number of calls where date of started_at at most 2026-02-28\n"),
  },
  fix: "offered",
  elsewhere: { subject: true },
};

/** Reports a date or time that no calendar or clock has. */
export function reportInvalidDate(site: Site, span: Span, what: "date" | "time"): void {
  const written = wordsOf(site.file, span);
  const why = what === "date" ? "is no day of the calendar" : "has no such time of day";
  site.say(invalidDate, span, `\`${written}\` ${why}`);
}
