/** Diagnostics about a sentence of which only the origin is left. */
import type { Origin } from "@tenet-lang/evaluator";
import type { Diagnostic, DiagnosticRule } from "../diagnostics/diagnostic.ts";
import { diagnosticOf } from "../diagnostics/report.ts";
import { sourceFile } from "../source/source-file.ts";

/**
 * One finding at an origin. The file holds the sentence alone, at its line: compiling has models, not texts.
 */
export function diagnosticAt(rule: DiagnosticRule, origin: Origin, message: string): Diagnostic {
  const start = origin.line - 1;
  const file = sourceFile(origin.file, `${"\n".repeat(start)}${origin.text}`);
  return diagnosticOf(rule, file, { start, end: start + origin.text.length }, message);
}
