import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import type { Side } from "../types.ts";
import { withMoney } from "./example-files.ts";

function example(condition: string): string {
  return withMoney(`credit slow_calls
  gives 50 EUR when ${condition}
`);
}

/** A verdict that is asked for more than what it is. */
export const verdictComparison: DiagnosticRule = {
  code: "TEN2217",
  name: "verdict-comparison",
  severity: "error",
  spec: "§3.7.4",
  summary: "A verdict is compared with verdicts, by `is`, `is not` or `is one of`.",
  help: "There is a verdict for every party and window, so none is ever `given` or missing; that there was too little data is a verdict of its own, `not_enough_data`.",
  examples: { invalid: example("prompt is not given"), valid: example("prompt is not_enough_data") },
  fix: "offered",
};

const OPERATORS: readonly ast.TestOperator[] = ["is", "isNot", "isOneOf"];

/** Whether an operator goes with a verdict; if not, that is reported. */
export function checkVerdictTest(site: Site, left: Side, test: ast.Test): boolean {
  if (OPERATORS.includes(test.operator)) return true;
  const operator = wordsOf(site.file, test.operatorSpan);
  const message = `\`${left.words}\` is a verdict; compare it with \`is\`, \`is not\` or \`is one of\`, not \`${operator}\``;
  site.say(verdictComparison, test.operatorSpan, message);
  return false;
}
