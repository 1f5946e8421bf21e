import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type { Span } from "../../source/source-file.ts";
import { writing } from "../offers.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(outcome: string): string {
  return withAgreement(`test all_quick "All quick is met"
  given calls for "P1" in 2026-01
  | rows | wait       | outcome |
  | 40   | 10 seconds | ${outcome} |
  expect prompt for "P1" in 2026-01 is met
`);
}

/** A cell that holds no value of its field. */
export const testCell: DiagnosticRule = {
  code: "TEN2702",
  name: "test-cell",
  severity: "error",
  spec: "§3.12.5",
  summary: "A cell holds a value of its field's type, written as in the agreement.",
  help: "Durations have their unit (`10 seconds`), members their name in the agreement, timestamps read `2026-01-28 at 17:00`; text is taken as it stands. Only optional fields can be left empty.",
  examples: { invalid: example("anwered"), valid: example("answered") },
  fix: "offered",
};

/** Reports a cell; `choice` gives its text and the words that it may be one of, `forms` what it may stand for. */
export function reportTestCell(
  site: Site,
  span: Span,
  column: string,
  problem: string,
  choice: { readonly text: string; readonly among: readonly string[] } | null,
  forms: readonly string[] = [],
): void {
  const guess = choice === null ? null : didYouMean(choice.text, choice.among);
  const written = choice === null ? "" : `\`${choice.text}\` is no value of \`${column}\`: `;
  const message = choice === null ? `a cell of \`${column}\` is wrong: ${problem}` : `${written}${problem}`;
  const proper = forms.map((form) => writing(span, form));
  const fixes = guess === null ? proper : guessFix(span, guess);
  site.say(testCell, span, message + guessWords(guess), { fixes });
}
