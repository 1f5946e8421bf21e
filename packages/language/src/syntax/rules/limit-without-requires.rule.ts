import type { DiagnosticRule, TextEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { standardWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A limit that is stated and not required. */
export const limitWithoutRequires: DiagnosticRule = {
  code: "TEN1024",
  name: "limit-without-requires",
  severity: "error",
  spec: "§3.6.1",
  summary: "What a standard asks for starts with `requires`.",
  help: "The first word of a line says what the line does: `requires` is a limit that can be missed, `warns when` only a warning, `tolerates` an exception. So a limit cannot go without its word.",
  examples: {
    invalid: standardWith("quick_answers must be at least 95%"),
    valid: standardWith("requires quick_answers at least 95%"),
  },
  fix: "offered",
};

/** `span` is the sentence, which `edits` make right. */
export function reportLimitWithoutRequires(
  file: SourceFile,
  span: Span,
  edits: readonly TextEdit[],
): Finding {
  const proper = quoted(edited(file, span, edits));
  const message = `a limit starts with \`requires\`: write ${proper}`;
  const fix = { title: `write ${proper.slice(1, -1)}`, edits };
  return { rule: limitWithoutRequires, span, message, fixes: [fix] };
}

function edited(file: SourceFile, { start, end }: Span, edits: readonly TextEdit[]): string {
  let text = "";
  let at = start;
  for (const { span, text: by } of edits.toSorted((left, right) => left.span.start - right.span.start)) {
    text += file.text.slice(at, span.start) + by;
    at = span.end;
  }
  return (text + file.text.slice(at, end)).replace(/\s+/g, " ");
}
