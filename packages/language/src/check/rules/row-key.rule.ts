import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import type { ValueType } from "../types.ts";

function example(flag: string): string {
  return `dataset calls from "calls.csv" one row per call_id\n  field call_id text${flag}\n`;
}

/** A key that cannot tell rows apart. */
export const rowKey: DiagnosticRule = {
  code: "TEN2305",
  name: "row-key",
  severity: "error",
  spec: "§3.2.9",
  summary:
    "What tells rows apart, or says which of them is newest, is never missing; a key is more than yes or no.",
  help: "Two rows without a key could be one row or two. If rows have no key of their own, write `one row per line`.",
  examples: { invalid: example(" optional"), valid: example("") },
  fix: "offered",
};

interface KeyField {
  readonly optional: boolean;
  readonly type: ValueType | null;
}

/** Reports a key field that may be missing, or that has two values only. */
export function checkRowKey(site: Site, name: ast.Name, field: KeyField): void {
  if (field.type?.kind === "yes_no") {
    site.say(rowKey, name.span, `\`${name.text}\` is \`yes\` or \`no\`, so it cannot tell rows apart`);
  } else checkNeverMissing(site, name, field);
}

/** Reports a field that may be missing where rows are told apart or put in order by it. */
export function checkNeverMissing(site: Site, name: ast.Name, field: KeyField): void {
  if (field.optional)
    site.say(rowKey, name.span, `\`${name.text}\` tells rows apart, so it cannot be optional`);
}
