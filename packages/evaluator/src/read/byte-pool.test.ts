import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textPool } from "../columns/text-pool.ts";
import { bytePool } from "./byte-pool.ts";
import { ByteTable } from "./byte-table.ts";
import { RowKey } from "./row-key.ts";

import { decodeText, encodedRoom, encodeText, sequenceLength } from "./utf8.ts";

/** Any text, halves of surrogate pairs too. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 12,
  })
  .map((units) => String.fromCharCode(...units));

function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(encodedRoom(text.length));
  return bytes.subarray(0, encodeText(text, bytes, 0));
}

describe("text as bytes", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = encoded(text);
        expect(decodeText(bytes, 0, bytes.length)).toBe(text);
      }),
    );
    const long = "aé€😀".repeat(5000);
    expect(decodeText(encoded(long), 0, encoded(long).length)).toBe(long);
  });

  it("is UTF-8 where the text is well formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...encoded(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  it("is valid exactly where a strict decoder says so", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const lead = fc.constantFrom(
      0x80,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xe1,
      0xed,
      0xee,
      0xef,
      0xf0,
      0xf1,
      0xf4,
      0xf5,
      0xff,
    );
    const tail = fc.constantFrom(0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff);
    fc.assert(
      fc.property(lead, fc.array(tail, { maxLength: 3 }), (first, rest) => {
        const bytes = Uint8Array.from([first, ...rest, 0, 0, 0, 0]);
        const length = sequenceLength(bytes, 0);
        const valid = [1, 2, 3, 4].filter((size) => {
          try {
            return Array.from(decoder.decode(bytes.subarray(0, size))).length === 1;
          } catch {
            return false;
          }
        });
        expect(length).toBe(valid[0] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a table of bytes", () => {
  it("numbers different bytes in the order they come", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 300 }), (list) => {
        const table = new ByteTable();
        const numbers = new Map<string, number>();
        for (const bytes of list) {
          const key = bytes.join();
          expect(table.find(bytes, 0, bytes.length)).toBe(numbers.get(key) ?? -1);
          numbers.set(key, numbers.get(key) ?? numbers.size);
          expect(table.add(bytes, 0, bytes.length)).toBe(numbers.get(key));
        }
        expect(table.size).toBe(numbers.size);
      }),
    );
  });

  it("holds more than one block, and entries larger than a block", () => {
    const table = new ByteTable();
    const large = new Uint8Array(5_000_000).fill(7);
    const bytes = new Uint8Array(64);
    const view = new DataView(bytes.buffer);
    expect(table.add(large, 0, large.length)).toBe(0);
    for (let entry = 1; entry <= 100_000; entry += 1) {
      view.setUint32(0, entry);
      if (table.add(bytes, 0, 64) !== entry) throw new Error(`entry ${entry} was taken for another`);
    }
    expect(table.add(large, 0, large.length)).toBe(0);
    view.setUint32(0, 99_999);
    expect(table.add(bytes, 0, 64)).toBe(99_999);
    expect(table.read(99_999, (block, start, end) => [...block.subarray(start, end)])).toEqual([...bytes]);
    expect(table.size).toBe(100_001);
  });
});

describe.each([
  ["a pool of bytes", bytePool, anyText],
  ["a pool of strings", textPool, fc.string({ unit: "binary" })],
])("%s", (_, makePool, someText) => {
  it("gives equal texts equal codes, from strings and from bytes", () => {
    fc.assert(
      fc.property(fc.array(someText), (texts) => {
        const pool = makePool();
        for (const text of texts) {
          const code = pool.code(text);
          const bytes = encoded(text);
          expect(pool.codeOfBytes(bytes, 0, bytes.length)).toBe(code);
          expect(pool.find(text)).toBe(code);
          expect(pool.text(code)).toBe(text);
        }
        expect(pool.size).toBe(new Set(texts).size);
      }),
    );
  });

  it("does not know a text that it has not seen", () => {
    const pool = makePool();
    expect(pool.code("a")).toBe(0);
    expect([pool.find("b"), pool.find(""), pool.find("a")]).toEqual([-1, -1, 0]);
    expect(pool.size).toBe(1);
    expect(pool.code("x".repeat(10_000))).toBe(1);
    expect(pool.find("x".repeat(9999))).toBe(-1);
  });

  it("goes on when more texts have come than it remembers as strings", () => {
    const pool = makePool();
    for (let index = 0; index < 40_000; index += 1) pool.code(`text ${index}`);
    expect([pool.code("text 0"), pool.code("text 39999"), pool.find("text 12345"), pool.size]).toEqual([
      0, 39_999, 12_345, 40_000,
    ]);
  });
});

describe("a row's key", () => {
  it("is equal exactly for equal cells", () => {
    const keyOf = (cells: readonly string[]): string => {
      const key = new RowKey();
      for (const [index, cell] of cells.entries()) {
        const bytes = encoded(cell);
        if (index % 2 === 0) key.addText(cell);
        else key.addBytes(bytes, 0, bytes.length);
      }
      return key.bytes.subarray(0, key.length).join();
    };
    const cells = fc.array(fc.constantFrom("", "a", "ab", "b", "é", "\ud800"), { maxLength: 4 });
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(keyOf(a) === keyOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 2000 },
    );
  });
});
