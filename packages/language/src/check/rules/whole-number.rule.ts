import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(count: string): string {
  return withStandard(
    `  requires quick at least 95%\n  measured each calendar month\n  needs at least ${count} calls otherwise not_enough_data\n`,
  );
}

/** A count that is no whole number. */
export const wholeNumber: DiagnosticRule = {
  code: "TEN2213",
  name: "whole-number",
  severity: "error",
  spec: "§3.6.27",
  summary: "Rows, partners, periods and the like are counted in whole numbers of at least 1.",
  help: "There is no half row, and a minimum of 0 is said with `needs no minimum`.",
  examples: { invalid: example("2.5"), valid: example("30") },
  fix: "offered",
  elsewhere: { none: "the number is wrong by itself" },
};

/** Reports a number where a whole number of at least `least` must stand. */
export function reportWholeNumber(site: Site, node: ast.NumberValue, least: number): void {
  const written = wordsOf(site.file, node.span);
  site.say(wholeNumber, node.span, `a whole number of at least ${least} must stand here, not \`${written}\``);
}
