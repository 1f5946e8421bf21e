import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { relatedAt, type Site } from "../site.ts";

/** Two fields of one name in a dataset. */
export const duplicateField: DiagnosticRule = {
  code: "TEN2006",
  name: "duplicate-field",
  severity: "error",
  spec: "§2.3.5",
  summary: "A dataset declares each of its fields once.",
  help: "Two fields may read the same column under two names, but one name stands for one field. Rename or remove one of them.",
  examples: {
    invalid: `dataset calls from "calls.csv" one row per line
  field wait duration in seconds
  field wait duration in minutes from "Wait (min)"
`,
    valid: `dataset calls from "calls.csv" one row per line
  field wait duration in seconds
  field wait_minutes duration in minutes from "Wait (min)"
`,
  },
  fix: "offered",
};

/** Reports the later of two fields. */
export function reportDuplicateField(site: Site, name: ast.Name, earlier: Span): void {
  site.say(duplicateField, name.span, `field \`${name.text}\` is declared twice`, {
    related: [relatedAt(site, earlier, `\`${name.text}\` is first declared here`)],
  });
}
