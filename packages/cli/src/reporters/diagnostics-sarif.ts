/** Diagnostics for code scanning, with the law of each rule that was broken and the fixes that are offered. */
import {
  type Diagnostic,
  type DiagnosticRule,
  type Fix,
  positionAt,
  type SourceFile,
  type Span,
} from "@tenet-lang/language";
import { type Region, type SarifResult, sarifLog } from "./sarif.ts";

/** What the log says beside the diagnostics. */
export interface DiagnosticsSarifOptions {
  readonly rules: readonly DiagnosticRule[];
  /** A file's path from the root of the repository. */
  readonly pathOf: (file: SourceFile) => string;
  readonly version: string;
}

/** The log; it lists the rules of the codes that occur. */
export function diagnosticsSarif(
  diagnostics: readonly Diagnostic[],
  options: DiagnosticsSarifOptions,
): string {
  const used = new Set(diagnostics.map((diagnostic) => diagnostic.code));
  const rules = options.rules
    .filter((rule) => used.has(rule.code))
    .map(({ code, name, summary, help, spec }) => ({
      id: code,
      name,
      summary,
      help: `${help} See ${spec} of the specification.`,
    }));
  return sarifLog(
    rules,
    diagnostics.map((diagnostic) => resultOf(diagnostic, options)),
    options.version,
  );
}

function resultOf(diagnostic: Diagnostic, { pathOf }: DiagnosticsSarifOptions): SarifResult {
  const { file, severity, code, message } = diagnostic;
  const path = pathOf(file);
  return {
    rule: code,
    level: severity === "hint" ? "note" : severity,
    message,
    place: { path, region: regionOf(file, diagnostic.span) },
    related: diagnostic.related.map((related) => ({
      path: pathOf(related.file),
      region: regionOf(related.file, related.span),
      message: related.message,
    })),
    fixes: diagnostic.fixes.filter(isCertain).map(({ title, edits }) => ({
      title,
      path,
      edits: edits.map((edit) => ({ region: regionOf(file, edit.span), text: edit.text })),
    })),
    subject: `${code}/${path}/${message}`,
  };
}

/** Code scanning may apply what it is given: guesses are for whoever reads. */
function isCertain({ isGuess }: Fix): boolean {
  return isGuess !== true;
}

function regionOf(file: SourceFile, span: Span): Region {
  const start = positionAt(file, span.start);
  const end = positionAt(file, span.end);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
