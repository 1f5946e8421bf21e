/**
 * Text ↔ code: equal text, equal code, in all datasets of a run.
 *
 * This pool holds strings, which suits the rows of a program. Sources of files bring one that holds bytes.
 */
import type { TextPool } from "./chunk.ts";

/** An empty pool. */
export function textPool(): TextPool {
  const codes = new Map<string, number>();
  const texts: string[] = [];
  function code(text: string): number {
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, texts.length);
    return texts.push(text) - 1;
  }
  return {
    code,
    codeOfBytes: (bytes, start, end) =>
      code(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start, end))),
    find: (text) => codes.get(text) ?? -1,
    text: (wanted) => texts[wanted] ?? "",
    get size() {
      return texts.length;
    },
  };
}
