import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, type Site } from "../site.ts";
import { listWords } from "../types.ts";
import { withStandard } from "./example-files.ts";

function example(verdict: string): string {
  return withStandard(
    `  requires quick at least 95%\n  measured each calendar month\n  needs at least 30 calls otherwise ${verdict}\n`,
  );
}

/** A word that is no verdict. */
export const unknownVerdict: DiagnosticRule = {
  code: "TEN2214",
  name: "unknown-verdict",
  severity: "error",
  spec: "§3.6.29",
  summary: "There are six verdicts, and a sentence may choose any of them but `pending`.",
  help: "They are `met`, `missed`, `not_enough_data`, `not_applicable`, `excused` and `pending`. Only time makes a verdict pending, and only time lifts it, so no sentence chooses that one.",
  examples: { invalid: example("not_enough_dat"), valid: example("not_enough_data") },
  fix: "offered",
  elsewhere: { none: "the verdicts are words of the language" },
};

/** Reports a name where a verdict must stand. */
export function reportUnknownVerdict(site: Site, name: ast.Name, among: readonly string[]): void {
  const guess = verdictMeant(name.text, among);
  const message = `\`${name.text}\` is none of the verdicts that can stand here: ${listWords(among)}${guessWords(guess)}`;
  site.say(unknownVerdict, name.span, message, { fixes: guessFix(name.span, guess) });
}

/** What people call verdicts elsewhere. */
const habits: Readonly<Record<string, readonly string[]>> = {
  met: ["pass", "passed", "ok", "fulfilled", "achieved", "success"],
  missed: ["fail", "failed", "failure", "breach", "breached", "violated", "not_met"],
  not_enough_data: ["no_data", "insufficient", "insufficient_data", "too_few", "too_few_rows", "nodata"],
  not_applicable: ["na", "n_a", "none", "not_relevant"],
  excused: ["exempt", "waived"],
};

/** A misspelt verdict, one that is cut short, or another word for it. */
function verdictMeant(word: string, among: readonly string[]): string | null {
  const said = word.toLowerCase();
  const [begun, ...others] = among.filter((verdict) => said.length > 2 && verdict.startsWith(said));
  if (begun !== undefined && others.length === 0) return begun;
  return didYouMean(word, among) ?? among.find((verdict) => habits[verdict]?.includes(said)) ?? null;
}
