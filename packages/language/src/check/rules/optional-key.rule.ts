import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(flag: string): string {
  return `dataset calls from "calls.csv" one row per call_id\n  field call_id text${flag}\n`;
}

/** A key that may be missing. */
export const optionalKey: DiagnosticRule = {
  code: "TEN2305",
  name: "optional-key",
  severity: "error",
  spec: "§3.2",
  summary: "The key that tells rows apart is never missing.",
  help: "Two rows without a key could be one row or two. If rows have no key of their own, write `one row per line`.",
  examples: { invalid: example(" optional"), valid: example("") },
  fix: { none: "whether the key or `optional` is wrong is for the author to say" },
};

/** Reports a key field that is optional. */
export function reportOptionalKey(site: Site, name: ast.Name): void {
  site.say(optionalKey, name.span, `\`${name.text}\` tells rows apart, so it cannot be optional`);
}
