/**
 * What is said about a file: by its own text, by every agreement that it belongs to, and by compiling them, where that
 * was done already.
 */
import type { Diagnostic, SourceFile } from "@tenet-lang/language";
import type { CancellationToken, Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { Checked } from "../analysis/analysis.ts";
import type { WorkspaceContext } from "../analysis/phase.ts";
import type { Known } from "../documents/store.ts";
import { lspDiagnostic } from "../protocol/diagnostics.ts";
import { resultIdOf } from "./result-ids.ts";

/** All that is said about a file, as the client is told it, with a name for it. */
export interface Report {
  readonly resultId: string;
  readonly items: LspDiagnostic[];
}

/**
 * The report of a file; the same as before while nothing that it was made from has changed. `soon` is for those who
 * wait: what takes long is left out, and told later.
 */
export async function reportOf(
  context: Pick<WorkspaceContext, "analysis" | "pause" | "uriOf">,
  known: Known,
  token: CancellationToken,
  extent: "all" | "soon",
): Promise<Report> {
  const { analysis, pause, uriOf } = context;
  const sources = sourcesOf(await analysis.checkedOf(known, token, pause, extent));
  const before = reports.get(known.file);
  const isSame =
    before?.sources.length === sources.length && before.sources.every((one, at) => one === sources[at]);
  if (before !== undefined && isSame) return before.report;
  const items = diagnosticsIn(sources, known.file).map((diagnostic) => lspDiagnostic(diagnostic, uriOf));
  const report = { resultId: resultIdOf(items), items };
  reports.set(known.file, { sources, report });
  return report;
}

/** What is said about a file to those who wait, each thing once, in the order of their places. */
export async function saidOf(
  { analysis, pause }: Pick<WorkspaceContext, "analysis" | "pause">,
  known: Known,
  token: CancellationToken,
): Promise<readonly Diagnostic[]> {
  return diagnosticsIn(sourcesOf(await analysis.checkedOf(known, token, pause, "soon")), known.file);
}

/** The diagnostics of a check, or of a bundle; the same list for as long as they are true. */
type Source = readonly Diagnostic[];

const reports = new WeakMap<SourceFile, { readonly sources: readonly Source[]; readonly report: Report }>();

function sourcesOf(checked: readonly Checked[]): readonly Source[] {
  return checked.flatMap(({ diagnostics, compiled }) =>
    compiled === null ? [diagnostics] : [diagnostics, compiled.diagnostics],
  );
}

function diagnosticsIn(sources: readonly Source[], file: SourceFile): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of sources.flat()) {
    if (diagnostic.file !== file) continue;
    const key = keyOf(diagnostic);
    const earlier = seen.get(key);
    const knowsMore = earlier?.fixes.length === 0 && diagnostic.fixes.length > 0;
    if (earlier === undefined || knowsMore) seen.set(key, diagnostic);
  }
  return [...seen.values()].sort((one, other) => one.span.start - other.span.start);
}

/** A slip of writing (1xxx) is one, though agreements that use the file know more or less of what it may mean. */
function keyOf({ code, span, message }: Diagnostic): string {
  const isOfWriting = code.startsWith("TEN1");
  return `${code} ${span.start} ${span.end}${isOfWriting ? "" : ` ${message}`}`;
}
