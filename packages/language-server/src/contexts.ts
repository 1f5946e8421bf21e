/** Makes the context that a feature needs, from the least phase on: nothing is worked out that is not asked for. */
import type { CancellationToken } from "vscode-languageserver";
import { type Pause, paced } from "./analysis/pace.ts";
import type { Contexts, ModelContext, Phase, WorkspaceContext } from "./analysis/phase.ts";
import { addressIn } from "./protocol/uris.ts";
import type { Session } from "./session.ts";

/** The context of a phase; null where the document is not known. */
export async function contextOf(
  session: Session,
  needs: Phase,
  uri: string | null,
  token: CancellationToken,
): Promise<Contexts[Phase] | null> {
  const pause = paced(session.host.turn);
  const known = uri === null ? null : session.store.get(uri);
  const workspace = workspaceContext(session, pause);
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

/** The context that all others start from. */
export function workspaceContext(session: Session, pause: Pause): WorkspaceContext {
  const folder = session.store.folders[0] ?? "";
  return {
    ...session,
    pause,
    uriOf: (file) => session.store.uriOf(file) ?? addressIn({ folder, path: file.path }),
  };
}

async function modelContext(
  { store, analysis }: Session,
  tree: Contexts["tree"],
  pause: Pause,
  token: CancellationToken,
): Promise<ModelContext> {
  const root = analysis.rootsOf(tree.known)[0] ?? tree.known;
  const analysed = await analysis.analysed(root, token, pause);
  // Reading what the file uses may have let an edit in: the tree is that of the agreement.
  const known = store.get(tree.known.uri) ?? tree.known;
  return {
    ...tree,
    known,
    file: known.file,
    parsed: store.treeOf(known),
    analysed,
    agreements: () => analysis.agreementsOf(known, token, pause),
  };
}
