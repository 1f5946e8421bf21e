/**
 * Addresses: files as the client calls them, and as the language does.
 *
 * The language calls a file by its path from the folder that nothing it `uses` may leave: the workspace folder that
 * holds it, or, where none does, the folder that it lies in. Addresses are compared in one spelling, since clients
 * differ in what they escape.
 */
import { URI, Utils } from "vscode-uri";

/** A file's address in the one spelling that we compare; never shown to a client that spells it otherwise. */
export type Address = string;

/** A file as the language calls it. */
export interface Place {
  /** The folder's address, without a slash at the end. */
  readonly folder: Address;
  /** Path from there, with forward slashes. */
  readonly path: string;
}

/** The one spelling of an address. */
export function addressOf(uri: string): Address {
  return URI.parse(uri).toString();
}

/** The place of a file: in the innermost of the folders that hold it, else in its own. */
export function placeOf(address: Address, folders: readonly Address[]): Place {
  const holding = folders.filter((folder) => address.startsWith(`${folder}/`));
  const folder = holding.toSorted((one, other) => other.length - one.length)[0];
  if (folder !== undefined) return { folder, path: decoded(address.slice(folder.length + 1)) };
  const uri = URI.parse(address);
  return { folder: trimmed(Utils.dirname(uri).toString()), path: Utils.basename(uri) };
}

/** The address of a file in a folder. */
export function addressIn({ folder, path }: Place): Address {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** A folder's address, without a slash at the end. */
export function folderAddress(uri: string): Address {
  return trimmed(addressOf(uri));
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
