/**
 * What can be done with a declaration, above it: run a test or walk through it, judge on the data, see who uses it.
 *
 * The list itself costs nothing; figures and counts are worked out for the lenses that are in sight (`resolve`).
 */
import type { NameSymbol, SymbolKind } from "@tenet-lang/language";
import type { CancellationToken, CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import type { Analysed } from "../analysis/analysed.ts";
import { namesOf } from "../analysis/names.ts";
import type { TreeContext, WorkspaceContext } from "../analysis/phase.ts";
import { headline } from "../data/figures.ts";
import { insight } from "../data/insights.ts";
import type { Known } from "../documents/store.ts";
import { rangeOf } from "../protocol/positions.ts";
import { declaredInFile } from "./declared-in-file.ts";
import { feature } from "./feature.ts";
import { agreementsOf } from "./name-at.ts";

/** What a lens needs to be worked out later. */
interface LensData {
  readonly what: "references" | "judged";
  readonly uri: string;
  readonly name: string;
}

/** What is worth knowing the users of. */
const REFERRED: ReadonlySet<SymbolKind> = new Set([
  "dataset",
  "calendar",
  "clock",
  "metric",
  "standard",
  "exclusion",
  "attestation",
  "duty",
]);

const JUDGED: ReadonlySet<SymbolKind> = new Set(["standard", "attestation", "duty"]);

export const codeLenses = feature<"tree", CodeLensParams, CodeLens[]>({
  method: "textDocument/codeLens",
  needs: "tree",
  otherwise: [],
  capabilities: { codeLensProvider: { resolveProvider: true } },
  answer: (context) =>
    declaredInFile(context.parsed).flatMap((symbol) =>
      symbol.owner === null ? lensesOf(context, symbol) : [],
    ),
});

function lensesOf({ known: { uri }, isTrusted, settings }: TreeContext, symbol: NameSymbol): CodeLens[] {
  const { kind, name, file, nameSpan } = symbol;
  const range = rangeOf(file, nameSpan);
  const lens = (command: Command): CodeLens => ({ range, command });
  const later = (what: LensData["what"]): CodeLens => ({
    range,
    data: { what, uri, name } satisfies LensData,
  });
  const run = { title: "Run test", command: "tenet.runTest", arguments: [uri, name] };
  const debug = { title: "Debug test", command: "tenet.debugTest", arguments: [uri, name] };
  const judge = { title: "Judge on data", command: "tenet.judge", arguments: [uri] };
  return [
    ...(kind === "test" && isTrusted ? [lens(run), lens(debug)] : []),
    ...(kind === "agreement" && isTrusted ? [lens(judge)] : []),
    ...(JUDGED.has(kind) && isTrusted && settings.dataInsights ? [later("judged")] : []),
    ...(REFERRED.has(kind) ? [later("references")] : []),
  ];
}

export const resolveCodeLens = feature<"workspace", CodeLens, CodeLens>({
  method: "codeLens/resolve",
  needs: "workspace",
  capabilities: {},
  answer: async (context, lens, token) => {
    const data = dataOf(lens.data);
    const known = data === null ? null : context.store.get(data.uri);
    if (data === null || known === null) return { ...lens, command: nothing };
    const agreements = await agreementsOf(context, known.place.folder, known.place.path, token);
    const command =
      data.what === "references"
        ? referencesCommand(context, known, agreements, data.name)
        : await judgedCommand(context, agreements, data, token);
    return { ...lens, command };
  },
});

/** A lens whose declaration is gone shows nothing. */
const nothing: Command = { title: "", command: "" };

function referencesCommand(
  { uriOf }: WorkspaceContext,
  { uri, place }: Known,
  agreements: readonly Analysed[],
  name: string,
): Command {
  const places = new Map<string, { readonly uri: string; readonly range: ReturnType<typeof rangeOf> }>();
  let declared: NameSymbol | null = null;
  for (const analysed of agreements) {
    const { declared: all, ofSymbol } = namesOf(analysed);
    const symbol = all.symbols.find(
      (one) => one.owner === null && one.name === name && one.file.path === place.path,
    );
    if (symbol === undefined) continue;
    declared ??= symbol;
    for (const { file, span, role } of ofSymbol.get(symbol.id) ?? []) {
      if (role === "reference")
        places.set(`${file.path}:${span.start}`, { uri: uriOf(file), range: rangeOf(file, span) });
    }
  }
  if (declared === null) return nothing;
  const title = places.size === 1 ? "1 reference" : `${places.size} references`;
  const { start } = rangeOf(declared.file, declared.nameSpan);
  return { title, command: "tenet.showReferences", arguments: [uri, start, [...places.values()]] };
}

async function judgedCommand(
  context: WorkspaceContext,
  agreements: readonly Analysed[],
  { uri, name }: LensData,
  token: CancellationToken,
): Promise<Command> {
  const judge = (title: string, address = uri): Command => ({
    title,
    command: "tenet.judge",
    arguments: [address, name],
  });
  for (const analysed of agreements) {
    await context.pause(token);
    const result = await insight(context, analysed);
    if (result === null) continue;
    const address = analysed.root.uri;
    if (result.problems.length > 0) return judge("Data cannot be judged", address);
    return judge(headline(result, name) ?? "Nothing judged yet", address);
  }
  return judge("Judge on data", agreements[0]?.root.uri);
}

function dataOf(data: unknown): LensData | null {
  if (typeof data !== "object" || data === null) return null;
  if (!("what" in data && "uri" in data && "name" in data)) return null;
  const { what, uri, name } = data;
  if (what !== "references" && what !== "judged") return null;
  return typeof uri === "string" && typeof name === "string" ? { what, uri, name } : null;
}
