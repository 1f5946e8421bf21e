import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { properForm } from "../../syntax/value-forms.ts";
import { fixOf, replaced, type Site, wordsOf } from "../site.ts";
import { type Side, typeWords, type ValueType } from "../types.ts";
import { withCalls } from "./example-files.ts";

/** Two sides of a comparison that are not of one type. */
export const typeMismatch: DiagnosticRule = {
  code: "TEN2201",
  name: "type-mismatch",
  severity: "error",
  spec: "§2.8.1",
  summary: "Both sides of a comparison are of one type, and a value is written the way its type is written.",
  help: "A duration is written with its unit (`60 seconds`), a percentage with `%`, money with its currency (`5 EUR`), text in double quotes, a member of a `one of` list without quotes.",
  examples: {
    invalid: withCalls("metric slow number of calls where wait more than 60\n"),
    valid: withCalls("metric slow number of calls where wait more than 60 seconds\n"),
  },
  fix: "offered",
};

/** Reports a right side that does not fit the left. `fieldType` is given where it is a field of the row. */
export function reportTypeMismatch(site: Site, left: Side, value: ast.Value, fieldType?: ValueType): void {
  const written = `\`${wordsOf(site.file, value.span)}\``;
  const right =
    fieldType === undefined
      ? `${written} is ${valueWords(value)}`
      : `the field ${written} is ${typeWords(fieldType)}`;
  const message = `\`${left.words}\` is ${typeWords(left.type)}, and ${right}`;
  const better = fieldType === undefined ? betterWriting(left.type, value) : null;
  const fixes =
    better === null ? [] : [...asShare(left.type, value), better].map((text) => fixTo(value, text));
  site.say(typeMismatch, value.span, message, { fixes });
}

/** `0.8` of a percentage is mostly 80%, as spreadsheets write it; only the author knows whether it is 0.8%. */
function asShare(type: ValueType, value: ast.Value): readonly string[] {
  const digits =
    type.kind === "percent" && value.kind === "Number" ? /^0\.(\d+)$/.exec(value.text)?.[1] : undefined;
  if (digits === undefined || /^0+$/.test(digits)) return [];
  const whole = digits
    .slice(0, 2)
    .padEnd(2, "0")
    .replace(/^0(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return [`${whole}${rest === "" ? "" : `.${rest}`}%`];
}

function fixTo(value: ast.Value, better: string): Fix {
  return fixOf(`write \`${better}\``, replaced(value.span, better));
}

function valueWords(value: ast.Value): string {
  switch (value.kind) {
    case "Name":
      return "neither a value nor a field of the row";
    case "Text":
      return "text";
    case "Number":
      return "a plain number";
    case "Percent":
      return "a percentage";
    case "Quantity":
      return "a length of time";
    case "Money":
      return "money";
    case "Date":
      return "a date";
    case "Instant":
      return "a date with a time";
    case "Time":
      return "a time of day";
    case "Period":
      return "a period";
    case "Version":
      return "a version";
  }
}

/** The same value as the type is written, where only the writing is wrong; null where it is another value. */
function betterWriting(type: ValueType, value: ast.Value): string | null {
  switch (type.kind) {
    case "duration":
      return value.kind === "Number" ? `${value.text} ${type.unit}s` : null;
    case "percent":
      return value.kind === "Number" ? `${value.text}%` : null;
    case "money":
      return value.kind === "Number" ? `${value.text} ${type.currency}` : null;
    case "text":
      return value.kind === "Name" ? `"${value.text}"` : null;
    case "one_of":
      return value.kind === "Text" && type.members.includes(value.text) ? value.text : null;
    case "yes_no": {
      const word = value.kind === "Text" || value.kind === "Name" ? value.text.toLowerCase() : "";
      return word === "yes" || word === "no" ? word : null;
    }
    case "date":
      return value.kind === "Instant" ? value.date : value.kind === "Version" ? properForm(value.text) : null;
    case "number":
      return value.kind === "Quantity" && value.qualifier === null ? value.count.text : null;
    case "timestamp":
    case "verdict":
      return null;
  }
}
