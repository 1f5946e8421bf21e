import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { Finding } from "./finding.ts";

const table = (row: string): string => `partners from "partners.csv" key partner_id
  field partner_id text

${row}`;

/** A line of a table that is not well formed. */
export const tableRow: DiagnosticRule = {
  code: "TEN1006",
  name: "table-row",
  severity: "error",
  spec: "§3.12",
  summary: "A line of a table starts and ends with `|`, and a cell in quotes is nothing but the quoted text.",
  help: "Put quotes around a whole cell that holds `#`, `|` or blanks at its ends; a quote inside such a cell is written `\\\"`.",
  examples: { invalid: "", valid: "" },
  fix: "offered",
};

/** Reports a line without its last bar. */
export function reportRowNotClosed(span: Span): Finding {
  const end = { start: span.end, end: span.end };
  const fix: Fix = { title: "add the last bar", edits: [{ span: end, text: " |" }] };
  return { rule: tableRow, span: end, message: "a line of a table ends with `|`", fixes: [fix] };
}

/** Reports a cell that is quoted only in part. */
export function reportHalfQuotedCell(span: Span, text: string): Finding {
  const inner = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const fix: Fix = { title: "quote the whole cell", edits: [{ span, text: `"${inner}"` }] };
  const message = "a cell that starts with a quote ends with one, and has no other between them";
  return { rule: tableRow, span, message, fixes: [fix] };
}

void table;
