/** `tenet check`: reads contract files and says what is wrong with them. */
import type { Diagnostic } from "@tenet-lang/language";
import { type Command, Option } from "commander";
import { FileFailure } from "../io/failure.ts";
import { absolute, filesUnder, kindOf, shownFrom } from "../io/files.ts";
import type { Session } from "../io/session.ts";
import { palette } from "../reporters/palette.ts";
import { count } from "../reporters/words.ts";
import { fileNames, hasErrors, type Opened, openAgreement } from "./agreement.ts";
import { type DiagnosticFormat, diagnosticFormats, reportOf } from "./diagnostics.ts";
import { type Act, type ExitCode, exit, gravest, refuse } from "./exit.ts";

interface CheckOptions {
  readonly format: DiagnosticFormat;
}

/** Arguments and options of the command. */
export function configure(command: Command, act: Act): void {
  command
    .argument("[path...]", "agreements, libraries, or folders of them", ["."])
    .addOption(new Option("--format <format>", "how to report").choices(diagnosticFormats).default("text"))
    .action((paths: string[], options: CheckOptions) => act((session) => runCheck(session, paths, options)));
}

/** Exit code: findings where there is an error, unusable where a file could not be read. */
export async function runCheck(
  session: Session,
  paths: readonly string[],
  { format }: CheckOptions,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  const opened: Opened[] = [];
  for (const path of sourcePaths(session, paths, codes)) {
    const result = await openAgreement(session, path);
    if (result instanceof FileFailure)
      codes.push(refuse(session, `cannot read ${shownFrom(session.folder, path)}: ${result.reason}`));
    else opened.push(result);
  }
  if (opened.length === 0) return gravest([exit.unusable, ...codes]);
  const diagnostics = diagnosticsOf(opened);
  const view = { colour: session.colour.out, width: session.width };
  await session.out(reportOf(diagnostics, format, fileNames(session, opened), view));
  if (format === "text" && diagnostics.length === 0) await session.out(allWell(session, opened));
  return gravest([hasErrors(diagnostics) ? exit.findings : exit.well, ...codes]);
}

/** The files named, and those of the folders named, each once. */
export function sourcePaths(
  session: Session,
  paths: readonly string[],
  codes: ExitCode[],
): readonly string[] {
  const found = paths.flatMap((path): readonly string[] => {
    const whole = absolute(session.folder, path);
    if (kindOf(whole) !== "folder") return [whole];
    const files = filesUnder(whole, ".tenet");
    if (files instanceof FileFailure) codes.push(refuse(session, `cannot read ${path}: ${files.reason}`));
    else if (files.length === 0) codes.push(refuse(session, `there is no .tenet file in ${path}`));
    return files instanceof FileFailure ? [] : files;
  });
  return [...new Set(found)];
}

/** What is said about a shared file is said once, however many agreements use it. */
function diagnosticsOf(opened: readonly Opened[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const { paths, diagnostics } of opened)
    for (const diagnostic of diagnostics) {
      const { file, code, span, message } = diagnostic;
      const key = JSON.stringify([paths.get(file), code, span.start, span.end, message]);
      if (!seen.has(key)) seen.set(key, diagnostic);
    }
  return [...seen.values()];
}

function allWell(session: Session, opened: readonly Opened[]): string {
  const files = new Set(opened.flatMap(({ paths }) => [...paths.values()]));
  const { good } = palette(session.colour.out);
  return `${good("✓")} ${count(files.size, "file")} checked, nothing to report\n`;
}
