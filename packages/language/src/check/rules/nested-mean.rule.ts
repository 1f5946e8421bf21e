import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(of: string): string {
  return withCalls(`metric offered number of calls
metric monthly average of offered each calendar month
metric yearly average of ${of} each calendar quarter
`);
}

/** An average of averages of periods. */
export const nestedMean: DiagnosticRule = {
  code: "TEN2409",
  name: "nested-mean",
  severity: "error",
  spec: "§3.5.14",
  summary: "What is averaged over spans is not itself such an average, nor made of one.",
  help: "An average of averages weighs rows twice by the accident of their periods. Average the metric itself, over the span that is meant.",
  examples: { invalid: example("monthly"), valid: example("offered") },
  fix: "offered",
};

/** Reports a metric that is, or is made of, the average `inner`. */
export function reportNestedMean(site: Site, name: ast.Name, inner: string): void {
  const why =
    name.text === inner
      ? "is itself an average over spans"
      : `is made of \`${inner}\`, an average over spans`;
  site.say(nestedMean, name.span, `\`${name.text}\` ${why}`);
}
