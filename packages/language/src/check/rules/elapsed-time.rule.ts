import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A length of time that is not elapsed time. */
export const elapsedTime: DiagnosticRule = {
  code: "TEN2205",
  name: "elapsed-time",
  severity: "error",
  spec: "§2.8.4",
  summary: "A duration is compared with a length of elapsed time: weeks, days, hours, minutes or seconds.",
  help: "Business days are counted in opening days, and months differ in length; neither can be compared with a duration in the data.",
  examples: {
    invalid: withCalls("metric slow number of calls where wait more than 1 business day\n"),
    valid: withCalls("metric slow number of calls where wait more than 1 day\n"),
  },
  fix: "offered",
  elsewhere: { subject: true },
};

/** Reports a stretch of hours after a civil date. */
export function reportElapsedAfterDate(site: Site, value: ast.Quantity): void {
  const written = wordsOf(site.file, value.span);
  site.say(
    elapsedTime,
    value.span,
    `\`${written}\` cannot follow a date, which has no time of day; write days or longer`,
  );
}

/** Reports a length in business or calendar units, or in months and longer. */
export function reportElapsedTime(site: Site, value: ast.Quantity): void {
  const why =
    value.qualifier === "business"
      ? value.unit === "day"
        ? "is counted in opening days, never in elapsed time"
        : "means nothing: only days are counted as business days"
      : value.qualifier === "calendar"
        ? "is a span of the calendar, not a length of time"
        : `has no fixed length: a ${value.unit} is not always as long as another`;
  site.say(elapsedTime, value.span, `\`${wordsOf(site.file, value.span)}\` ${why}`);
}
