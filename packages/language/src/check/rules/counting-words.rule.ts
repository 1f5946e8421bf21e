import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, replaced, type Site } from "../site.ts";
import { type Side, typeWords } from "../types.ts";
import { withStandard } from "./example-files.ts";

function example(words: string): string {
  return withStandard(
    `  requires quick at least 95% or offered ${words} 3\n  measured each calendar month\n  needs no minimum\n`,
  );
}

/** `less than` for a count, or `fewer than` for an amount. */
export const countingWords: DiagnosticRule = {
  code: "TEN2208",
  name: "counting-words",
  severity: "error",
  spec: "§2.5.2",
  summary: "Counts are compared with `fewer than`, amounts with `less than`.",
  help: "There is one way to say each thing, so that an agreement reads the same aloud whoever wrote it. A number field may be either.",
  examples: { invalid: example("less than"), valid: example("fewer than") },
  fix: "offered",
};

/** Reports the wrong one of the two; the comparison is sound otherwise, so checking goes on. */
export function checkCountingWords(site: Site, left: Side, test: ast.Test): void {
  const counting = left.type.kind === "number" ? left.type.counting : "amount";
  const wrong =
    (test.operator === "lessThan" && counting === "count") ||
    (test.operator === "fewerThan" && counting === "amount");
  if (!wrong) return;
  const right = counting === "count" ? "fewer than" : "less than";
  const message = `\`${left.words}\` is ${typeWords(left.type)}, so write \`${right}\``;
  site.say(countingWords, test.operatorSpan, message, {
    fixes: [fixOf(`write \`${right}\``, replaced(test.operatorSpan, right))],
  });
}
