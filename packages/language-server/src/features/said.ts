/** What is said about a file: by its own text, and by every agreement that it belongs to. */
import type { Diagnostic } from "@tenet-lang/language";
import type { ModelContext } from "../analysis/phase.ts";

/** All diagnostics of the context's file, each once, in the order of their places. */
export async function saidOf(context: ModelContext): Promise<readonly Diagnostic[]> {
  const seen = new Map<string, Diagnostic>();
  for (const { diagnostics } of await context.agreements()) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.file !== context.file) continue;
      const { code, span, message } = diagnostic;
      const key = `${code} ${span.start} ${span.end} ${message}`;
      if (!seen.has(key)) seen.set(key, diagnostic);
    }
  }
  return [...seen.values()].sort((one, other) => one.span.start - other.span.start);
}
