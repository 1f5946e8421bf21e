import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsOf, endOfRow } from "./table-row.ts";

const texts = (line: string): string[] => cellsOf(line).cells.map(({ start, end }) => line.slice(start, end));

describe("cells", () => {
  test("are what stands between bars, without outer blanks", () => {
    expect(texts("|  a b | |c|")).toEqual(["a b", "", "c"]);
  });

  test("in quotes may hold bars, and quotes that are escaped", () => {
    expect(texts(String.raw`| "a | b" | "c \" d" |`)).toEqual(['"a | b"', String.raw`"c \" d"`]);
    expect(cellsOf('| "a" | b |').cells.map(({ quoted }) => quoted)).toEqual([true, false]);
  });

  test("are quoted only as a whole", () => {
    expect(cellsOf('| "a" b | 5" | "c |').cells.map(({ quoted }) => quoted)).toEqual([false, false, false]);
  });

  test("say whether the line ends with a bar", () => {
    expect(cellsOf("| a |").closed).toBe(true);
    expect(cellsOf("| a | b").closed).toBe(false);
    expect(cellsOf("|").closed).toBe(false);
  });
});

test("a line of plain cells is read back as it was written", () => {
  const cell = fc.stringMatching(/^[a-z0-9 ]*$/).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom("", "  ", " # | note"), (cells, tail) => {
      const line = `| ${cells.join(" | ")} |`;
      expect(line.slice(0, endOfRow(line + tail, 0) + 1)).toBe(line);
      expect(texts(line)).toEqual(cells);
    }),
  );
});
