/**
 * Diagnostics that the client need not ask for.
 *
 * A client that cannot ask is sent what is said of its open documents as soon as one of them has changed, and of all
 * other files after that. Edits that arrive together are answered once, and a newer edit ends the work on an older
 * one. What only compiling finds, or the last of hundreds of agreements that share a file, is looked for when nobody has
 * typed for a moment; a client that asks is then told to ask again.
 */
import {
  type CancellationToken,
  CancellationTokenSource,
  type Connection,
  DiagnosticRefreshRequest,
} from "vscode-languageserver";
import { Cancelled, paced } from "./analysis/pace.ts";
import { workspaceContext } from "./contexts.ts";
import type { Known } from "./documents/store.ts";
import { reportOf } from "./features/said.ts";
import type { Log, Session } from "./session.ts";

/** When to publish. */
export interface Publishing {
  /** A document changed, or was closed. */
  readonly document: () => void;
  /** Files of the workspace or settings changed. */
  readonly workspace: () => void;
}

/** Milliseconds without an edit after which open agreements are compiled. */
const QUIET = 400;

/** Publishes what is said. */
export function publishing(connection: Connection, session: () => Session, log: Log): Publishing {
  const sent = new Map<string, string>();
  let running = new CancellationTokenSource();
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const pulls = (): boolean => session().client.textDocument?.diagnostic !== undefined;

  /** Ends what is running. A source that nobody has asked for its token must not be cancelled twice, so it is replaced. */
  function stop(): void {
    running.cancel();
    running = new CancellationTokenSource();
  }

  /** Starts over: whatever is running is of an earlier text. */
  function start(work: (token: CancellationToken) => Promise<void>): void {
    stop();
    work(running.token).catch((error: unknown) => {
      if (!(error instanceof Cancelled)) log("diagnostics", error);
    });
  }

  async function push(token: CancellationToken): Promise<void> {
    const { host, store, settings } = session();
    await host.turn();
    const wanted = store.all().filter(({ version }) => version !== null || settings.checkWorkspace);
    const context = workspaceContext(session(), paced(host.turn));
    for (const known of wanted) {
      await context.pause(token);
      const { resultId, items } = await reportOf(context, known, token, "soon");
      await send(known.uri, known.version, resultId, items);
    }
    const present = new Set(wanted.map(({ uri }) => uri));
    for (const uri of sent.keys()) if (!present.has(uri)) await send(uri, null, "", []);
  }

  async function send(
    uri: string,
    version: number | null,
    resultId: string,
    diagnostics: Awaited<ReturnType<typeof reportOf>>["items"],
  ): Promise<void> {
    const name = `${version} ${resultId}`;
    if (sent.get(uri) === name) return;
    if (resultId === "") sent.delete(uri);
    else sent.set(uri, name);
    await connection.sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics });
  }

  /** Compiles what is open, and sees it through all its agreements; true where there may be something new to say. */
  async function compileOpen(token: CancellationToken): Promise<boolean> {
    const { store, analysis, host } = session();
    const pause = paced(host.turn);
    let hasFound = false;
    for (const known of store.all().filter(isOpen)) {
      for (const { analysed, compiled } of await analysis.checkedOf(known, token, pause, "all")) {
        await pause(token);
        if (compiled !== null) continue;
        hasFound = (await analysis.compiled(analysed)).diagnostics.length > 0 || hasFound;
      }
      hasFound = analysis.takeUnfinished(known) || hasFound;
    }
    return hasFound;
  }

  async function refresh(token: CancellationToken): Promise<void> {
    if (!pulls()) await push(token);
    else if (session().client.workspace?.diagnostics?.refreshSupport === true)
      await connection.sendRequest(DiagnosticRefreshRequest.type);
  }

  function compileLater(): void {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(() => {
      start(async (token) => {
        if (await compileOpen(token)) await refresh(token);
      });
    }, QUIET);
    // A process that only waits for this may end.
    if (typeof waiting === "object" && "unref" in waiting) waiting.unref();
  }

  return {
    document: () => {
      if (pulls()) stop();
      else start(push);
      compileLater();
    },
    workspace: () => {
      start(refresh);
      compileLater();
    },
  };
}

function isOpen({ version }: Known): boolean {
  return version !== null;
}
