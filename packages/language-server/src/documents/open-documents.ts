/**
 * Open documents: the client's edits applied to its texts, in the order of their versions.
 *
 * What a client gets wrong (a change of a document that it never opened, a range outside the text) changes as much as
 * can be understood and nothing else.
 */
import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Store } from "./store.ts";

/** Keeps the store as the client's documents are; `onChange` is called whenever one has changed or closed. */
export function syncDocuments(connection: Connection, store: Store, onChange: () => void): void {
  const documents = new Map<string, TextDocument>();
  const keep = (document: TextDocument): void => {
    documents.set(document.uri, document);
    store.setOpen(document.uri, document.getText(), document.version);
    onChange();
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId: language, version, text } }) => {
    keep(TextDocument.create(uri, language, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (document !== undefined) keep(TextDocument.update(document, contentChanges, version));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (!documents.delete(uri)) return;
    store.close(uri);
    onChange();
  });
}
