import { readFileSync } from "node:fs";
import { type ParserMethod, type TokenType, tokenMatcher } from "chevrotain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { theGrammar } from "./declaration-rules.ts";
import { fits, type Place, stepsFrom, walk } from "./expectations.ts";
import { declarationsOf, sentencesOf } from "./layout.ts";
import { lex } from "./lexer.ts";
import * as words from "./tokens.ts";
import { expectedText, keywordOf } from "./wording.ts";

const { kinds, parser } = theGrammar();
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
    expect(steps).toBeGreaterThan(1_400);
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

describe("the walk and the parser", () => {
  const spelled = new Map<TokenType, string>([
    [words.Name, "some_name"],
    [words.Text, '"text"'],
    [words.NumberToken, "7"],
    [words.Percent, "95%"],
    [words.DateToken, "2026-01-31"],
    [words.Time, "08:00"],
    [words.Period, "2026-Q1"],
    [words.Version, "1.0.0"],
    [words.Currency, "EUR"],
    [words.Unit, "days"],
    [words.SpanUnit, "month"],
    [words.Row, "| a |"],
  ]);
  const entries = [...kinds.values()].flatMap(({ head, sentence }) => [
    head,
    ...(sentence === null ? [] : [sentence]),
  ]);

  /** A sentence that the grammar allows, steered by numbers; it ends as soon as it may once they run out. */
  function sentence(place: Place, choices: readonly number[]): string {
    const said: string[] = [];
    let here = place;
    for (let turn = 0; turn < 200; turn++) {
      const { next, mayEnd } = stepsFrom(here);
      const choice = choices[turn] ?? 0;
      if (next.length === 0 || (mayEnd && (turn >= choices.length || choice % 7 === 0))) break;
      const step = next[choice % next.length];
      if (step === undefined) break;
      said.push(spelled.get(step.type) ?? keywordOf(step.type) ?? step.type.name);
      here = step.then;
    }
    return said.join(" ");
  }

  test("agree: whatever the walk allows, the parser reads", () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.nat(entries.length - 1),
        fc.array(fc.nat(1_000), { maxLength: 30 }),
        (which, choices) => {
          const entry = entries[which];
          const tokens = lex(sentence(entry?.place ?? null, choices));
          if (entry === undefined || !fits(entry.place, tokens) || tokens.length > 150) return;
          read++;
          expect(parser.read<object>(entry.rule as ParserMethod<[], object>, tokens)).not.toBeNull();
        },
      ),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(2_000);
  });
});

describe("what is expected", () => {
  const after = (text: string): string => expectedText(walk(placeOf("standard"), lex(text)).next);

  test("is said in words that belong together", () => {
    expect(after("requires on_time")).toBe(
      "`at least`, `at most`, `more than`, `less than`, `fewer than`, `is`, `from` or `in best`",
    );
    expect(after("measured")).toBe("`each calendar`, `each partner year`, `over rolling` or `over latest`");
    expect(after("measured over rolling")).toBe("a number");
    expect(after("requires on_time at least")).toBe("a value or `peer average`");
    expect(after("needs")).toBe("`no minimum` or `at least`");
    expect(after("because")).toBe('a text in `"`');
  });

  test("is nothing at the end of everything", () => {
    expect(stepsFrom(null)).toEqual({ mayEnd: true, next: [] });
  });
});
