import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site, wordsOf } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(month: string): string {
  return withAgreement("").replace("\n\n", `\n  year starts on 1 ${month}\n\n`);
}

/** A business year that starts on no day. */
export const yearStart: DiagnosticRule = {
  code: "TEN2803",
  name: "year-start",
  severity: "error",
  spec: "§3.1",
  summary: "A business year starts on a day from 1 to 28 of a month, named in English and in lower case.",
  help: "Quarters and half years start on the same day of other months, so the day must be one that every month has.",
  examples: { invalid: example("aprl"), valid: example("april") },
  fix: "offered",
};

/** Reports the first day of a business year; `months` is given where the month is not one. */
export function reportYearStart(
  site: Site,
  day: ast.NumberValue,
  month: ast.Name,
  months: readonly string[] | null,
): void {
  if (months === null) {
    const written = wordsOf(site.file, day.span);
    site.say(yearStart, day.span, `a year starts on a day from 1 to 28, which every month has, not on \`${written}\``);
    return;
  }
  const guess = months.includes(month.text.toLowerCase()) ? month.text.toLowerCase() : didYouMean(month.text, months);
  site.say(yearStart, month.span, `\`${month.text}\` is no month${guessWords(guess)}`, {
    fixes: guessFix(month.span, guess),
  });
}
