import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { looksLikeDate, possibleDates } from "../value-forms.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** Something that starts like a number and is no value. */
export const malformedValue: DiagnosticRule = {
  code: "TEN1005",
  name: "malformed-value",
  severity: "error",
  spec: "§2.4.1",
  summary:
    "Numbers, percentages, dates, times, periods and versions have one form each: `1_000`, `95%`, `2026-01-31`, `08:00`, `2026-01`, `2.1.0`.",
  help: "Other notations mean different things to different people: 03/04/2026 is a day in March or in April. Dates are year, month, day; units are written out.",
  examples: {
    invalid: standardWith("requires quick_answers at least 95% from 31/01/2026\n    at least 90% otherwise"),
    valid: standardWith("requires quick_answers at least 95% from 2026-01-31\n    at least 90% otherwise"),
  },
  fix: "offered",
  elsewhere: { none: "the value is wrong by itself" },
};

/** `proper` is how the value is written here, where that is certain. */
export function reportMalformedValue(span: Span, text: string, proper: string | null): Finding {
  const fixes =
    proper === null
      ? possibleDates(text).map((date): Fix => ({ ...replacing(span, date, `write ${date}`), isGuess: true }))
      : [replacing(span, proper, `write ${proper}`)];
  return { rule: malformedValue, span, message: messageFor(text, proper), fixes };
}

function messageFor(text: string, proper: string | null): string {
  if (proper !== null) return `${quoted(text)} is written ${quoted(proper)}`;
  if (looksLikeDate(text))
    return `${quoted(text)} may be two dates: write year-month-day, as in \`2026-01-31\``;
  return `${quoted(text)} is no number, date, time, period or version`;
}
