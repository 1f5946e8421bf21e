import { sourceFile } from "@tenet-lang/language";
import { describe, expect, test } from "vitest";
import { noteMark, offsetOf, positionOf, rangeOf, spanOf } from "./positions.ts";

const at = (line: number, character: number) => ({ line, character });

describe("offsets and positions", () => {
  test.each([
    ["the start", "ab\ncd", 0, at(0, 0)],
    ["a line end", "ab\ncd", 2, at(0, 2)],
    ["the start of a line", "ab\ncd", 3, at(1, 0)],
    ["the end", "ab\ncd", 5, at(1, 2)],
    ["CR and LF are one line end", "ab\r\ncd", 4, at(1, 0)],
    ["a CR on its own is one as well", "ab\rcd", 3, at(1, 0)],
    ["LF behind a CR of the line before", "a\r\r\nb", 4, at(2, 0)],
    ["characters of two units count twice", "😀b", 2, at(0, 2)],
  ])("%s", (_, text, offset, position) => {
    const file = sourceFile("a.tenet", text);
    expect(positionOf(file, offset)).toEqual(position);
    expect(offsetOf(file, position)).toBe(offset);
  });

  test.each([
    ["before the text", at(-1, 4), 0],
    ["a negative character", at(1, -1), 3],
    ["behind the end of a line", at(0, 99), 2],
    ["behind the last line", at(9, 0), 7],
  ])("what lies outside is moved into the text: %s", (_, position, offset) => {
    expect(offsetOf(sourceFile("a.tenet", "ab\ncd\r\n"), position)).toBe(offset);
  });

  test("no offset is outside either", () => {
    const file = sourceFile("a.tenet", "ab");
    expect(positionOf(file, -1)).toEqual(at(0, 0));
    expect(positionOf(file, 99)).toEqual(at(0, 2));
  });

  test("a range that is turned around is turned back", () => {
    const file = sourceFile("a.tenet", "ab\ncd");
    expect(spanOf(file, { start: at(1, 1), end: at(0, 1) })).toEqual({ start: 1, end: 4 });
  });

  test("the byte-order mark of a client is its first character, and not ours", () => {
    const file = sourceFile("a.tenet", "\uFEFFab\ncd");
    noteMark(file);
    expect(rangeOf(file, { start: 0, end: 2 })).toEqual({ start: at(0, 1), end: at(0, 3) });
    expect(positionOf(file, 3)).toEqual(at(1, 0));
    expect(offsetOf(file, at(0, 0))).toBe(0);
    expect(offsetOf(file, at(0, 1))).toBe(0);
    expect(offsetOf(file, at(0, 3))).toBe(2);
    expect(offsetOf(file, at(1, 1))).toBe(4);
  });
});
