/** Results as text that shows all of them but places, quoted sentences and the fingerprint. */
import type { JudgeResult } from "@tenet-lang/evaluator/all";

/** One line for each verdict, finding and entry about data. */
export function linesOf({ verdicts, findings, data, clocks, problems }: JudgeResult): readonly string[] {
  return [verdicts, findings, data, clocks, problems].flatMap((list) => list.map(lineOf));
}

function lineOf(one: unknown): string {
  return JSON.stringify(one, (key, value: unknown) =>
    key === "origin" ? undefined : typeof value === "string" ? withoutQuote(value) : value,
  );
}

/** A warning says the sentence that gives it. */
function withoutQuote(text: string): string {
  return text.startsWith("Warning: ") ? "Warning" : text;
}
