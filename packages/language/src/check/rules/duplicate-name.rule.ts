import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { positionAt, type Span } from "../../source/source-file.ts";
import { relatedAt, type Site } from "../site.ts";

/** Two declarations of one name. */
export const duplicateName: DiagnosticRule = {
  code: "TEN2003",
  name: "duplicate-name",
  severity: "error",
  spec: "§2.3.4",
  summary: "A name is declared once, whatever it names, across an agreement and all files that it uses.",
  help: "A sentence in any file may read any name, so two declarations of one name could not be told apart. Rename one of them.",
  examples: {
    invalid: `dataset calls from "calls.csv" one row per line
  dated called_on
  field called_on date

metric calls number of calls
`,
    valid: `dataset calls from "calls.csv" one row per line
  dated called_on
  field called_on date

metric offered number of calls
`,
  },
  fix: "offered",
};

/** Reports the later of two declarations, and points to the earlier. */
export function reportDuplicateName(
  site: Site,
  name: { readonly text: string; readonly span: Span },
  earlierSite: Site,
  earlier: Span,
): void {
  const { line } = positionAt(earlierSite.file, earlier.start);
  const message = `\`${name.text}\` is already declared in \`${earlierSite.file.path}\`, line ${line}`;
  site.say(duplicateName, name.span, message, {
    related: [relatedAt(earlierSite, earlier, `\`${name.text}\` is first declared here`)],
  });
}
