/**
 * A host that asks the client: for browsers, and for workspaces whose files are on no disk.
 *
 * The two requests are answered by the extension; a client that does not know them has no files but the open ones.
 */
import type { Connection } from "vscode-languageserver";
import { listFiles, readFile } from "../protocol/requests.ts";
import { fileEnding, type Host, localDate, rest } from "./host.ts";

/** The host of a worker. `turn` comes from whoever knows the worker's event loop. */
export function clientHost(connection: Connection, turn: Host["turn"]): Host {
  return {
    listFiles: async (folder, endings = [fileEnding]) => {
      const found = (await asked(connection.sendRequest(listFiles, { folder, endings }))) ?? [];
      return found.filter((address) => endings.some((ending) => address.endsWith(ending)));
    },
    readBytes: async (address) => {
      const found = await asked(connection.sendRequest(readFile, { uri: address }));
      return found === null ? null : bytesOf(found.base64);
    },
    readHead: async (address, most) => {
      const found = await asked(connection.sendRequest(readFile, { uri: address, most }));
      return found === null ? null : bytesOf(found.base64).subarray(0, most);
    },
    zoneVersion: "unknown",
    today: () => localDate(new Date()),
    turn,
    rest,
  };
}

async function asked<T>(answer: Promise<T | null>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
