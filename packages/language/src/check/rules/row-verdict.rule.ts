import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(word: string): string {
  return withMoney(`bonus praised
  pays for rows of calls
  gives 1 EUR when stars at least 4 ${word} prompt is met
`);
}

/** A verdict hidden inside a condition on rows. */
export const rowVerdict: DiagnosticRule = {
  code: "TEN2861",
  name: "row-verdict",
  severity: "error",
  spec: "§3.7.13",
  summary: "In a condition on rows, verdicts are joined to the rest by `and`.",
  help: "The rows are chosen by their own fields, and are paid for where the verdicts hold that go with them. Inside `or` or `not` the two could not be told apart; write two declarations.",
  examples: { invalid: example("or"), valid: example("and") },
  fix: "offered",
};

/** Reports a verdict name inside `or`, `not` or a look-up. */
export function reportRowVerdict(site: Site, name: ast.Name): void {
  const message = `\`${name.text}\` is a verdict; among conditions on a row it stands by itself, joined by \`and\``;
  site.say(rowVerdict, name.span, message);
}
