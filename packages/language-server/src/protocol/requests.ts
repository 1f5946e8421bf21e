/**
 * Requests that the protocol does not have: plain JSON both ways. The extension imports the types of this file and
 * nothing else of the server.
 */
import { RequestType } from "vscode-languageserver";

export type * from "./requests-drafts.ts";
export type * from "./requests-judge.ts";
export type * from "./requests-tests.ts";

/** Server to client: addresses of all files below a folder whose names end so. */
export interface ListFilesParams {
  readonly folder: string;
  readonly endings: readonly string[];
}

/** Server to client: a file's bytes. */
export interface ReadFileParams {
  readonly uri: string;
  /** Only so many bytes are wanted; more do no harm. */
  readonly most?: number;
}

/** Null where there is no such file, or it may not be read. */
export type ReadFileResult = { readonly base64: string } | null;

export const listFiles = new RequestType<ListFilesParams, readonly string[] | null, void>("tenet/listFiles");
export const readFile = new RequestType<ReadFileParams, ReadFileResult, void>("tenet/readFile");
