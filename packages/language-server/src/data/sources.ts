/**
 * The data files of an agreement: each dataset is read from the file that the agreement names, if that lies in the
 * workspace. Files are read whole, by the host.
 */
import type { Bundle, ChunkSource } from "@tenet-lang/evaluator";
import { type ByteSource, csv, json, ndjson } from "@tenet-lang/evaluator/read";
import type { Analysed } from "../analysis/analysed.ts";
import type { Host } from "../host/host.ts";
import { addressIn } from "../protocol/uris.ts";
import { pathBeside } from "./origins.ts";

/** A data file that was read. */
export interface ReadSource {
  readonly dataset: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was found of an agreement's data. */
export interface Sources {
  readonly read: readonly ReadSource[];
  /** Names of files that are not there, or may not be read. */
  readonly absent: readonly string[];
}

/** Reads the data files of an agreement. */
export async function readSources(host: Host, analysed: Analysed, bundle: Bundle): Promise<Sources> {
  const read: ReadSource[] = [];
  const absent: string[] = [];
  for (const [dataset, name] of agreedSources(bundle)) {
    const bytes = await readBeside(host, analysed, name);
    if (bytes === null) absent.push(name);
    else read.push({ dataset, name, bytes });
  }
  return { read, absent };
}

/** The bytes of a file that an agreement names beside itself; null where there are none to be had. */
export async function readBeside(host: Host, analysed: Analysed, name: string): Promise<Uint8Array | null> {
  const path = pathBeside(analysed, name);
  return path === null ? null : await host.readBytes(addressIn({ folder: analysed.root.place.folder, path }));
}

function agreedSources({ datasets, partners }: Bundle): readonly (readonly [string, string])[] {
  const agreed = datasets.map(({ name, source }) => [name, source] as const);
  return partners === null ? agreed : [...agreed, ["partners", partners.source]];
}

/** The sources to judge with; with `turn`, whatever else there is to do is done between two pieces of a file. */
export function opened(
  read: readonly ReadSource[],
  turn?: () => Promise<void>,
): Readonly<Record<string, ChunkSource>> {
  const bytesOf = (bytes: Uint8Array) => (turn === undefined ? [bytes] : inPieces(bytes, turn));
  return Object.fromEntries(
    read.map(({ dataset, name, bytes }) => [dataset, sourceOf(name, bytesOf(bytes))]),
  );
}

/** Bytes that are read in a few milliseconds. */
const PIECE = 128 * 1024;

async function* inPieces(bytes: Uint8Array, turn: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length || start === 0; start += PIECE) {
    await turn();
    yield bytes.subarray(start, start + PIECE);
  }
}

function sourceOf(name: string, bytes: ByteSource): ChunkSource {
  switch (/\.[a-z]+$/i.exec(name)?.[0].toLowerCase()) {
    case ".ndjson":
    case ".jsonl":
      return ndjson(name, bytes);
    case ".json":
      return json(name, bytes);
    case ".tsv":
      return csv(name, bytes, { delimiter: "\t" });
    default:
      return csv(name, bytes);
  }
}
