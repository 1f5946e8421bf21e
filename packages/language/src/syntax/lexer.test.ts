import { describe, expect, test } from "vitest";
import { lex, publicToken } from "./lexer.ts";
import { laterDeclarationWords, reservedWords } from "./tokens.ts";

const kinds = (text: string): string[] => lex(text).map((token) => publicToken(token).type);
const pieces = (text: string): string[] => lex(text).map((token) => token.image);

describe("values", () => {
  test.each([
    ["95%", "Percent"],
    ["-2.5%", "Percent"],
    ["4.2", "Number"],
    ["-20", "Number"],
    ["1_000", "Number"],
    ["2026", "Number"],
    ["2026-01-31", "Date"],
    ["08:00", "Time"],
    ["24:00", "Time"],
    ["2026-01", "Period"],
    ["2026-W10", "Period"],
    ["2026-Q1", "Period"],
    ["2026-H1", "Period"],
    ["2.1.0", "Version"],
    ['"a text"', "Text"],
    ["| a | b |", "Row"],
    ["EUR", "Name"],
    ["true", "Name"],
    ["on_time", "Name"],
    ["requires", "Keyword"],
    ["calendar", "Keyword"],
  ])("%s is a %s", (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  test.each([
    "31/01/2026",
    "60s",
    "8:00",
    "1__000",
    "1_",
    "5.",
    "1..5",
    "1e3",
    "2026-1-5",
    "2026-W5",
    "1.2.3.4",
  ])("%s is one piece and no value", (text) => {
    expect(kinds(text)).toEqual(["Invalid"]);
  });
});

describe("text", () => {
  test("ends at its closing quote, past escaped ones", () => {
    expect(pieces(String.raw`"a \" b" c`)).toEqual([String.raw`"a \" b"`, "c"]);
    expect(pieces(String.raw`"a\\" c`)).toEqual([String.raw`"a\\"`, "c"]);
  });

  test("hides comment signs and bars", () => {
    expect(kinds('"a # b | c" # d')).toEqual(["Text", "Comment"]);
  });

  test("never spans lines", () => {
    expect(pieces('"a\nb"')).toEqual(['"a', "\n", "b", '"']);
    expect(pieces('"a\\\nb')).toEqual(['"a\\', "\n", "b"]);
  });

  test("may stand in other marks, as one piece", () => {
    expect(pieces("\u201Ca b\u201D 'c d' \u00ABe\u00BB")).toEqual([
      "\u201Ca b\u201D",
      "'c d'",
      "\u00ABe\u00BB",
    ]);
  });
});

describe("lines of tables", () => {
  test("are one piece up to the last cell", () => {
    expect(pieces('| a | "b # | c" |   # d')).toEqual(['| a | "b # | c" |', "# d"]);
    expect(pieces("| a # b |")).toEqual(["| a", "# b |"]);
    expect(pieces("|\n|")).toEqual(["|", "\n", "|"]);
  });
});

describe("anything else", () => {
  test("is kept: a run of unknown characters is one piece", () => {
    expect(pieces("§§¡ a")).toEqual(["§§¡", "a"]);
    expect(pieces("gr\u00F6\u00DFe")).toEqual(["gr\u00F6\u00DFe"]);
    expect(kinds("x\rb")).toEqual(["Name", "Invalid", "Name"]);
  });

  test("nothing hides behind a CR in a comment", () => {
    expect(pieces("# a\rb\r\n# c\r")).toEqual(["# a\rb", "\r\n", "# c\r"]);
  });

  test("line breaks are LF or CRLF", () => {
    expect(pieces("a\r\nb\nc")).toEqual(["a", "\r\n", "b", "\n", "c"]);
  });
});

test("words kept for later versions may be names, reserved words may not", () => {
  expect(new Set(kinds(laterDeclarationWords.join(" ")))).toEqual(new Set(["Keyword"]));
  expect(reservedWords).toHaveLength(18);
});
