/** What a rule says about one place: everything of a diagnostic but its file. */
import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";

export interface Finding {
  readonly rule: DiagnosticRule;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** A fix that replaces one stretch of text. */
export function replacing(span: Span, text: string, title: string): Fix {
  return { title, edits: [{ span, text }] };
}
