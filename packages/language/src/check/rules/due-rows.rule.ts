import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, inserted, relatedAt, type Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(last: string): string {
  return withCalls(`clock answer_time on calls
  starts at started_at
  stops at started_at
  dated started_at
  due within 60 seconds where outcome is answered
    within 5 minutes${last}
`);
}

/** Rows of a `due` sentence that do not say for whom they are. */
export const dueRows: DiagnosticRule = {
  code: "TEN2826",
  name: "due-rows",
  severity: "error",
  spec: "§3.4.18",
  summary: "A case is due at a field or within a time, and the last of several times is for all other cases.",
  help: "Rows are read top-down, and the first whose condition is true holds. The last says `otherwise`, so that nobody takes it for one that lost its condition.",
  examples: { invalid: example(""), valid: example(" otherwise") },
  fix: "offered",
};

/** Reports rows of `due`; where `otherwise` is missing, at which offset. */
export function reportDueRows(
  site: Site,
  span: Span,
  message: string,
  missing: number | null,
  other: { readonly span: Span; readonly says: string },
): void {
  const fixes = missing === null ? [] : [fixOf("write `otherwise`", inserted(missing, " otherwise"))];
  site.say(dueRows, span, message, { fixes, related: [relatedAt(site, other.span, other.says)] });
}
