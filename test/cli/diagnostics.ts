/** Diagnostics made by hand, for the tests of the reporters. */
import { type Diagnostic, type DiagnosticRule, type SourceFile, sourceFile } from "@tenet-lang/language";

export const agreement: SourceFile = sourceFile(
  "courier.tenet",
  [
    'standard punctual "Parcels arrive when promised"',
    "  requires csat at least 4.2",
    "\trequires on_time atleast 95%  # bedeutet ‚pünktlich‘",
    "  measured each calendar month",
    "",
  ].join("\n"),
);

export const unknownName: DiagnosticRule = {
  code: "TEN2014",
  name: "unknown-name",
  severity: "error",
  spec: "§3.1.4",
  summary: "Every name that is used must be declared once.",
  help: "A name that nothing declares has no meaning. Declare it, or correct the spelling.",
  examples: { invalid: 'agreement a "A"\n  requires nothing\n', valid: 'agreement a "A"\n' },
  fix: "offered",
};

/** A diagnostic on the first place where `text` stands. */
export function diagnosticOn(
  text: string,
  parts: Partial<Diagnostic> = {},
  file: SourceFile = agreement,
): Diagnostic {
  const start = file.text.indexOf(text);
  return {
    code: "TEN2014",
    name: "unknown-name",
    severity: "error",
    message: `\`${text}\` is not declared`,
    file,
    span: { start, end: start + text.length },
    fixes: [],
    related: [],
    ...parts,
  };
}

const start = agreement.text.indexOf("csat");

export const withFix: Diagnostic = diagnosticOn("csat", {
  fixes: [{ title: "write `csat_score`", edits: [{ span: { start, end: start + 4 }, text: "csat_score" }] }],
  related: [{ file: agreement, span: { start: 9, end: 17 }, message: "`punctual` asks for it here" }],
});
