/**
 * Pushes diagnostics to clients that cannot ask for them, as soon as a document has changed.
 *
 * Edits that arrive together are answered once. A newer edit ends the work on an older one.
 */
import { CancellationTokenSource, type Connection, DiagnosticRefreshRequest } from "vscode-languageserver";
import { Cancelled } from "./analysis/pace.ts";
import type { ModelContext } from "./analysis/phase.ts";
import { contextOf, type Session } from "./contexts.ts";
import { saidOf } from "./features/said.ts";
import { lspDiagnostic } from "./protocol/diagnostics.ts";
import type { Log } from "./server.ts";

/** When to publish. */
export interface Publishing {
  /** A document changed. */
  readonly changed: (uri: string) => void;
  /** Files of the workspace changed. */
  readonly all: () => void;
}

/** Publishes for clients that do not pull; asks those that do to pull again. */
export function publishing(connection: Connection, session: Session, log: Log): Publishing {
  let running: CancellationTokenSource | null = null;
  const pulls = (): boolean => session.client.textDocument?.diagnostic !== undefined;
  const push = async (): Promise<void> => {
    running?.cancel();
    const source = new CancellationTokenSource();
    running = source;
    await session.host.turn();
    for (const { uri, version } of session.store.all()) {
      if (version === null || source.token.isCancellationRequested) continue;
      const context = (await contextOf(session, "model", uri, source.token)) as ModelContext | null;
      if (context === null) continue;
      const diagnostics = (await saidOf(context)).map((one) => lspDiagnostic(one, context.uriOf));
      await connection.sendDiagnostics({ uri, version: context.known.version ?? version, diagnostics });
    }
  };
  const quietly = (task: Promise<unknown>): void => {
    task.catch((error: unknown) => {
      if (!(error instanceof Cancelled)) log("diagnostics", error);
    });
  };
  const clear = (uri: string): void => {
    if (session.store.get(uri)?.version == null)
      quietly(connection.sendDiagnostics({ uri, diagnostics: [] }));
  };
  return {
    changed: (uri) => {
      if (pulls()) return;
      clear(uri);
      quietly(push());
    },
    all: () => {
      if (!pulls()) quietly(push());
      else if (session.client.workspace?.diagnostics?.refreshSupport === true)
        quietly(connection.sendRequest(DiagnosticRefreshRequest.type));
    },
  };
}
