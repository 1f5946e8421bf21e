import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(type: string): string {
  return `dataset reviews from "reviews.csv" one row per line
  field politeness number from 1 to 5
  field speed ${type}
  field score total of politeness, speed
`;
}

/** A computed field over fields of another type. */
export const computedField: DiagnosticRule = {
  code: "TEN2302",
  name: "computed-field",
  severity: "error",
  spec: "§3.2.30",
  summary: "`total of` adds number fields, `days from … to …` counts between dates or timestamps of the row.",
  help: "Computed fields read fields that come from the file, not other computed ones. There is no other arithmetic in the language.",
  examples: { invalid: example("text"), valid: example("number from 1 to 5") },
  fix: "offered",
};

/** Reports a field that a computed field cannot read; `wanted` is the type it needs. */
export function reportComputedField(site: Site, name: ast.Name, wanted: string): void {
  site.say(
    computedField,
    name.span,
    `\`${name.text}\` is not a ${wanted} field of the file, so it cannot be computed with`,
  );
}

/** Reports a computed field that is said to be optional. */
export function reportComputedOptional(site: Site, name: ast.Name): void {
  const message = `\`${name.text}\` is computed, so it is missing just where a field that it reads is; leave \`optional\` away`;
  site.say(computedField, name.span, message);
}
