/**
 * Pieces of bytes → chunks, whatever the format.
 *
 * A format reads what stands in its buffer each time that is full, and once more when the last piece has come. The
 * buffer is filled to its end before it is read, so how the bytes were cut into pieces can never show.
 */
import type { Chunk, ChunkSource, ReadContext } from "../columns/chunk.ts";
import { formEngine } from "../forms/forms.ts";
import { bytePool } from "./byte-pool.ts";
import { type RecordBuffer, ROOM } from "./record-buffer.ts";

/** Reads the records of one source that was opened. */
export interface RecordReader {
  readonly buffer: RecordBuffer;
  /** Reads every complete record of the buffer and moves its start behind them. */
  drain(): Iterable<Chunk>;
}

/** How a source is read. */
export interface ReaderSettings {
  /** May columns be read straight from bytes? What is read is the same either way. */
  readonly isQuick: boolean;
  /** Bytes that the buffer holds at first. */
  readonly room: number;
}

/** The settings of every source but those of tests. */
export const USUAL: ReaderSettings = { isQuick: true, room: ROOM };

/** The bytes of a file: whole, or in pieces of any size. */
export type ByteSource = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A source of chunks from bytes and the reader of their format. */
export function byteSource(
  name: string,
  bytes: ByteSource,
  makeReader: (context: ReadContext) => RecordReader,
): ChunkSource {
  return {
    kind: "chunks",
    name,
    pool: bytePool,
    forms: formEngine,
    open(context) {
      const reader = makeReader({ ...context, forms: formEngine });
      if (bytes instanceof Uint8Array) return chunks([bytes], reader, context);
      return Symbol.asyncIterator in bytes
        ? asyncChunks(bytes, reader, context)
        : chunks(bytes, reader, context);
    },
  };
}

function* chunks(pieces: Iterable<Uint8Array>, reader: RecordReader, context: ReadContext): Generator<Chunk> {
  for (const piece of pieces) {
    yield* readPiece(piece, reader, context);
    if (context.tally.fatal) return;
  }
  yield* readRest(reader);
}

async function* asyncChunks(
  pieces: AsyncIterable<Uint8Array>,
  reader: RecordReader,
  context: ReadContext,
): AsyncGenerator<Chunk> {
  for await (const piece of pieces) {
    yield* readPiece(piece, reader, context);
    if (context.tally.fatal) return;
  }
  yield* readRest(reader);
}

function* readPiece(piece: Uint8Array, reader: RecordReader, { tally }: ReadContext): Generator<Chunk> {
  const { buffer } = reader;
  for (let from = 0; from < piece.length && !tally.fatal; ) {
    from += buffer.take(piece, from);
    if (!buffer.isFull()) continue;
    yield* reader.drain();
    buffer.makeRoom();
  }
}

function* readRest(reader: RecordReader): Generator<Chunk> {
  reader.buffer.close();
  yield* reader.drain();
}
