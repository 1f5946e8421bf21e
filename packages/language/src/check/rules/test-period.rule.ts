import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(period: string): string {
  return withAgreement(`test all_quick "All quick is met"
  given calls for "P1" in 2026-01
  | rows | wait       |
  | 40   | 10 seconds |
  expect prompt for "P1" in ${period} is met
`);
}

/** A period that does not exist, or that the standard is not judged on. */
export const testPeriod: DiagnosticRule = {
  code: "TEN2703",
  name: "test-period",
  severity: "error",
  spec: "§3.12.16",
  summary:
    "A test names a period that exists, and one in which what it expects is judged or found: a span of the right length, or a day.",
  help: "Periods are written `2026-01-31`, `2026-W10`, `2026-01`, `2026-Q1`, `2026-H1` and `2026`. A verdict over a rolling or latest window is named by its assessment day, one over a partner's year by the first day of that year.",
  examples: { invalid: example("2026-Q1"), valid: example("2026-01") },
  fix: "offered",
};

interface Misfit {
  readonly subject: string;
  /** How it is judged: `judged each calendar month`. */
  readonly words: string;
}

/** Reports a period; `misfit` says why there is no verdict or finding of it, null where it does not exist at all. */
export function reportTestPeriod(site: Site, span: Span, text: string, misfit: Misfit | null): void {
  const message =
    misfit === null
      ? `there is no period \`${text}\``
      : `\`${misfit.subject}\` is ${misfit.words}, not for \`${text}\``;
  site.say(testPeriod, span, message);
}
