import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";

function example(decimals: string): string {
  return `dataset reviews from "reviews.csv" one row per line\n  field score number ${decimals} decimals\n`;
}

/** A number of decimals that cannot be held. */
export const decimals: DiagnosticRule = {
  code: "TEN2310",
  name: "decimals",
  severity: "error",
  spec: "§3.2.32",
  summary: "A number field has from 0 to 18 decimals.",
  help: "Numbers are held exactly, with 38 digits in all; a field that says nothing is held at 6 decimals.",
  examples: { invalid: example("40"), valid: example("2") },
  fix: "offered",
  elsewhere: { none: "the number is wrong by itself" },
};

/** Reports a number of decimals above `most`. */
export function reportDecimals(site: Site, node: ast.NumberValue, most: number): void {
  const written = wordsOf(site.file, node.span);
  site.say(decimals, node.span, `a number has from 0 to ${most} decimals, not \`${written}\``);
}
