import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { metricWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** How deep parentheses and `not` may stand in each other. */
export const deepestNesting = 64;

const nested = (depth: number): string =>
  metricWith(`number of calls where ${"(".repeat(depth)}urgent is yes${")".repeat(depth)}`);

/** A condition within conditions within conditions. */
export const nestedTooDeep: DiagnosticRule = {
  code: "TEN1032",
  name: "nested-too-deep",
  severity: "error",
  spec: "§2.1.6",
  summary: "Parentheses and `not` stand at most 64 deep in each other.",
  help: "A condition that deep cannot be read aloud. Give parts of it a field or a metric of their own.",
  examples: { invalid: nested(deepestNesting + 1), valid: nested(1) },
  fix: { none: "what to take apart is the author's decision" },
};

/** Reports the word at which the limit is passed; `outermost` is where the nesting begins. */
export function reportNestedTooDeep(span: Span, outermost: Span): Finding {
  const message = `conditions are nested deeper than ${deepestNesting} here, and the sentence is not read`;
  return {
    rule: nestedTooDeep,
    span,
    message,
    fixes: [],
    related: [{ span: outermost, message: "it begins here" }],
  };
}
