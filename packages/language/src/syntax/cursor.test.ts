import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { type Cursor, cursorAt } from "./cursor.ts";

/** The cursor at `^`. */
function at(text: string): Cursor {
  const offset = text.indexOf("^");
  return cursorAt(sourceFile("a.tenet", text.slice(0, offset) + text.slice(offset + 1)), offset);
}

const said = (tokens: Cursor["before"] | undefined): string =>
  (tokens ?? []).map(({ image }) => image).join(" ");

describe("the sentence around a cursor", () => {
  test("is that of its line, with the lines that it continues", () => {
    const cursor = at('standard s "S"\n  requires a\n    at least 5%\n    from ^\n  needs no minimum\n');
    expect(cursor).toMatchObject({ declaration: { word: "standard", start: 0 }, isHead: false, above: null });
    expect(said(cursor.before)).toBe("requires a at least 5% from");
  });

  test("is the head on the first line of a declaration", () => {
    expect(at("metric m number of ^")).toMatchObject({ isHead: true, declaration: { word: "metric" } });
  });

  test("has the words behind the cursor, also of lines that go on", () => {
    expect(said(at("metric m ^ of a\n  where b is 1\nmetric n").after)).toBe("of a where b is 1");
    expect(said(at("metric m number of a ^\n\nmetric n").after)).toBe("");
  });

  test("is not known yet at the start of a line: there is the one above, and an empty one", () => {
    const cursor = at("metric m number of a\n  ^");
    expect(said(cursor.before)).toBe("");
    expect(said(cursor.above?.tokens)).toBe("metric m number of a");
    expect(cursor.above).toMatchObject({ isHead: true, mustGoOn: false });
  });

  test("goes on below a comma, whatever follows", () => {
    expect(at("standard s\n  excluding a, # more\n\n  ^").above).toMatchObject({ mustGoOn: true });
    expect(said(at("standard s\n  excluding a,\n  b, ^").before)).toBe("excluding a , b ,");
  });

  test("stands in the declaration above, however much is broken in between", () => {
    const cursor = at('standard s "S"\n  requires ! ?? 31/2\n  "open\n  ^');
    expect(cursor.declaration).toEqual({ word: "standard", start: 0 });
  });

  test("has no declaration before the first head", () => {
    expect(at("  ^\nmetric m number of a").declaration).toBeNull();
    expect(at("^").declaration).toBeNull();
    expect(at("metr^").declaration).toBeNull();
  });

  test("is the one that is being written even where its first word is a declaration word", () => {
    expect(at("standard s\n  requires a\nmetric^").declaration).toMatchObject({ word: "standard" });
    expect(at("standard s\n  requires a\nmetric ^").declaration).toMatchObject({ word: "metric", start: 24 });
  });

  test("is told apart from tables: a declaration word before a bar starts nothing", () => {
    expect(at("test t\n  given a\n  partners | b |\n  ^").declaration).toMatchObject({ word: "test" });
  });
});

describe("the word at a cursor", () => {
  const word = (text: string): string => {
    const { word: span } = at(text);
    return text.replace("^", "").slice(span.start, span.end);
  };

  test("is the one that it is in or right behind, and none between words", () => {
    expect(word("metric m num^ber of a")).toBe("number");
    expect(word("metric m number^")).toBe("number");
    expect(word("metric m ^number")).toBe("");
    expect(word("metric m number of a where partner.^")).toBe("");
  });

  test("is all between the quotes of a text", () => {
    expect(word('uses "sha^red/a.tenet"')).toBe("shared/a.tenet");
    expect(word('uses "^"')).toBe("");
    expect(word('uses "sha^\nmetric m')).toBe("sha");
    expect(at('uses "a"^').inside).toBe("sentence");
  });
});

describe("what a cursor is inside of", () => {
  test.each([
    ["# a comm^ent", "comment"],
    ["metric m # ^", "comment"],
    ['standard s "S^"', "text"],
    ["test t\n  given a\n  | x ^ |", "row"],
    ["test t\n  given a\n  | x | ^", "row"],
    ["metric m ^# no", "sentence"],
  ])("%s", (text, inside) => {
    expect(at(text).inside).toBe(inside);
  });
});

test("no place of any text is too much", () => {
  const text =
    'agreement a "A"\n  version 1.0.0,\n\n| x "| y\nstandard s "S" # c\n  requires (a at, least 5%\n\u0000 \r x';
  for (let offset = 0; offset <= text.length; offset++) {
    const { word } = cursorAt(sourceFile("a.tenet", text), offset);
    expect(word.start).toBeLessThanOrEqual(word.end);
    expect(word.start).toBeGreaterThanOrEqual(0);
    expect(word.end).toBeLessThanOrEqual(text.length);
  }
});
