/** What a rule says about one place: everything of a diagnostic but its file. */
import type { DiagnosticRule, Fix, TextEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../../source/source-file.ts";

export interface Finding {
  readonly rule: DiagnosticRule;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** Other places of the same file that belong to it. */
  readonly related?: readonly Other[];
}

export interface Other {
  readonly span: Span;
  /** What is there, in words for whoever looks. */
  readonly message: string;
}

/** The head line of the declaration that a sentence stands in. */
export function declarationAt(head: Span | null): readonly Other[] {
  return head === null ? [] : [{ span: head, message: "the sentence belongs to this declaration" }];
}

/** A fix that replaces one stretch of text. */
export function replacing(span: Span, text: string, title: string): Fix {
  return { title, edits: [{ span, text }] };
}

/** A stretch of a file as it reads after some edits, on one line. */
export function editedText(file: SourceFile, { start, end }: Span, edits: readonly TextEdit[]): string {
  let text = "";
  let at = start;
  for (const { span, text: by } of edits.toSorted((left, right) => left.span.start - right.span.start)) {
    text += file.text.slice(at, span.start) + by;
    at = span.end;
  }
  return (text + file.text.slice(at, end)).trim().replace(/\s+/g, " ");
}
