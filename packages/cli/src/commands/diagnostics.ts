/** Diagnostics in the format that was asked for. */
import { allRules, type Diagnostic } from "@tenet-lang/language";
import type { Session } from "../io/session.ts";
import { diagnosticsGithub } from "../reporters/diagnostics-github.ts";
import { diagnosticsJson } from "../reporters/diagnostics-json.ts";
import { diagnosticsSarif } from "../reporters/diagnostics-sarif.ts";
import { diagnosticsText } from "../reporters/diagnostics-text.ts";
import { palette } from "../reporters/palette.ts";
import type { FileNames } from "./agreement.ts";
import { version } from "./version.ts";

/** Formats that diagnostics have. */
export const diagnosticFormats = ["text", "json", "sarif", "github"] as const;

/** One of them. */
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** The report, as text for the given stream. */
export function reportOf(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  names: FileNames,
  view: { readonly colour: boolean; readonly width: number },
): string {
  switch (format) {
    case "text":
      return diagnosticsText(diagnostics, {
        palette: palette(view.colour),
        width: view.width,
        pathOf: names.forPeople,
        helpOf: (code) => allRules.find((rule) => rule.code === code)?.help ?? null,
      });
    case "json":
      return diagnosticsJson(diagnostics, names.forMachines);
    case "sarif":
      return diagnosticsSarif(diagnostics, { rules: allRules, pathOf: names.forMachines, version });
    case "github":
      return diagnosticsGithub(diagnostics, names.forMachines);
  }
}

/**
 * What stands in the way of a command that needs a bundle: for people on standard error; a format for machines that
 * knows diagnostics says them in its own way. Hints stand in nobody's way, and are what `tenet check` is for.
 */
export async function reportObstacles(
  session: Session,
  all: readonly Diagnostic[],
  format: string,
  names: FileNames,
): Promise<void> {
  const diagnostics = all.filter(({ severity }) => severity !== "hint");
  if (diagnostics.length === 0) return;
  if (format === "sarif" || format === "github") {
    await session.out(reportOf(diagnostics, format, names, { colour: false, width: session.width }));
  } else {
    const view = { colour: session.colour.note, width: session.width };
    session.note(reportOf(diagnostics, "text", names, view));
  }
}
