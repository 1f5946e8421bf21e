/**
 * The page of a diagnostic, in Markdown: its law, why it is so, an example that breaks it and one that does not. The
 * document of all diagnostics is made of these pages, and an editor shows them one by one.
 */
import type { DiagnosticRule } from "./diagnostic.ts";

/** The page of a rule, with a heading of this level. */
export function rulePage(rule: DiagnosticRule, level = 1): string {
  const { code, name, severity, spec, summary, help, examples, fix } = rule;
  const mending = fix === "offered" ? "A fix is offered." : `No fix is offered: ${fix.none}.`;
  return [
    `${"#".repeat(level)} ${code} ${name}`,
    `${severity} · ${spec}`,
    `**${summary}** ${help}`,
    mending,
    `Reported in:`,
    fencedExample(examples.invalid),
    `Not in:`,
    fencedExample(examples.valid),
  ].join("\n\n");
}

/** An example in a fence longer than any run of backticks inside. */
export function fencedExample(example: string, language = "tenet"): string {
  const text = readable(example);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

const mostLines = 30;
const mostCharacters = 2000;

/** An example for reading: invisible characters by their number, and no more of a giant file than tells what it is. */
function readable(text: string): string {
  const visible = text.replace(
    /\p{Cf}|[^\P{Cc}\n\t]/gu,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
  const lines = visible.trimEnd().split("\n");
  const shown = lines.slice(0, mostLines).join("\n").slice(0, mostCharacters);
  return shown.length < visible.trimEnd().length ? `${shown} …` : shown;
}
