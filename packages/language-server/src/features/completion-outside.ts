/**
 * What completion asks of the outside: columns of data files, paths, names of files that are not used yet.
 *
 * Files of the workspace that the server knows answer at once. The rest is only noted while the language asks, and read
 * afterwards: the heads of data files (in trusted workspaces), and which data files there are.
 */
import { type Elsewhere, headingsOf, type Outside, relativeTo } from "@tenet-lang/language";
import type { ModelContext } from "../analysis/phase.ts";
import { type CsvHead, csvHead } from "../data/csv-head.ts";
import { fieldFrom } from "../data/field-from-column.ts";
import { pathBeside } from "../data/origins.ts";
import { mayBeAgreement, usedPaths } from "../documents/outline.ts";
import type { Known } from "../documents/store.ts";
import { dataEndings } from "../host/host.ts";
import { addressIn, placeOf } from "../protocol/uris.ts";

/** The outside, and what it takes to know what it was asked and did not know: null where there is nothing. */
export interface OutsideAsked {
  readonly outside: Outside;
  readonly wanted: () => Promise<void> | null;
}

/** More of a data file is not read: a header is its first line. */
const HEAD = 64 * 1024;

/** The outside of a document. */
export function outsideOf(context: ModelContext): OutsideAsked {
  const heads = new Map<string, Head | null>();
  const waiting: (() => Promise<void>)[] = [];
  let files: readonly string[] | null = null;
  const headOf = (source: string): Head | null => {
    if (!context.isTrusted) return null;
    if (!heads.has(source)) {
      heads.set(source, null);
      waiting.push(async () => void heads.set(source, await readHead(context, source)));
    }
    return heads.get(source) ?? null;
  };
  const dataFiles = (from: "agreement" | "file"): readonly string[] => {
    if (files === null) {
      files = [];
      waiting.push(async () => {
        files = await dataFilesOf(context);
      });
    }
    const base = from === "file" ? context.file.path : context.analysed.root.place.path;
    return files.map((path) => relativeTo(base, path)).toSorted(byNearness);
  };
  return {
    outside: {
      columnsOf: (source) => headOf(source)?.columns ?? null,
      typeOf: (source, column) => typeIn(headOf(source), column),
      dataFiles,
      libraries: () => librariesOf(context).map(({ place }) => relativeTo(context.file.path, place.path)),
      elsewhere: () => elsewhereOf(context),
    },
    wanted: () => {
      if (waiting.length === 0) return null;
      return Promise.all(waiting.splice(0).map((read) => read())).then(() => undefined);
    },
  };
}

/** Files beside the text first, then those below it, then those of other folders. */
function byNearness(one: string, other: string): number {
  const steps = (path: string): number =>
    path.split("/").reduce((sum, part) => sum + (part === ".." ? 100 : 1), 0);
  return steps(one) - steps(other) || (one < other ? -1 : 1);
}

const decoder = new TextDecoder();

/** The header of a data file and its first rows, and whether there are others. */
interface Head extends CsvHead {
  readonly isWhole: boolean;
}

async function readHead({ host, analysed }: ModelContext, source: string): Promise<Head | null> {
  const path = pathBeside(analysed, source);
  if (path === null || !/\.(?:csv|tsv)$/i.test(path)) return null;
  const bytes = await host.readHead(addressIn({ folder: analysed.root.place.folder, path }), HEAD);
  if (bytes === null) return null;
  const isWhole = bytes.length < HEAD;
  const text = decoder.decode(bytes);
  // The last line that was read may be cut off; a header alone is complete.
  const read = csvHead(text, isWhole) ?? csvHead(`${text}\n`, true);
  return read === null ? null : { ...read, isWhole };
}

/** The type that all values of a column have, and whether some are missing. */
function typeIn(head: Head | null, column: string): string | null {
  const index = head?.columns.indexOf(column) ?? -1;
  if (head === null || index < 0 || head.rows.length === 0) return null;
  const values = head.rows.map((row) => row[index] ?? "");
  const { type, isOptional } = fieldFrom(column, values, head.isWhole);
  // One and the same word everywhere says nothing of what others there may be.
  const isList = type.includes(",") || !type.startsWith("one of ");
  return `${isList ? type : "text"}${isOptional ? " optional" : ""}`;
}

/** Paths of the data files in the document's folder of the workspace. */
async function dataFilesOf({ host, store, known }: ModelContext): Promise<readonly string[]> {
  const { folder } = known.place;
  if (!store.folders.includes(folder)) return [];
  const addresses = await host.listFiles(folder, dataEndings);
  return addresses.map((address) => placeOf(address, store.folders).path);
}

/** Files that this one could use: no agreements, and none that uses this one. */
function librariesOf({ store, known }: ModelContext): readonly Known[] {
  const { folder } = known.place;
  return store
    .all()
    .filter(
      ({ place, file }) =>
        place.folder === folder && place.path !== known.place.path && !mayBeAgreement(file),
    )
    .filter((library) => !uses(store, library, known.place.path));
}

/** Whether a file uses another one, also by way of others. */
function uses(store: ModelContext["store"], start: Known, path: string): boolean {
  const seen = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const used of usedPaths(file.file)) {
      if (used === path) return true;
      if (seen.has(used)) continue;
      seen.add(used);
      const next = store.at({ folder: start.place.folder, path: used });
      if (next !== null) waiting.push(next);
    }
  }
  return false;
}

/** What those files declare that the agreement does not have yet. */
function elsewhereOf(context: ModelContext): readonly Elsewhere[] {
  const known = new Set(context.analysed.loaded.files.map(({ file }) => file.path));
  return librariesOf(context)
    .filter(({ place }) => !known.has(place.path))
    .flatMap(({ file, place }) => {
      const path = relativeTo(context.file.path, place.path);
      return headingsOf(file).map((heading): Elsewhere => ({ path, ...heading }));
    });
}
