/**
 * A pool of texts for files: it holds bytes, not strings.
 *
 * A reader of bytes finds a text's code without decoding it, and a text becomes a string only when somebody asks for
 * it. Sources of files bring this pool to their run; a program's own rows do with strings (`columns/text-pool.ts`).
 */

import type { TextPool } from "../columns/chunk.ts";
import { ByteTable } from "./byte-table.ts";
import { decodeText, encodedRoom, encodeText } from "./utf8.ts";

/** Codes of strings that are remembered, so that a program's own rows need not be encoded again and again. */
const REMEMBERED = 1 << 15;

/** An empty pool. */
export function bytePool(): TextPool {
  const table = new ByteTable();
  const strings: (string | undefined)[] = [];
  const codes = new Map<string, number>();
  let scratch = new Uint8Array(256);
  function encoded(text: string): number {
    if (encodedRoom(text.length) > scratch.length) scratch = new Uint8Array(encodedRoom(text.length));
    return encodeText(text, scratch, 0);
  }
  function code(text: string): number {
    const known = codes.get(text);
    if (known !== undefined) return known;
    const end = encoded(text);
    const added = table.add(scratch, 0, end);
    if (codes.size >= REMEMBERED) codes.clear();
    codes.set(text, added);
    return added;
  }
  return {
    code,
    codeOfBytes: (bytes, start, end) => table.add(bytes, start, end),
    find(text) {
      const end = encoded(text);
      return codes.get(text) ?? table.find(scratch, 0, end);
    },
    text(wanted) {
      const held = strings[wanted] ?? table.read(wanted, decodeText);
      strings[wanted] = held;
      return held;
    },
    get size() {
      return table.size;
    },
  };
}
