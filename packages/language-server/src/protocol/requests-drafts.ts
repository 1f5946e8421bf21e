/** `tenet/newStandard` and `tenet/importCsv`: text for a person to go on with. Plain JSON both ways. */
import type { TextDocumentIdentifier } from "vscode-languageserver";

export interface NewStandardParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** A standard that could be written about a metric. */
export interface StandardDraft {
  readonly metric: string;
  readonly label: string;
  /** What is measured, in a few words. */
  readonly detail: string;
  /** The declaration, in the protocol's syntax of snippets. */
  readonly snippet: string;
}

export interface ImportCsvParams {
  /** The file as the agreement is to name it. */
  readonly source: string;
  /** The beginning of the file. */
  readonly head: string;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

export interface ImportedDataset {
  /** A `dataset` declaration. */
  readonly text: string;
}
