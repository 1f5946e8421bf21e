import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { type Site, wordsOf } from "../site.ts";
import { type Side, typeWords, type ValueType } from "../types.ts";
import { withCalls } from "./example-files.ts";

/** An order asked of values that have none. */
export const noOrder: DiagnosticRule = {
  code: "TEN2206",
  name: "no-order",
  severity: "error",
  spec: "§2.5.1",
  summary: "Only numbers, percentages, durations, money, dates and timestamps are put in order.",
  help: "Text, `one of` members and yes or no have no order that all readers share. Use `is`, `is not` or `is one of`.",
  examples: {
    invalid: withCalls("metric lost number of calls where outcome more than answered\n"),
    valid: withCalls("metric lost number of calls where outcome is not answered\n"),
  },
  fix: "offered",
};

/** Reports an ordering comparison whose left side has no order. */
export function reportNoOrder(site: Site, left: Side, test: ast.Test): void {
  const operator = wordsOf(site.file, test.operatorSpan);
  const message = `\`${left.words}\` is ${typeWords(left.type)}, which has no order, so \`${operator}\` says nothing of it`;
  site.say(noOrder, test.operatorSpan, message);
}

/** Reports a field that rows cannot be put in order by. */
export function reportNoOrderField(site: Site, name: ast.Name, type: ValueType): void {
  const message = `rows cannot be put in order by \`${name.text}\`: it is ${typeWords(type)}`;
  site.say(noOrder, name.span, message);
}
