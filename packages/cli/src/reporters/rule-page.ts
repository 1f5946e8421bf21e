/** The page of a diagnostic: its law, why it is so, an example that breaks it and one that does not. */
import type { DiagnosticRule } from "@tenet-lang/language";
import { inert } from "./inert.ts";
import { wrap } from "./layout.ts";
import type { View } from "./palette.ts";

/** The page, as text. */
export function rulePage(rule: DiagnosticRule, view: View): string {
  const { palette } = view;
  return [
    `${palette.heading(rule.code)}  ${rule.name}  ${palette.quiet(`${rule.severity}, ${rule.spec}`)}`,
    "",
    ...wrap(rule.summary, view.width),
    "",
    ...wrap(rule.help, view.width),
    "",
    palette.bad("Avoid"),
    ...exampleLines(rule.examples.invalid),
    "",
    palette.good("Prefer"),
    ...exampleLines(rule.examples.valid),
    "",
    fixLine(rule, palette.quiet),
    "",
  ].join("\n");
}

function fixLine(rule: DiagnosticRule, paint: (text: string) => string): string {
  return paint(
    rule.fix === "offered"
      ? "The report of this mistake offers a fix."
      : `No fix is offered: ${rule.fix.none}.`,
  );
}

/** An example, indented. */
export function exampleLines(example: string): readonly string[] {
  return example
    .trim()
    .split("\n")
    .map((line) => `  ${inert(line)}`.trimEnd());
}
