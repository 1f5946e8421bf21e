import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";

function example(type: string): string {
  return `dataset orders from "orders.csv" one row per order_id
  dated ordered_on
  field order_id text
  field ordered_on date

dataset feedback from "feedback.csv" one row per line
  field order_id ${type}

metric praised number of orders where has feedback with same order_id
`;
}

/** A key that is of another type in the other dataset. */
export const keyMismatch: DiagnosticRule = {
  code: "TEN2304",
  name: "key-mismatch",
  severity: "error",
  spec: "§2.7.1",
  summary: "Rows are matched by fields of the same type.",
  help: "A number and the text of its digits are not the same value. Declare the key in both datasets (and the partners' key wherever partners are named) with one type.",
  examples: { invalid: example("number"), valid: example("text") },
  fix: "offered",
};

interface Keyed {
  readonly name: string;
  readonly type: ValueType;
}

/** Reports a key whose types differ. */
export function reportKeyMismatch(site: Site, key: ast.Name, own: Keyed, other: Keyed): void {
  const message = `\`${key.text}\` is ${typeWords(own.type)} in \`${own.name}\`, but ${typeWords(other.type)} in \`${other.name}\``;
  site.say(keyMismatch, key.span, message);
}
