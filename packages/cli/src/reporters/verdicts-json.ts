/**
 * The result as JSON, as published (`tenet.verdicts/1`).
 *
 * It is given in pieces, because the text of many verdicts would not fit into one string. Together the pieces are
 * what `JSON.stringify(result, null, 2)` gives, with invisible characters written as escapes.
 */
import type { JudgeResult } from "@tenet-lang/evaluator";
import { inertJson } from "./inert.ts";

const AT_ONCE = 500;

/** The JSON text, piece by piece. */
export function* verdictsJson(result: JudgeResult): Iterable<string> {
  const members = Object.entries(result).filter(([, value]) => value !== undefined);
  yield "{";
  for (const [index, [name, value]] of members.entries()) {
    yield `${index === 0 ? "" : ","}\n  ${JSON.stringify(name)}: `;
    yield* Array.isArray(value) ? itemsOf(value) : [indented(value, "  ")];
  }
  yield "\n}\n";
}

function* itemsOf(items: readonly unknown[]): Iterable<string> {
  if (items.length === 0) {
    yield "[]";
    return;
  }
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const texts = items.slice(start, start + AT_ONCE).map((item) => `\n    ${indented(item, "    ")}`);
    yield (start === 0 ? "[" : ",") + texts.join(",");
  }
  yield "\n  ]";
}

function indented(value: unknown, inset: string): string {
  // Text in JSON holds no line end of its own, so every one found is the layout's.
  return inertJson(JSON.stringify(value, null, 2).replaceAll("\n", `\n${inset}`));
}
