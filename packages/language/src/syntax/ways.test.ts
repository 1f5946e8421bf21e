import { readFileSync } from "node:fs";
import type { IToken } from "chevrotain";
import { describe, expect, test } from "vitest";
import type * as ast from "./ast.ts";
import { type Entry, theGrammar } from "./declaration-rules.ts";
import { stepsFrom, walk } from "./expectations.ts";
import { declarationsOf, sentencesOf } from "./layout.ts";
import { lex } from "./lexer.ts";
import { isSlot, type NextWord, nextWords } from "./ways.ts";
import { keywordOf } from "./wording.ts";

const { kinds, parser } = theGrammar();
const sample = readFileSync(new URL("./every-form.tenet", import.meta.url), "utf8");

interface Read {
  readonly entry: Entry<ast.Sentence>;
  readonly tokens: readonly IToken[];
}

/** Every sentence and head of the sample, with the rule that reads it. */
const sentences: readonly Read[] = declarationsOf(sentencesOf(lex(sample))).flatMap(
  ({ word, sentences: owned }) => {
    const kind = kinds.get(word ?? "");
    return owned.flatMap(({ tokens }, index) => {
      const entry = (index === 0 ? kind?.head : kind?.sentence) as Entry<ast.Sentence> | null | undefined;
      return entry == null ? [] : [{ entry, tokens }];
    });
  },
);

function next({ entry, tokens }: Read, at: number, after: readonly IToken[] = []): readonly NextWord[] {
  const before = tokens.slice(0, at);
  return nextWords({ parser, entry, before, after, at: tokens[at]?.startOffset ?? 0, continuing: false });
}

const place = (word: string): Entry<ast.Sentence> => kinds.get(word)?.sentence as Entry<ast.Sentence>;

function after(word: string, text: string): readonly (string | null)[] {
  return next({ entry: place(word), tokens: lex(text) }, lex(text).length).map(
    ({ text: own, slot }) => own ?? slot,
  );
}

describe("what may come next", () => {
  test("has the real next word of every sentence in every form", () => {
    let words = 0;
    for (const read of sentences) {
      for (const [at, token] of read.tokens.entries()) {
        const found = next(read, at).some(({ slot, text }) =>
          text === null ? isSlot(token, slot) : text === token.image,
        );
        expect({ words: read.tokens.slice(0, at + 1).map(({ image }) => image), found }).toMatchObject({
          found: true,
        });
        words += 1;
      }
    }
    expect(words).toBeGreaterThan(1_400);
  });

  test("has only words that fit, with all that must follow them", () => {
    let phrases = 0;
    for (const read of sentences) {
      for (const at of read.tokens.keys()) {
        for (const word of next(read, at)) {
          for (const phrase of word.phrases) {
            const tokens = [...read.tokens.slice(0, at), ...lex(phrase)];
            expect(walk(read.entry.place, tokens).reached).toBe(tokens.length);
            phrases += 1;
          }
        }
      }
    }
    expect(phrases).toBeGreaterThan(3_000);
  });

  test("leaves out no keyword that the grammar has there", () => {
    for (const read of sentences) {
      for (const at of read.tokens.keys()) {
        const { next: steps } = walk(read.entry.place, read.tokens.slice(0, at));
        const keywords = steps.flatMap(({ type }) => keywordOf(type) ?? []);
        const found = next(read, at).map(({ text }) => text);
        expect(found).toEqual(expect.arrayContaining(keywords));
      }
    }
  });

  test("is nothing behind words that do not fit, and everything at the start", () => {
    expect(after("standard", "requires on_time at leest")).toEqual([]);
    const first = stepsFrom(place("standard").place).next.map(({ type }) => keywordOf(type));
    expect(after("standard", "")).toEqual([...new Set(first)]);
  });

  test("is said in phrases where there is hardly a choice", () => {
    const tokens = lex("requires on_time");
    const phrases = next({ entry: place("standard"), tokens }, tokens.length).flatMap((word) => word.phrases);
    expect(phrases).toEqual([
      "at least",
      "at most",
      "more than",
      "less than",
      "fewer than",
      "is",
      "from",
      "in best",
    ]);
  });
});

describe("what a word would be read as", () => {
  const keysOf = (word: string, text: string): readonly string[] => {
    const tokens = lex(text);
    const name = next({ entry: place(word), tokens }, tokens.length).find(({ slot }) => slot === "name");
    return [...new Set((name?.readings ?? []).map(({ node }) => node.kind))];
  };

  test("is told by each word that can follow it", () => {
    const head = kinds.get("metric")?.head as unknown as Entry<ast.Sentence>;
    const tokens = lex("metric m average of");
    const name = next({ entry: head, tokens }, tokens.length).find(({ slot }) => slot === "name");
    const forms = name?.readings.map(({ node }) => (node as unknown as ast.MetricDeclaration).form.kind);
    expect(new Set(forms)).toEqual(new Set(["Average", "PeriodMean"]));
  });

  test("is told by what follows already, where all of it fits", () => {
    const read = { entry: place("standard"), tokens: lex("requires") };
    const rest = lex("x at most 3 hours").slice(1);
    const name = next(read, 1, rest).find(({ slot }) => slot === "name");
    expect(name?.readings).toHaveLength(1);
    expect(name?.readings[0]?.isWritten).toBe(true);
  });

  test("is a sentence of its kind", () => {
    expect(keysOf("standard", "tolerates fewer than 3")).toEqual(["Tolerates"]);
    expect(keysOf("dataset", "partner")).toEqual(["DatasetPartner"]);
  });
});
