/** What a client says of itself beyond the protocol when it starts the server (`initializationOptions`). */

/** All of it is optional: an editor that says nothing has files on a disk and is trusted by whoever started it. */
export interface InitializationOptions {
  /** Whether the person trusts the workspace; data is read and tests are run only then. */
  readonly trusted?: boolean;
  /** Who reads files: the server from the disk, or the client, for workspaces that are on no disk. */
  readonly files?: "client" | "disk";
}

/** The options as a client sent them; whatever is not understood is left out. */
export function initializationOptions(sent: unknown): InitializationOptions {
  if (typeof sent !== "object" || sent === null) return {};
  const isTrusted = "trusted" in sent && typeof sent.trusted === "boolean";
  const isByClient = "files" in sent && sent.files === "client";
  return {
    ...(isTrusted ? { trusted: sent.trusted === true } : {}),
    files: isByClient ? "client" : "disk",
  };
}
