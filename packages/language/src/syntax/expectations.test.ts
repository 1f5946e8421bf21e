import { readFileSync } from "node:fs";
import { tokenMatcher } from "chevrotain";
import { describe, expect, test } from "vitest";
import { theGrammar } from "./declaration-rules.ts";
import { fits, stepsFrom, walk } from "./expectations.ts";
import { declarationsOf, sentencesOf } from "./layout.ts";
import { lex } from "./lexer.ts";
import { expectedText } from "./wording.ts";

const { kinds } = theGrammar();
const placeOf = (word: string) => kinds.get(word)?.sentence?.place ?? null;
const sample = readFileSync(new URL("./every-form.tenet", import.meta.url), "utf8");

describe("walking the grammar", () => {
  test("predicts every word of every sentence, and that it may end where it does", () => {
    let steps = 0;
    for (const { word, sentences } of declarationsOf(sentencesOf(lex(sample)))) {
      const kind = kinds.get(word ?? "");
      for (const [index, { tokens }] of sentences.entries()) {
        const place = index === 0 ? kind?.head.place : kind?.sentence?.place;
        for (const [at, token] of tokens.entries()) {
          const { reached, next } = walk(place ?? null, tokens.slice(0, at));
          expect(reached).toBe(at);
          expect(next.some(({ type }) => tokenMatcher(token, type))).toBe(true);
          steps++;
        }
        expect(fits(place ?? null, tokens)).toBe(true);
      }
    }
    expect(steps).toBeGreaterThan(700);
  });

  test("stops at the first word that does not fit", () => {
    expect(walk(placeOf("standard"), lex("requires on_time at leest 95%")).reached).toBe(3);
    expect(walk(placeOf("standard"), lex("measured each calendar month month")).reached).toBe(4);
    expect(walk(placeOf("standard"), lex("measured each calendar month"))).toMatchObject({
      reached: 4,
      mayEnd: true,
    });
    expect(walk(placeOf("standard"), lex("measured each calendar"))).toMatchObject({
      reached: 3,
      mayEnd: false,
    });
  });

  test("goes around repetitions, and through parentheses, as often as the sentence does", () => {
    const condition = (text: string): boolean => fits(placeOf("standard"), lex(`warns when ${text}`));
    expect(condition("a is 1 and b is 2 and c is one of 3, 4, 5")).toBe(true);
    expect(condition("((a is 1 or not (b is 2)) and c is 3)")).toBe(true);
    expect(condition("((a is 1 or b is 2)")).toBe(false);
    expect(condition("a is 1 and b is 2 or c is 3")).toBe(false);
  });
});

describe("what is expected", () => {
  const after = (text: string): string => expectedText(walk(placeOf("standard"), lex(text)).next);

  test("is said in words that belong together", () => {
    expect(after("requires on_time")).toBe(
      "`at least`, `at most`, `more than`, `less than`, `fewer than`, `is` or `from`",
    );
    expect(after("measured")).toBe("`each calendar`, `over rolling` or `over latest`");
    expect(after("measured over rolling")).toBe("a number");
    expect(after("requires on_time at least")).toBe("a value");
    expect(after("needs")).toBe("`no minimum` or `at least`");
    expect(after("because")).toBe('a text in `"`');
  });

  test("is nothing at the end of everything", () => {
    expect(stepsFrom(null)).toEqual({ mayEnd: true, next: [] });
  });
});
