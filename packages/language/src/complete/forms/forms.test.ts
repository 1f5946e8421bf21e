import { readFileSync } from "node:fs";
import type { IToken } from "chevrotain";
import { describe, expect, test } from "vitest";
import { mandatorySentences } from "../../check/sentences.ts";
import { sourceFile } from "../../source/source-file.ts";
import { theGrammar } from "../../syntax/declaration-rules.ts";
import { sentencesOf } from "../../syntax/layout.ts";
import { lex } from "../../syntax/lexer.ts";
import { parse } from "../../syntax/parse.ts";
import { declarationForms } from "./declaration-forms.ts";
import { partsOf, readingOf, snippetOf } from "./form.ts";
import { formsOf } from "./forms.ts";

const { kinds, parser } = theGrammar();
const words = [...kinds.keys()].filter((word) => word !== "uses");
const all = words.flatMap((word) => formsOf(word).map(([kind, text]) => ({ word, kind, text })));

/** The form with every choice of every hole, one hole at a time. */
function spelled(text: string): readonly string[] {
  const choices = partsOf(text).flatMap((part, index) =>
    part.kind === "hole" ? part.choices.map((choice) => ({ index, choice })) : [],
  );
  const written = choices.map(({ index, choice }) =>
    partsOf(text)
      .map((part, at) => (part.kind === "words" ? part.text : at === index ? choice : part.choices[0]))
      .join(""),
  );
  return [readingOf(text), ...written];
}

function tokensOf(sentence: string): IToken[] {
  return sentencesOf(lex(sentence)).flatMap(({ tokens }) => tokens);
}

describe("forms of sentences", () => {
  test.each(all)("$word: $text", ({ word, kind, text }) => {
    const rule = kinds.get(word)?.sentence?.rule;
    for (const sentence of spelled(text)) {
      const node =
        rule === undefined ? null : parser.read<{ kind: string }>(rule as never, tokensOf(sentence));
      expect({ sentence, kind: node?.kind }).toEqual({ sentence, kind });
    }
  });

  test("there is one for every kind of sentence of every declaration", () => {
    const sample = readFileSync(new URL("../../syntax/every-form.tenet", import.meta.url), "utf8");
    const { tree } = parse(sourceFile("sample.tenet", sample));
    let sentences = 0;
    for (const { wordSpan, sentences: read } of tree.declarations) {
      const word = sample.slice(wordSpan.start, wordSpan.end);
      for (const { kind } of read) {
        sentences += 1;
        expect(formsOf(word).map(([of]) => of)).toContain(kind);
      }
    }
    expect(sentences).toBeGreaterThan(200);
  });
});

describe("forms of declarations", () => {
  test.each(declarationForms)("%s", (word, text) => {
    for (const written of spelled(text)) {
      const { tree, diagnostics } = parse(sourceFile("sample.tenet", `${written}\n`));
      expect({ written, diagnostics }).toEqual({ written, diagnostics: [] });
      const [declaration] = tree.declarations;
      const standing = declaration?.sentences.map(({ kind }) => kind);
      const lacking = mandatorySentences(declaration?.kind ?? "Uses").filter(
        (kind) => !standing?.includes(kind as never),
      );
      expect(lacking).toEqual([]);
    }
    expect(text.startsWith(word)).toBe(true);
  });

  test("there is one for every declaration", () => {
    expect(declarationForms.map(([word]) => word).toSorted()).toEqual([...kinds.keys()].toSorted());
  });
});

describe("holes", () => {
  test("are placeholders and choices of a snippet, numbered from 1", () => {
    expect(snippetOf("requires <metric> at least <95%>")).toBe(`requires \${1:metric} at least \${2:95%}`);
    expect(snippetOf("each <month|half year>, <a>")).toBe(`each \${1|month,half year|}, \${2:a}`);
    expect(snippetOf("needs no minimum")).toBeNull();
  });

  test("keep what a snippet would read as its own", () => {
    expect(snippetOf("<a> $1 } \\")).toBe(`\${1:a} \\$1 \\} \\\\`);
  });
});
