import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";

function example(type: string): string {
  return `dataset calls from "calls.csv" one row per line
  partner centre_id
  field centre_id ${type}
`;
}

/** Partners that are not named by text. */
export const partnerKey: DiagnosticRule = {
  code: "TEN2312",
  name: "partner-key",
  severity: "error",
  spec: "§3.2.1",
  summary: "Partners are named by text, in their own file and in every dataset.",
  help: "A key is compared character by character and shown as it stands; as a number, `007` and `7` would be one partner. Declare the field as `text`.",
  examples: { invalid: example("number"), valid: example("text") },
  fix: "offered",
};

/** Reports a field of another type that names a partner. */
export function reportPartnerKey(site: Site, name: ast.Name, type: ValueType): void {
  site.say(partnerKey, name.span, `partners are named by text, and \`${name.text}\` is ${typeWords(type)}`);
}
