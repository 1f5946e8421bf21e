/**
 * Features: one request of the protocol each, in a file of its own.
 *
 * A feature says which request it answers, what the server tells the client about it, and the least phase of the
 * document that it needs; it is then called with a context of that phase. It translates and holds no rule of the
 * language. It may throw: the server answers for it and stays alive. `features.ts` lists all of them.
 */
import type { CancellationToken, ClientCapabilities, ServerCapabilities } from "vscode-languageserver";
import type { Contexts, Phase } from "../analysis/phase.ts";

/** A feature as it is written. */
export interface FeatureOf<P extends Phase, Q, R> {
  /** `textDocument/hover` */
  readonly method: string;
  readonly needs: P;
  /** What the server can do because of it; a function where that depends on what the client can. */
  readonly capabilities: ServerCapabilities | ((client: ClientCapabilities) => ServerCapabilities);
  /** The answer where the feature failed, or the document is not known; null if not given. */
  readonly otherwise?: R;
  answer(context: Contexts[P], params: Q, token: CancellationToken): R | Promise<R>;
}

/** A feature as the server has it: whatever its parameters and its answer are. */
export interface Feature {
  readonly method: string;
  readonly needs: Phase;
  readonly otherwise: unknown;
  capabilities(client: ClientCapabilities): ServerCapabilities;
  answer(context: Contexts[Phase], params: unknown, token: CancellationToken): Promise<unknown>;
}

/** Makes a feature. The server calls it with the context of its phase and what the client sent for its method. */
export function feature<P extends Phase, Q, R>(written: FeatureOf<P, Q, R>): Feature {
  const { method, needs, capabilities, otherwise = null } = written;
  return {
    method,
    needs,
    otherwise,
    capabilities: (client) => (typeof capabilities === "function" ? capabilities(client) : capabilities),
    // INVARIANT: the context is of the phase that the feature needs, and the parameters are those of its method.
    answer: async (context, params, token) => written.answer(context as Contexts[P], params as Q, token),
  };
}
