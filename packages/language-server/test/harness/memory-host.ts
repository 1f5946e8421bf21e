/** A host whose files are in memory. */
import type { Host } from "../../src/host/host.ts";

/** Files by address; a change of the map is seen when the server reads again. */
export function memoryHost(files: ReadonlyMap<string, string | Uint8Array>): Host {
  return {
    listFiles: async (folder) =>
      [...files.keys()].filter((address) => address.startsWith(`${folder}/`) && address.endsWith(".tenet")),
    readBytes: async (address) => {
      const content = files.get(address);
      return content === undefined
        ? null
        : typeof content === "string"
          ? new TextEncoder().encode(content)
          : content;
    },
    zoneVersion: "test",
    today: () => "2026-04-15",
    turn: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
