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
  spec: "§3.1.5",
  summary:
    "A business year starts on a day that every year has, its month named in English and in lower case.",
  help: "Quarters and half years start on the same day of later months, or on the last day of a month that is too short.",
  examples: { invalid: example("aprl"), valid: example("april") },
  fix: "offered",
  elsewhere: { none: "the day is wrong by itself" },
};

/** Reports a day that the month does not have in every year; `lastDay` is the last that it has. */
export function reportYearStart(site: Site, day: ast.NumberValue, month: string, lastDay: number): void {
  const written = wordsOf(site.file, day.span);
  site.say(yearStart, day.span, `\`${month}\` has days 1 to ${lastDay} in every year, not \`${written}\``);
}

/** Reports a word that is no month. */
export function reportUnknownMonth(site: Site, month: ast.Name, months: readonly string[]): void {
  const lower = month.text.toLowerCase();
  const guess = months.includes(lower) ? lower : didYouMean(month.text, months);
  site.say(yearStart, month.span, `\`${month.text}\` is no month${guessWords(guess)}`, {
    fixes: guessFix(month.span, guess),
  });
}
