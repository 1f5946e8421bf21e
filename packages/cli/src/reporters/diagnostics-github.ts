/** Diagnostics as annotations on a pull request. */

import { type Diagnostic, positionAt, type SourceFile } from "@tenet-lang/language";
import { leadOf } from "./fix-lead.ts";
import { type Annotation, workflowCommand } from "./workflow-command.ts";

const levels: Readonly<Record<Diagnostic["severity"], Annotation["level"]>> = {
  error: "error",
  warning: "warning",
  hint: "notice",
};

/** One line per diagnostic. */
export function diagnosticsGithub(
  diagnostics: readonly Diagnostic[],
  pathOf: (file: SourceFile) => string,
): string {
  return diagnostics
    .map((diagnostic) => {
      const start = positionAt(diagnostic.file, diagnostic.span.start);
      const end = positionAt(diagnostic.file, diagnostic.span.end);
      const command = workflowCommand({
        level: levels[diagnostic.severity],
        file: pathOf(diagnostic.file),
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        title: `${diagnostic.code} ${diagnostic.name}`,
        message: [diagnostic.message, ...diagnostic.fixes.map((fix) => `${leadOf(fix)}: ${fix.title}`)],
      });
      return `${command}\n`;
    })
    .join("");
}
