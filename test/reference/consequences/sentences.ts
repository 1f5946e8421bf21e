/** Names in the conditions of consequences, for the reference. */
import type { Condition, Operand } from "@tenet-lang/evaluator";

/** What stands on the left of comparisons. */
function lefts(condition: Condition): readonly Operand[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return condition.of.flatMap(lefts);
    case "not":
      return lefts(condition.of);
    case "has":
      return [];
    case "compare":
      return [condition.left];
  }
}

const named =
  (kind: Operand["kind"]) =>
  (condition: Condition): readonly string[] =>
    lefts(condition)
      .filter((left) => left.kind === kind)
      .map(({ name }) => name);

export const metricNames = named("metric");
export const verdictNames = named("verdict");
