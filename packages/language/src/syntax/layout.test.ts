import { describe, expect, test } from "vitest";
import { declarationsOf, sentencesOf } from "./layout.ts";
import { lex } from "./lexer.ts";

/** Sentences by declaration, each as its words with a bar where a line starts. */
function laidOut(text: string): string[][] {
  return declarationsOf(sentencesOf(lex(text))).map(({ sentences }) =>
    sentences.map(({ tokens, lines }) =>
      tokens.map(({ image }, index) => (index > 0 && lines.includes(index) ? `/ ${image}` : image)).join(" "),
    ),
  );
}

describe("a line continues the one above", () => {
  test.each(["and", "or", "out", "at", "more", "less", "fewer", "from", "is", "in", "where", "within"])(
    "when it starts with %s",
    (word) => {
      expect(laidOut(`metric a\n  b\n  ${word} c`)).toEqual([["metric a", `b / ${word} c`]]);
    },
  );

  test("when it starts with a bar, or after a comma", () => {
    expect(laidOut("test a\n given b\n | c |\n | d |\n x e,\n f,\n test,\n g")).toEqual([
      ["test a", "given b / | c | / | d |", "x e , / f , / test , / g"],
    ]);
  });

  test("across blank lines and comments", () => {
    expect(laidOut("metric a # x\n\n # y\n at b")).toEqual([["metric a / at b"]]);
  });
});

describe("a declaration word", () => {
  test("starts a declaration wherever its line is indented, and only as the first word", () => {
    expect(laidOut("metric a\n    metric b\ndated metric")).toEqual([
      ["metric a"],
      ["metric b", "dated metric"],
    ]);
  });

  test("after a comma is the next item if it can be", () => {
    expect(laidOut("x a,\ntest,\ntest written b,\ntest optional,\ntest")).toEqual([
      ["x a , / test , / test written b , / test optional , / test"],
    ]);
  });

  test("after a stray comma starts a declaration if it cannot be an item", () => {
    expect(laidOut('x a,\ntest b "B"')).toEqual([["x a ,"], ['test b "B"']]);
    expect(laidOut('x a,\npartners from "p" key b')).toEqual([["x a ,"], ['partners from "p" key b']]);
  });

  test("of a later version starts one too", () => {
    expect(laidOut("metric a\nclock b\n x c")).toEqual([["metric a"], ["clock b", "x c"]]);
  });
});

test("what stands before the first declaration belongs to none", () => {
  expect(declarationsOf(sentencesOf(lex("a\nb\nmetric c"))).map(({ word }) => word)).toEqual([
    null,
    "metric",
  ]);
  expect(declarationsOf(sentencesOf(lex(" \n# a\n")))).toEqual([]);
});
