/** The names that a bound condition over verdicts, scores and metrics reads, each once, in order of appearance. */
import type { Condition, Operand } from "@tenet-lang/evaluator";

/** Verdict names that a condition reads. */
export function verdictsRead(condition: Condition): readonly string[] {
  return namesRead(condition, "verdict");
}

/** Scorecards that a condition reads. */
export function scoresRead(condition: Condition): readonly string[] {
  return namesRead(condition, "score");
}

/** Metrics that a condition reads. */
export function metricsRead(condition: Condition): readonly string[] {
  return namesRead(condition, "metric");
}

function namesRead(condition: Condition, kind: Operand["kind"]): readonly string[] {
  switch (condition.kind) {
    case "and":
    case "or":
      return [...new Set(condition.of.flatMap((part) => namesRead(part, kind)))];
    case "not":
      return namesRead(condition.of, kind);
    case "compare":
      return condition.left.kind === kind ? [condition.left.name] : [];
    case "has":
      return [];
  }
}
