/** Feeding a measurement with rows, at once or as they come. */
import type { ChunkSource, TextPool } from "./columns/chunk.ts";
import { rowsSource } from "./columns/rows-source.ts";
import { textPool } from "./columns/text-pool.ts";
import type { Problem } from "./judge/result.ts";
import type { Measuring } from "./measure/measure.ts";
import type { Source } from "./options.ts";

/** Sources as chunks, by dataset name. */
export function chunkSources(sources: Readonly<Record<string, Source>>): ReadonlyMap<string, ChunkSource> {
  return new Map(Object.entries(sources).map(([name, source]) => [name, chunkSource(name, source)]));
}

function chunkSource(name: string, source: Source): ChunkSource {
  return "kind" in source && source.kind === "chunks" ? source : rowsSource(name, source as Iterable<object>);
}

/** The pool of a run over some sources. */
export function poolOf(sources: ReadonlyMap<string, ChunkSource>): TextPool {
  for (const { pool } of sources.values()) if (pool !== undefined) return pool();
  return textPool();
}

/** Pulls the feeds to their end; switches to a promise at the first asynchronous one. */
export function pull<T>(measuring: Measuring, finish: () => T): T | Promise<T> {
  for (let next = measuring.feeds.next(); !next.done; next = measuring.feeds.next()) {
    const { chunks, take } = next.value;
    if (Symbol.asyncIterator in chunks) return pullRest(measuring, chunks, take, finish);
    for (const chunk of chunks) take(chunk);
  }
  return finish();
}

async function pullRest<T, C>(
  measuring: Measuring,
  first: AsyncIterable<C>,
  takeFirst: (chunk: C) => void,
  finish: () => T,
): Promise<T> {
  for await (const chunk of first) takeFirst(chunk);
  for (const { chunks, take } of measuring.feeds) for await (const chunk of chunks) take(chunk);
  return finish();
}

/** A dataset that is read and not given. */
export function absentProblem(name: string): Problem {
  return { code: "TEN4003", message: `no rows are given for \`${name}\`, which the agreement reads` };
}
