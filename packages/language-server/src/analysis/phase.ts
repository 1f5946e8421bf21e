/**
 * How far a document must be understood before a feature can answer; each phase has all that the one before it has.
 *
 * A feature asks for the least that it needs: what works on the tree still works while names are missing, and is never
 * kept waiting by other files.
 */
import type { Bundle } from "@tenet-lang/evaluator";
import type { ParsedFile, SourceFile } from "@tenet-lang/language";
import type { ClientCapabilities } from "vscode-languageserver";
import type { Known, Store } from "../documents/store.ts";
import type { Host } from "../host/host.ts";
import type { Settings } from "../protocol/settings.ts";
import type { Analysed } from "./analysed.ts";
import type { Analysis } from "./analysis.ts";
import type { Pause } from "./pace.ts";

export type Phase = "workspace" | "text" | "tree" | "model" | "bundle";

/** What every feature has: the files, and who asks. */
export interface WorkspaceContext {
  readonly store: Store;
  readonly analysis: Analysis;
  readonly host: Host;
  readonly client: ClientCapabilities;
  readonly settings: Settings;
  /** Whether the person trusts the workspace: only then is data read, or anything run. */
  readonly isTrusted: boolean;
  /** Between two steps of long work. */
  readonly pause: Pause;
  /** The address of a file of an agreement, as the client spells it. */
  readonly uriOf: (file: SourceFile) => string;
}

/** The text of the document that is asked about. */
export interface TextContext extends WorkspaceContext {
  readonly known: Known;
  readonly file: SourceFile;
}

/** Its tokens, tree and syntax diagnostics: always there, whatever the text. */
export interface TreeContext extends TextContext {
  readonly parsed: ParsedFile;
}

/** The agreement that the document belongs to. */
export interface ModelContext extends TreeContext {
  /** Its own agreement; of a shared file, that of one agreement that uses it, else the file by itself. */
  readonly analysed: Analysed;
  /** All agreements that the document belongs to, the one above first. */
  readonly agreements: () => Promise<readonly Analysed[]>;
}

/** The agreement's bundle; null where there is an error, or while the library of holidays is still being loaded. */
export interface BundleContext extends ModelContext {
  readonly bundle: Bundle | null;
}

export interface Contexts {
  readonly workspace: WorkspaceContext;
  readonly text: TextContext;
  readonly tree: TreeContext;
  readonly model: ModelContext;
  readonly bundle: BundleContext;
}
