import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(part: string): string {
  return withHuman(`report monthly for partner
  shows standards, ${part}
`);
}

/** A part that no report has. */
export const reportPart: DiagnosticRule = {
  code: "TEN2891",
  name: "report-part",
  severity: "error",
  spec: "§3.11.1",
  summary:
    "A report shows parts that there are: standards, scorecards, exclusions, attestations, duties, and each kind of consequence.",
  help: "The parts are named by fixed words, so that it can be seen at a glance what an edition holds and what it leaves out.",
  examples: { invalid: example("escalation"), valid: example("escalations") },
  fix: "offered",
  elsewhere: { none: "the parts of a report are words of the language" },
};

/** Reports a word that names no part of a report. */
export function reportUnknownPart(site: Site, name: ast.Name, parts: readonly string[]): void {
  const guess = didYouMean(name.text, parts);
  const message = `a report has no part \`${name.text}\`${guessWords(guess)}`;
  site.say(reportPart, name.span, message, { fixes: guessFix(name.span, guess) });
}
