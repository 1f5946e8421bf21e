import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { fixOf, inserted, type Site } from "../site.ts";
import type { Side } from "../types.ts";
import { withCalls } from "./example-files.ts";

/** A timestamp against a whole day. */
export const timestampWithDate: DiagnosticRule = {
  code: "TEN2202",
  name: "timestamp-with-date",
  severity: "error",
  spec: "§2.5.5",
  summary: "A timestamp is compared with a date only by its own date, with `date of`.",
  help: "A day has many instants, so whether a call at noon is `at most` that day would turn on something unsaid. `date of` reads the civil date in the agreement's time zone.",
  examples: {
    invalid: withCalls("metric early number of calls where started_at at most 2026-01-31\n"),
    valid: withCalls("metric early number of calls where date of started_at at most 2026-01-31\n"),
  },
  fix: "offered",
};

/** Reports a timestamp on the left whose right side is a date. */
export function reportTimestampWithDate(site: Site, left: Side): void {
  const message = `\`${left.words}\` is a timestamp and cannot be compared with a date; compare \`date of ${left.words}\``;
  const plain = !left.words.includes(".");
  site.say(timestampWithDate, left.span, message, {
    fixes: plain ? [fixOf(`write \`date of ${left.words}\``, inserted(left.span.start, "date of "))] : [],
  });
}
