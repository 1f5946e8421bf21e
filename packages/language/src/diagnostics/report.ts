/** Makes a diagnostic from the rule that defines its code. */
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Diagnostic, DiagnosticRule, Fix, Related } from "./diagnostic.ts";

/** One finding of `rule` at `span`. */
export function diagnosticOf(
  rule: DiagnosticRule,
  file: SourceFile,
  span: Span,
  message: string,
  extra: { readonly fixes?: readonly Fix[]; readonly related?: readonly Related[] } = {},
): Diagnostic {
  const { code, name, severity } = rule;
  return {
    code,
    name,
    severity,
    message,
    file,
    span,
    fixes: extra.fixes ?? [],
    related: extra.related ?? [],
  };
}
