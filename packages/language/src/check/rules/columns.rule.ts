import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(type: string): string {
  return `dataset flights from "flights.csv" one row per line\n  field flown_on ${type} from "Year", "Month", "Day"\n`;
}

/** Columns that a field cannot be read from. */
export const columns: DiagnosticRule = {
  code: "TEN2307",
  name: "columns",
  severity: "error",
  spec: "§3.2.25",
  summary:
    "A field is read from one column; a date may be put together from year and month, or year, month and day.",
  help: "A computed field is read from no column. Declare one field for each column that is needed.",
  examples: { invalid: example("text"), valid: example("date") },
  fix: "offered",
  elsewhere: { none: "the type and its columns stand in one line" },
};

/** The columns of a field; a number of them that its type cannot have is reported. */
export function checkColumns(site: Site, field: ast.Field, isComputed: boolean): readonly string[] {
  const written = field.columns.map((column) => column.text);
  const most = isComputed ? 0 : field.type.kind === "DateType" ? 3 : 1;
  const odd = field.columns[most];
  if (odd !== undefined) {
    const what = isComputed
      ? "is computed, so it is read from no column"
      : `is read from ${most === 1 ? "one column" : "at most three columns"}`;
    site.say(columns, odd.span, `field \`${field.name.text}\` ${what}`);
  }
  const form = field.type.kind === "DateType" ? field.type.written : null;
  if (form !== null && written.length > 1) {
    site.say(columns, form.span, "a date that is put together from columns has no form of its own");
  }
  if (isComputed) return [];
  return written.length === 0 ? [field.name.text] : written;
}
