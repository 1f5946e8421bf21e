import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { CancellationToken } from "vscode-languageserver";
import { writeWorkspace } from "../../../bench/editor/workspace.ts";
import { Analysis } from "../src/analysis/analysis.ts";
import { contextOf, type Session } from "../src/contexts.ts";
import { Store } from "../src/documents/store.ts";
import { features } from "../src/features/features.ts";
import { usualSettings } from "../src/protocol/settings.ts";
import { memoryHost } from "./harness/memory-host.ts";
import { root, uriOf, usualCapabilities } from "./harness/workspace.ts";

const lines = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync("/tmp/tenet/ws-");
const text = writeWorkspace(folder, 500, lines);
const store = new Store();
store.setFolders([root]);
const shared = readFileSync(folder + "/shared/partners.tenet", "utf8");
store.setSaved(uriOf("shared/partners.tenet"), shared);
for (const f of readdirSync(folder))
  if (f.endsWith(".tenet") && f !== "long.tenet")
    store.setSaved(uriOf(f), readFileSync(folder + "/" + f, "utf8"));
const host = memoryHost(new Map());
const session: Session = {
  store,
  host,
  analysis: new Analysis(store, host),
  client: usualCapabilities,
  settings: usualSettings,
  isTrusted: true,
};
const all = text.split("\n");
const line = all.findIndex((l, i) => i > all.length / 2 && l.startsWith("  requires csat"));
const mline = all.findIndex((l, i) => i > all.length / 2 && l.startsWith("metric csat"));
const off = all.slice(0, mline).join("\n").length + 1 + "metric c".length;
const position = { line, character: "  requires csa".length };
const textDocument = { uri: uriOf("long.tenet") };
let version = 0;
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
for (const [method, params] of ([
  ["textDocument/diagnostic", { textDocument }],
  ["textDocument/completion", { textDocument, position }],
  ["textDocument/hover", { textDocument, position }],
  ["textDocument/definition", { textDocument, position }],
  ["textDocument/signatureHelp", { textDocument, position }],
  ["textDocument/references", { textDocument, position, context: { includeDeclaration: true } }],
  ["textDocument/documentHighlight", { textDocument, position }],
  ["textDocument/rename", { textDocument, position, newName: "other" }],
  ["textDocument/semanticTokens/full", { textDocument }],
  ["textDocument/codeLens", { textDocument }],
  [
    "textDocument/codeAction",
    { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } },
  ],
  ["textDocument/documentSymbol", { textDocument }],
  ["textDocument/formatting", { textDocument, options: { tabSize: 2, insertSpaces: true } }],
] as const).filter(x=>!process.argv[3]||x[0]===process.argv[3])) {
  const f = features.find((x) => x.method === method);
  if (!f) continue;
  const out: number[] = [];
  for (let i = 0; i < 120; i++) {
    version++;
    const t = cpu();
    store.setOpen(
      uriOf("long.tenet"),
      i % 2 === 0 ? text.slice(0, off) + "x" + text.slice(off) : text,
      version,
    );
    const ctx = await contextOf(session, f.needs, uriOf("long.tenet"), CancellationToken.None);
    JSON.stringify(await f.answer(ctx!, params, CancellationToken.None));
    out.push(cpu() - t);
  }
  out.splice(0, 20);
  out.sort((a, b) => a - b);
  console.log(
    method.padEnd(36),
    "cpu median",
    out[30]!.toFixed(1),
    "least",
    out[0]!.toFixed(1),
    "p95",
    out[30]!.toFixed(1),
  );
}
process.exit(0);
