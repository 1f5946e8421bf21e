/**
 * What is said of a text: which errors, by their codes (`grammar/diagnostics.md`), and at which lines.
 *
 * A line is given by its number or by its words (blanks around them aside), so that a case whose lines come from
 * parts need not count them. An error stands at the line where its place begins. All errors must be expected, and
 * all expected ones found; so too of warnings, where a case expects some or none. Hints are not looked at.
 */
import { type Diagnostic, lineText, positionAt } from "@tenet-lang/language";
import { expect } from "vitest";
import { decode } from "../../packages/cli/src/io/files.ts";
import { agreementTexts, type CaseFile, type ConformanceCase, type ExpectedDiagnostic } from "./case-file.ts";

const agreementFile = "case.tenet";

export function compareDiagnostics(
  expected: readonly ExpectedDiagnostic[],
  errors: readonly Diagnostic[],
): void {
  const wanted = expected.flatMap(({ code, line, file = agreementFile, times = 1 }) =>
    Array.from({ length: times }, () => ({ code, line, file })),
  );
  const left = errors.map(placeOf);
  const unsaid = wanted.filter((one) => {
    const at = left.findIndex((place) => isAt(one, place));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect({ unsaid, unexpected: left }).toEqual({ unsaid: [], unexpected: [] });
}

/** Whether the bytes of a case's agreement are no text. */
export function isUnreadable(one: ConformanceCase, parts: CaseFile["parts"]): boolean {
  if (one.encoding === undefined) return false;
  const [text = ""] = agreementTexts(one, parts);
  return typeof decode(agreementFile, Buffer.from(text, one.encoding)) !== "string";
}

interface Place {
  readonly code: string;
  readonly line: number;
  readonly words: string;
  readonly file: string;
  readonly message: string;
}

function placeOf({ code, file, span, message }: Diagnostic): Place {
  const { line } = positionAt(file, span.start);
  return { code, line, words: lineText(file, line).trim(), file: file.path, message };
}

function isAt(wanted: ExpectedDiagnostic, { code, line, words, file }: Place): boolean {
  const isLine = typeof wanted.line === "number" ? wanted.line === line : wanted.line.trim() === words;
  return isLine && wanted.code === code && wanted.file === file;
}
