import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { type Side, typeWords } from "../types.ts";
import { withCalls } from "./example-files.ts";

/** A search in something that is not text. */
export const textOperator: DiagnosticRule = {
  code: "TEN2207",
  name: "text-operator",
  severity: "error",
  spec: "§2.5.7",
  summary: "`contains` and `matches` read text.",
  help: "A member of a `one of` list is compared with `is` or `is one of`; numbers and dates with `at least` and the like.",
  examples: {
    invalid: withCalls('metric lost number of calls where outcome contains "aband"\n'),
    valid: withCalls('metric own number of calls where centre_id contains "NL-"\n'),
  },
  fix: "offered",
};

/** Whether `contains` looks for anything; the empty text, which is in every text, is reported. */
export function checkNeedle(site: Site, test: ast.Test): boolean {
  const [value] = test.values;
  const isEmpty = value?.kind === "Text" && value.text === "";
  if (isEmpty)
    site.say(textOperator, value.span, "the empty text is in every text, so `contains` says nothing here");
  return !isEmpty;
}

/** Reports `contains` or `matches` after something that is not text. */
export function reportTextOperator(site: Site, left: Side, test: ast.Test): void {
  const operator = wordsOf(site.file, test.operatorSpan);
  const message = `\`${operator}\` reads text, and \`${left.words}\` is ${typeWords(left.type)}`;
  site.say(textOperator, test.operatorSpan, message);
}
