/** A host whose files are in memory. */
import type { Host } from "../../src/host/host.ts";

/** Files by address; a change of the map is seen when the server reads again. */
export function memoryHost(files: ReadonlyMap<string, string | Uint8Array>): Host {
  const bytesOf = (address: string): Uint8Array | null => {
    const content = files.get(address);
    if (content === undefined) return null;
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return {
    listFiles: async (folder, endings = [".tenet"]) =>
      [...files.keys()].filter(
        (address) => address.startsWith(`${folder}/`) && endings.some((ending) => address.endsWith(ending)),
      ),
    readBytes: async (address) => bytesOf(address),
    readHead: async (address, most) => bytesOf(address)?.subarray(0, most) ?? null,
    zoneVersion: "test",
    today: () => "2026-04-15",
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
