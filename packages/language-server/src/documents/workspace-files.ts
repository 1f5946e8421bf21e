/**
 * The agreement files of the workspace's folders, read in the background and again when they change.
 *
 * Nothing interactive waits for this: a file that is open is known at once, and what it uses is read before it is
 * analysed (`readUsed`).
 */
import { type Host, largestText, textOf } from "../host/host.ts";
import { addressIn, type Place } from "../protocol/uris.ts";
import { usedPaths } from "./outline.ts";
import type { Known, Store } from "./store.ts";

/** Reads all agreement files of the workspace's folders. */
export async function readWorkspace(store: Store, host: Host): Promise<void> {
  for (const folder of store.folders) {
    for (const address of await host.listFiles(folder)) {
      if (store.get(address) === null) await readSaved(store, host, address);
    }
  }
}

/** Reads a file again, or learns that it is gone. */
export async function readSaved(store: Store, host: Host, address: string): Promise<void> {
  const bytes = await host.readBytes(address);
  const text = bytes === null || bytes.length > largestText ? null : textOf(bytes);
  store.setSaved(address, text);
}

/** Reads what a file uses, and what that uses, as far as it is not known yet. True where something was read. */
export async function readUsed(store: Store, host: Host, root: Known): Promise<boolean> {
  const seen = new Set<string>([root.address]);
  const waiting: Known[] = [root];
  let hasRead = false;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const place of usedPlaces(file)) {
      const address = addressIn(place);
      if (seen.has(address)) continue;
      seen.add(address);
      if (store.get(address) === null) {
        await readSaved(store, host, address);
        hasRead ||= store.get(address) !== null;
      }
      const used = store.get(address);
      if (used !== null) waiting.push(used);
    }
  }
  return hasRead;
}

function usedPlaces({ file, place }: Known): readonly Place[] {
  return usedPaths(file).map((path) => ({ folder: place.folder, path }));
}
