/** What lives as long as the server, and how it is logged. */
import type { ClientCapabilities } from "vscode-languageserver";
import type { Analysis } from "./analysis/analysis.ts";
import type { Store } from "./documents/store.ts";
import type { Host } from "./host/host.ts";
import type { Settings } from "./protocol/settings.ts";

/** The files, what is known of them, and who asks. */
export interface Session {
  readonly store: Store;
  readonly analysis: Analysis;
  readonly host: Host;
  readonly client: ClientCapabilities;
  readonly settings: Settings;
  /** Whether the person trusts the workspace, so that its data may be read. */
  readonly isTrusted: boolean;
}

/** The session as those see it who may change it. */
export type Changeable = { -readonly [K in keyof Session]: Session[K] };

/** Logs a mistake of ours, each once. */
export type Log = (about: string, error: unknown) => void;
