/** Makes the context that a feature needs, from the least phase on: nothing is worked out that is not asked for. */
import type { CancellationToken, ClientCapabilities } from "vscode-languageserver";
import type { Analysed, Analysis } from "./analysis/analysis.ts";
import { type Pause, paced } from "./analysis/pace.ts";
import type { Contexts, ModelContext, Phase, WorkspaceContext } from "./analysis/phase.ts";
import type { Known, Store } from "./documents/store.ts";
import type { Host } from "./host/host.ts";
import type { Settings } from "./protocol/settings.ts";
import { addressIn } from "./protocol/uris.ts";

/** What lives as long as the server. */
export interface Session {
  readonly store: Store;
  readonly analysis: Analysis;
  readonly host: Host;
  readonly client: ClientCapabilities;
  readonly settings: Settings;
}

/** The context of a phase; null where the document is not known. */
export async function contextOf(
  session: Session,
  needs: Phase,
  uri: string | null,
  token: CancellationToken,
): Promise<Contexts[Phase] | null> {
  const pause = paced(session.host.turn);
  const known = uri === null ? null : session.store.get(uri);
  const folder = known?.place.folder ?? session.store.folders[0] ?? "";
  const workspace: WorkspaceContext = {
    ...session,
    pause,
    uriOf: ({ path }) => session.store.at({ folder, path })?.uri ?? addressIn({ folder, path }),
  };
  if (needs === "workspace") return workspace;
  if (known === null) return null;
  const text = { ...workspace, known, file: known.file };
  if (needs === "text") return text;
  const tree = { ...text, parsed: session.store.treeOf(known) };
  if (needs === "tree") return tree;
  const model = await modelContext(session, tree, pause, token);
  if (needs === "model") return model;
  return { ...model, bundle: session.analysis.compiledNow(model.analysed)?.bundle ?? null };
}

async function modelContext(
  { store, analysis }: Session,
  tree: Contexts["tree"],
  pause: Pause,
  token: CancellationToken,
): Promise<ModelContext> {
  const roots = analysis.rootsOf(tree.known);
  const first = await analysed(roots[0] ?? tree.known);
  let all: Promise<readonly Analysed[]> | null = null;
  const known = store.get(tree.known.uri) ?? tree.known;
  // Reading what the file uses may have let an edit in: the tree is that of the agreement.
  const now = { ...tree, known, file: known.file, parsed: store.treeOf(known) };
  return {
    ...now,
    analysed: first,
    agreements: () => {
      all ??= rest();
      return all;
    },
  };

  function analysed(root: Known): Promise<Analysed> {
    return analysis.analysed(root, token, pause);
  }

  async function rest(): Promise<readonly Analysed[]> {
    const found = [first];
    for (const root of roots.slice(1)) {
      await pause(token);
      const next = await analysed(root);
      if (next.loaded.files.some(({ file }) => file === now.file)) found.push(next);
    }
    return found;
  }
}
