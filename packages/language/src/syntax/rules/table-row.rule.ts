import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { agreementWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

const testWith = (row: string): string => `${agreementWith("requires quick_answers at least 95%")}
test all_quick "Quick answers meet the standard"
  given calls for "P1" in 2026-01
  | rows | wait       | urgent | answered |
  ${row}
  expect punctual for "P1" in 2026-01 is met
`;

/** A line of a table that is not well formed. */
export const tableRow: DiagnosticRule = {
  code: "TEN1006",
  name: "table-row",
  severity: "error",
  spec: "§3.12.4",
  summary: "A line of a table starts and ends with `|`, and a cell in quotes is nothing but the quoted text.",
  help: 'Put quotes around a whole cell that holds `#`, `|` or blanks at its ends; a quote inside such a cell is written `\\"`.',
  examples: {
    invalid: testWith("| 100 | 10 seconds | no | yes"),
    valid: testWith("| 100  | 10 seconds | no     | yes      |"),
  },
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
