import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { parse } from "../syntax/parse.ts";
import { format } from "./format.ts";

const sample = readFileSync(new URL("../syntax/every-form.tenet", import.meta.url), "utf8");
const formatted = (text: string): string => format(parse(sourceFile("a.tenet", text)));

/** The tree without its spans, and the comments in their order. */
function meaningOf(text: string): unknown {
  const { tree, tokens } = parse(sourceFile("a.tenet", text));
  const comments = tokens.filter(({ type }) => type === "Comment").map((comment) => comment.text.trimEnd());
  return {
    tree: JSON.parse(JSON.stringify(tree, (key, value) => (/span$/i.test(key) ? undefined : value))),
    comments,
  };
}

function keepsMeaning(text: string): void {
  const once = formatted(text);
  expect(formatted(once)).toBe(once);
  expect(meaningOf(once)).toEqual(meaningOf(text));
}

describe("layout", () => {
  test("a formatted file stays as it is", () => {
    expect(formatted(sample)).toBe(sample);
  });

  test("heads at the margin, sentences two blanks in, continuations four, tables two", () => {
    expect(
      formatted(
        '  test   t "T"\ngiven d\n| a|b |\n|  long cell|   |\n  metric m percent of a\n  out   of a\n higher is better',
      ),
    ).toBe(
      'test t "T"\n  given d\n  | a         | b |\n  | long cell |   |\n\nmetric m percent of a\n    out of a\n  higher is better\n',
    );
  });

  test("one blank between words, none around dots, before commas and inside parentheses", () => {
    expect(formatted("metric m number of a where ( partner . b is one of c ,d ) and e\tis 1")).toBe(
      "metric m number of a where (partner.b is one of c, d) and e is 1\n",
    );
  });

  test("one blank line between declarations, at most one between sentences, none below a head", () => {
    expect(
      formatted("\n\nmetric m number of a\n\n\n dated b\n\n\n higher is better\nmetric n number of a\n\n\n"),
    ).toBe("metric m number of a\n  dated b\n\n  higher is better\n\nmetric n number of a\n");
  });

  test("line breaks become LF, and the last line has one", () => {
    expect(formatted('uses "a"\r\nuses "b"')).toBe('uses "a"\n\nuses "b"\n');
    expect(formatted("")).toBe("");
    expect(formatted(" \r\n\t\n")).toBe("");
  });

  test("characters of any width align by their number", () => {
    expect(formatted('test t "T"\n given d\n | a |\n | \u{1F6B2}\u{1F6B2}\u{1F6B2} |\n | "\u00E9" |')).toBe(
      'test t "T"\n  given d\n  | a   |\n  | \u{1F6B2}\u{1F6B2}\u{1F6B2} |\n  | "\u00E9" |\n',
    );
  });
});

describe("comments", () => {
  test("behind words stay behind them", () => {
    expect(formatted('uses "a"# b  \nmetric m number of c #d')).toBe(
      'uses "a"  # b\n\nmetric m number of c  #d\n',
    );
  });

  test("above a declaration stay with it, below one with that", () => {
    expect(
      formatted(
        "# file\n\n# m\nmetric m number of a\n dated b\n   # still m\n\n\n  # n\nmetric n number of a\n# end\n",
      ),
    ).toBe(
      "# file\n\n# m\nmetric m number of a\n  dated b\n  # still m\n\n# n\nmetric n number of a\n  # end\n",
    );
    expect(formatted("metric m number of a\n# n\nmetric n number of a")).toBe(
      "metric m number of a\n\n# n\nmetric n number of a\n",
    );
    expect(formatted("metric m number of a\n\n# alone\n\nmetric n number of a\n\n# end")).toBe(
      "metric m number of a\n\n# alone\n\nmetric n number of a\n\n# end\n",
    );
  });

  test("between sentences, lines of a sentence and lines of a table are indented like what follows", () => {
    expect(
      formatted(
        'standard s "S"\n# a\n requires b\n# c\n at least 1 where d is e\n\n# f\n at least 2 otherwise\n# g\n\n# h\n needs no minimum',
      ),
    ).toBe(
      'standard s "S"\n  # a\n  requires b\n    # c\n    at least 1 where d is e\n    # f\n    at least 2 otherwise\n  # g\n\n  # h\n  needs no minimum\n',
    );
    expect(formatted('test t "T"\n given d\n| a |\n# b\n| c |')).toBe(
      'test t "T"\n  given d\n  | a |\n  # b\n  | c |\n',
    );
  });

  test("alone make a file", () => {
    expect(formatted("\n# a\n\n\n#b\n\n")).toBe("# a\n\n#b\n");
  });
});

describe("what cannot be read", () => {
  test("is kept as it was written", () => {
    expect(
      formatted('standard s "S"\nrequires   a  >=  95 %   # x  \n   bla   "bla\nneeds   no minimum'),
    ).toBe('standard s "S"\n  requires   a  >=  95 %   # x\n  bla   "bla\n  needs no minimum\n');
  });

  test("as are declarations of later versions", () => {
    expect(formatted("survey  c on   d\n gives  5 EUR\nmetric  m number of a")).toBe(
      "survey  c on   d\n  gives  5 EUR\n\nmetric m number of a\n",
    );
  });

  test("a file too large to be read is given back", () => {
    const text = `  # ${"x".repeat(4 * 1024 * 1024)}`;
    expect(formatted(text)).toBe(text);
  });
});

describe("formatting", () => {
  const words = sample.split(/\s+/);
  const lines = sample.split("\n");
  const blanks = fc.constantFrom(" ", "  ", "\t", "   ");

  test("changes no meaning, whatever the blanks were", () => {
    fc.assert(
      fc.property(fc.array(blanks, { minLength: 40, maxLength: 40 }), fc.nat(39), (gaps, shift) => {
        let count = shift;
        const next = (): string => gaps[count++ % gaps.length] ?? " ";
        const respaced = lines.map((line) =>
          /["|#]/.test(line) ? next() + line : line.replace(/ +/g, next),
        );
        keepsMeaning(respaced.join("\n"));
        expect(formatted(respaced.join("\r\n"))).toBe(formatted(respaced.join("\n")));
      }),
      { numRuns: 40 },
    );
  });

  test("changes no meaning of any part of a file", () => {
    fc.assert(
      fc.property(fc.nat(lines.length), fc.nat(60), (from, count) =>
        keepsMeaning(lines.slice(from, from + count).join("\n")),
      ),
      { numRuns: 300 },
    );
  });

  test("changes no meaning of a file with a word too few", () => {
    fc.assert(
      fc.property(fc.nat(words.length - 1), (index) => {
        let count = 0;
        keepsMeaning(sample.replace(/\S+/g, (word) => (count++ === index ? "" : word)));
      }),
      { numRuns: 150 },
    );
  });

  test("changes no meaning of any text at all", () => {
    const odd = [
      "\n",
      "\n",
      "\n  ",
      "# c",
      "| a |",
      '"',
      '"a b"',
      "(",
      "\u201Ca\u201D",
      "\r",
      "\u00A0",
      "clock",
      "credit",
      ">=",
      "31/1/2026",
    ];
    const part = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...words, ...odd) }, fc.string());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 50 }), (parts) => keepsMeaning(parts.join(" "))),
      { numRuns: 800 },
    );
  });
});
