import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { type Site, wordsOf } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(length: string): string {
  return withHuman(`attestation insured "Insurance is proven"
  given by partner
  recorded in papers
  valid ${length}
`);
}

/** A length that cannot be counted where it stands. */
export const deadlineLength: DiagnosticRule = {
  code: "TEN2872",
  name: "deadline-length",
  severity: "error",
  spec: "§3.9.4",
  summary:
    "What counts from a day is counted in whole days, weeks, months, quarters or years, and a deadline also in business days or in elapsed time.",
  help: "A date has no time of day, so hours count from timestamps only. Months and years move a date by the calendar; how long something is valid, or a partner is new, is counted so.",
  examples: { invalid: example("36 hours"), valid: example("18 months") },
  fix: "offered",
  elsewhere: { none: "the unit is wrong by itself" },
};

/** Reports a length; `why` goes on after it. */
export function reportDeadlineLength(site: Site, span: Span, why: string): void {
  site.say(deadlineLength, span, `\`${wordsOf(site.file, span)}\` ${why}`);
}
