import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";

function example(type: string): string {
  return `dataset calls from "calls.csv" one row per line
  dated started_at
  field started_at ${type}
`;
}

/** A date is asked for, and the field holds none. */
export const momentField: DiagnosticRule = {
  code: "TEN2303",
  name: "moment-field",
  severity: "error",
  spec: "§3.2.11",
  summary:
    "Rows are dated, valid and looked up in time by date or timestamp fields; partners are active by dates.",
  help: "Declare the field as `date` or `timestamp`, with `written` where the file has a form of its own.",
  examples: { invalid: example("text"), valid: example("timestamp") },
  fix: "offered",
};

/** Reports a field that holds no date where one is needed. */
export function reportMomentField(
  site: Site,
  name: ast.Name,
  type: ValueType,
  wanted = "a date or a timestamp",
): void {
  site.say(momentField, name.span, `\`${name.text}\` is ${typeWords(type)}, and ${wanted} is needed here`);
}
