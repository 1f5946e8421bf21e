import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, replaced, type Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";

function example(left: string): string {
  return `dataset installs from "installs.csv" one row per line
  dated done_on
  field done_on date

metric early number of installs where ${left} at most 2026-01-31
`;
}

/** `date of` something that is not a timestamp. */
export const dateOf: DiagnosticRule = {
  code: "TEN2212",
  name: "date-of",
  severity: "error",
  spec: "§2.5.5",
  summary: "`date of` reads a timestamp field.",
  help: "It gives the civil date of an instant in the agreement's time zone. A date field is a civil date already, and other types have none.",
  examples: { invalid: example("date of done_on"), valid: example("done_on") },
  fix: "offered",
};

/** Reports `date of` a field of another type. */
export function reportDateOf(site: Site, left: ast.Left, type: ValueType): void {
  const name = left.name.text;
  site.say(dateOf, left.span, `\`date of\` reads a timestamp, and \`${name}\` is ${typeWords(type)}`, {
    fixes: type.kind === "date" ? [fixOf(`write \`${name}\``, replaced(left.span, name))] : [],
  });
}
