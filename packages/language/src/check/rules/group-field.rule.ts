import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";
import { withCalls } from "./example-files.ts";

function example(complaintField: string): string {
  return withCalls(`dataset complaints from "complaints.csv" one row per line
  partner centre_id
  dated started_at
  field centre_id text
  field started_at timestamp
  field ${complaintField}

metric complaint_rate rate of complaints per 100 calls

standard calm "Few complain"
  requires complaint_rate at most 2 for each outcome
  measured each calendar month
  needs no minimum
`);
}

/** Groups by a field that some rows do not have. */
export const groupField: DiagnosticRule = {
  code: "TEN2504",
  name: "group-field",
  severity: "error",
  spec: "§3.6.7",
  summary:
    "The field of `for each` is a text, `one of`, yes_no, number or date field of every dataset that the limit and its tolerance read.",
  help: "Every row must fall into a group. If the datasets call it differently, give the field one name and say with `from` how each file's column is called.",
  examples: { invalid: example("result text"), valid: example("outcome one of answered, abandoned") },
  fix: "offered",
};

/** Reports a group field that one dataset lacks, or has with another type. */
export function reportGroupField(
  site: Site,
  group: ast.Name,
  table: string,
  metric: string,
  isOfOtherType: boolean,
): void {
  const message = isOfOtherType
    ? `\`${group.text}\` is of another type in \`${table}\`, so \`${metric}\` cannot be grouped by it`
    : `\`${table}\`, which \`${metric}\` also reads, has no field \`${group.text}\``;
  site.say(groupField, group.span, message);
}

/** Reports a group field of a type whose values make no groups. */
export function reportGroupType(site: Site, group: ast.Name, type: ValueType): void {
  site.say(groupField, group.span, `groups cannot be made by \`${group.text}\`: it is ${typeWords(type)}`);
}
