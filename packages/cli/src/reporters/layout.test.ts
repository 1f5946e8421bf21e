import { expect, test } from "vitest";
import { columns, cut, hanging, pad, padLeft, widthOf, wrap } from "./layout.ts";

test.each([
  ["abc", 3],
  ["日本", 4],
  ["e\u0301", 1],
  ["✓ met", 5],
])("%s is %i columns wide", (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test("padding counts columns, not characters", () => {
  expect(pad("日", 4)).toBe("日  ");
  expect(padLeft("12", 4)).toBe("  12");
  expect(pad("longer", 3)).toBe("longer");
});

test("a cut text says that it was cut and keeps to its width", () => {
  expect(cut("abcdef", 6)).toBe("abcdef");
  expect(cut("abcdefg", 6)).toBe("abcde…");
  expect(cut("日本語", 5)).toBe("日本…");
});

test("prose breaks at spaces; a long word stands alone", () => {
  expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
  expect(wrap("a incomprehensible b", 6)).toEqual(["a", "incomprehensible", "b"]);
});

test("a hanging text is inset under its lead", () => {
  expect(hanging("- ", "eleven words of which none is long enough to matter", 30)).toEqual([
    "- eleven words of which none",
    "  is long enough to matter",
  ]);
});

test("columns are as wide as their widest cell, numbers to the right", () => {
  expect(
    columns(
      [
        ["a", "1", "x"],
        ["long", "100", "y"],
      ],
      new Set([1]),
    ),
  ).toEqual(["a       1  x", "long  100  y"]);
});
