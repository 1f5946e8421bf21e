import type { DiagnosticRule, Fix, TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { agreementWith } from "./examples.ts";
import type { Finding, Other } from "./finding.ts";

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

/** Reports a line without its last bar; `header` is the first line of the table, where this is another. */
export function reportRowNotClosed(span: Span, header: Span | null): Finding {
  const end = { start: span.end, end: span.end };
  const related = header === null ? [] : [{ span: header, message: "the header stands here" }];
  const fix: Fix = { title: "add the last bar", edits: [{ span: end, text: " |" }] };
  return { rule: tableRow, span: end, message: "a line of a table ends with `|`", fixes: [fix], related };
}

/** Reports a cell that is quoted only in part. */
export function reportHalfQuotedCell(span: Span, text: string): Finding {
  const inner = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const fix: Fix = { title: "quote the whole cell", edits: [{ span, text: `"${inner}"` }] };
  const message = "a cell that starts with a quote ends with one, and has no other between them";
  return { rule: tableRow, span, message, fixes: [fix] };
}

/** Reports a line between bars in a sentence that has no table; `edits` take the bars away, if that is all. */
export function reportRowOutside(span: Span, edits: readonly TextEdit[]): Finding {
  const message = "a line between `|` is a row of a table, which only `given` has: write it without `|`";
  const fixes = edits.length === 0 ? [] : [{ title: "remove the bars", edits }];
  return { rule: tableRow, span, message, fixes };
}

/** Reports a row that lacks its first bar, and its last one where `isClosed` is false. */
export function reportRowNotOpened(span: Span, isClosed: boolean, related: readonly Other[]): Finding {
  const opening = { span: { start: span.start, end: span.start }, text: "| " };
  const closing = { span: { start: span.end, end: span.end }, text: " |" };
  const edits = isClosed ? [opening] : [opening, closing];
  const message = isClosed ? "a line of a table starts with `|`" : "a line of a table stands between `|`";
  return { rule: tableRow, span, message, fixes: [{ title: "add the bars", edits }], related };
}

/** Reports a row whose cells stand apart by other signs; `proper` is the same row as it is written here. */
export function reportOtherSeparators(span: Span, proper: string, related: readonly Other[]): Finding {
  const message = "the cells of a table stand between `|`, not between tabs or semicolons";
  const fix: Fix = { title: "write the bars", edits: [{ span, text: proper }] };
  return { rule: tableRow, span, message, fixes: [fix], related };
}
