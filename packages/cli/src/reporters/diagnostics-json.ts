/**
 * Diagnostics as JSON (`tenet.diagnostics/1`): lines and columns are 1-based, columns count UTF-16 units. A fix with
 * `isGuess` is one to choose from, for somebody who knows what is meant.
 */
import { type Diagnostic, positionAt, type SourceFile, type Span } from "@tenet-lang/language";
import { inertJson } from "./inert.ts";

/** The JSON text. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  pathOf: (file: SourceFile) => string,
): string {
  const report = {
    schema: "tenet.diagnostics/1",
    diagnostics: diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      name: diagnostic.name,
      severity: diagnostic.severity,
      message: diagnostic.message,
      ...placeOf(diagnostic.file, diagnostic.span, pathOf),
      fixes: diagnostic.fixes.map(({ title, isGuess, edits }) => ({
        title,
        ...(isGuess === true ? { isGuess } : {}),
        edits: edits.map((edit) => ({ range: rangeOf(diagnostic.file, edit.span), text: edit.text })),
      })),
      related: diagnostic.related.map((related) => ({
        message: related.message,
        ...placeOf(related.file, related.span, pathOf),
      })),
    })),
  };
  return `${inertJson(JSON.stringify(report, null, 2))}\n`;
}

function placeOf(file: SourceFile, span: Span, pathOf: (file: SourceFile) => string): object {
  return { file: pathOf(file), range: rangeOf(file, span) };
}

function rangeOf(file: SourceFile, span: Span): object {
  return { start: positionAt(file, span.start), end: positionAt(file, span.end) };
}
