import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, lineRemoved, relatedAt, type Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(more: string): string {
  return withStandard(`  requires quick
    at least 95% otherwise
${more}  measured each calendar month
  needs no minimum
`);
}

/** A row that can never be in force. */
export const unreachableRow: DiagnosticRule = {
  code: "TEN2502",
  name: "unreachable-row",
  severity: "error",
  spec: "§3.6.13",
  summary:
    "Rows are read top-down and the first that holds is in force, so no row may be hidden by an earlier one.",
  help: "Nothing is reached after `otherwise`, and of two rows with the same condition and the same date only one can ever be in force. Rows of one condition may differ by their `from` dates.",
  examples: { invalid: example("    at least 90% otherwise\n"), valid: example("") },
  fix: "offered",
};

/** Reports a row that an earlier one hides. */
export function reportUnreachableRow(site: Site, span: Span, earlier: Span, isAfterOtherwise: boolean): void {
  const why = isAfterOtherwise
    ? "an earlier row already holds for everyone"
    : "an earlier row has the same condition and date";
  site.say(unreachableRow, span, `this row can never be in force: ${why}`, {
    fixes: [fixOf("remove this row", lineRemoved(site, span))],
    related: [relatedAt(site, earlier, "this row always comes first")],
  });
}
