/** Diagnostics of the language as the protocol has them. */
import { allRules, type Diagnostic, type Severity } from "@tenet-lang/language";
import {
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
} from "vscode-languageserver";
import { rangeOf } from "./positions.ts";

/** The address of a file that a diagnostic is about; null where it has none to give. */
export type AddressOfFile = (file: Diagnostic["file"]) => string | null;

/** What a client shows as the origin of a diagnostic. */
export const source = "tenet";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/** Names of rules whose finding is text that could as well be absent: clients draw it faded. */
const unnecessary: ReadonlySet<string> = new Set(["unused"]);

const codes: ReadonlySet<string> = new Set(allRules.map(({ code }) => code));

/** Documents with this scheme are made by the server itself, so that they can be read without a network. */
export const helpScheme = "tenet-help";

/** A diagnostic for the client. */
export function lspDiagnostic(diagnostic: Diagnostic, addressOf: AddressOfFile): LspDiagnostic {
  const { code, name, severity, message, file, span, related } = diagnostic;
  const href = pageOf(code);
  const places = related.flatMap((place): DiagnosticRelatedInformation[] => {
    const uri = addressOf(place.file);
    return uri === null
      ? []
      : [{ location: { uri, range: rangeOf(place.file, place.span) }, message: place.message }];
  });
  return {
    range: rangeOf(file, span),
    severity: severities[severity],
    code,
    source,
    message,
    ...(href === null ? {} : { codeDescription: { href } }),
    ...(places.length === 0 ? {} : { relatedInformation: places }),
    ...(unnecessary.has(name) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/** The page that explains a code; null for a code that no rule has. */
export function pageOf(code: string): string | null {
  return codes.has(code) ? `${helpScheme}:/diagnostics/${code}.md` : null;
}

/** The code that a page explains; null for the address of anything else. */
export function codeOfPage(uri: string): string | null {
  const [, code] = /^tenet-help:\/+diagnostics\/(\w+)\.md$/.exec(uri) ?? [];
  return code ?? null;
}
