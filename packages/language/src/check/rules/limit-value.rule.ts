import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";
import { withStandard } from "./example-files.ts";

function example(limit: string): string {
  return withStandard(
    `  requires quick at least ${limit}\n  measured each calendar month\n  needs no minimum\n`,
  );
}

/** A limit that is a name. */
export const limitValue: DiagnosticRule = {
  code: "TEN2501",
  name: "limit-value",
  severity: "error",
  spec: "§3.6.5",
  summary: "A limit is a value, written as the metric's unit is written.",
  help: "Limits stand in the agreement, where both parties can read them; they are not read from data or from other metrics.",
  examples: { invalid: example("target"), valid: example("95%") },
  fix: { none: "the value is a decision of the parties" },
};

/** Reports a name where the value of a limit must stand. */
export function reportLimitValue(site: Site, metric: string, type: ValueType, value: ast.Value): void {
  const message = `a limit on \`${metric}\` is ${typeWords(type)}, and \`${wordsOf(site.file, value.span)}\` is a name`;
  site.say(limitValue, value.span, message);
}
