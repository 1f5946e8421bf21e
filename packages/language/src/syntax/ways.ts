/**
 * What may come next, and as what it would be read.
 *
 * `expectations.ts` knows every kind of word that may follow; what such a word would mean (a dataset, a field, a value of
 * something) is only known from the tree of a whole sentence. So the sentence is ended in the shortest ways that the
 * grammar has, with made-up words, and read: where the parser refuses it, gates included, the word is not offered,
 * and otherwise the tree shows the word in its role. A name may play several roles (`average of` a field, or of a
 * metric), so each word that can follow it gives a reading of its own.
 */
import { type IToken, type TokenType, tokenMatcher } from "chevrotain";
import type { Span } from "../source/source-file.ts";
import type * as ast from "./ast.ts";
import type { Entry } from "./declaration-rules.ts";
import { fits, type Place, shortestWay, stepsFrom, walk } from "./expectations.ts";
import type { Head } from "./grammar/heads.ts";
import type { TenetParser } from "./grammar/parser.ts";
import * as words from "./tokens.ts";
import { continuationWords } from "./tokens.ts";
import { keywordOf } from "./wording.ts";

/** A kind of word that may come next. */
export interface NextWord {
  readonly slot: Slot;
  /** The word itself, of a keyword or sign. */
  readonly text: string | null;
  /** The keyword with what must follow it: `at least` and `at most`. */
  readonly phrases: readonly string[];
  readonly readings: readonly Reading[];
}

/** What kinds of words there are. */
export type Slot =
  | "keyword"
  | "sign"
  | "name"
  | "text"
  | "number"
  | "percent"
  | "date"
  | "time"
  | "period"
  | "version"
  | "currency"
  | "unit"
  | "span"
  | "weekday"
  | "row";

/** A sentence or head in which the word is read, and where it stands there. */
export interface Reading {
  readonly node: ast.Sentence | Head;
  readonly hole: Span;
  /** The word behind it; null where the sentence ends with it. */
  readonly next: string | null;
  /** Whether what follows the word is the writer's own, and not made up. */
  readonly isWritten: boolean;
}

interface MadeUp {
  readonly slot: Slot;
  readonly image: string;
}

const madeUp: ReadonlyMap<TokenType, MadeUp> = new Map<TokenType, MadeUp>([
  [words.Name, { slot: "name", image: "made_up" }],
  [words.Text, { slot: "text", image: '"text"' }],
  [words.NumberToken, { slot: "number", image: "1" }],
  [words.Percent, { slot: "percent", image: "1%" }],
  [words.DateToken, { slot: "date", image: "2026-01-01" }],
  [words.Time, { slot: "time", image: "00:00" }],
  [words.Period, { slot: "period", image: "2026-01" }],
  [words.Version, { slot: "version", image: "1.0.0" }],
  [words.Currency, { slot: "currency", image: "EUR" }],
  [words.Unit, { slot: "unit", image: "days" }],
  [words.SpanUnit, { slot: "span", image: "month" }],
  [words.Weekday, { slot: "weekday", image: "monday" }],
  [words.Row, { slot: "row", image: "| a |" }],
]);

/** How `nextWords` looks at a place. */
export interface Looking {
  readonly parser: TenetParser;
  readonly entry: Entry<ast.Sentence | Head>;
  readonly before: readonly IToken[];
  /** What follows already; where all of it fits, it says best as what a name is read. */
  readonly after: readonly IToken[];
  /** Where the word would stand. */
  readonly at: number;
  /** Only what can start a line that continues the one above. */
  readonly continuing: boolean;
}

/** Everything that may come next; nothing where the words before do not fit. */
export function nextWords(looking: Looking): readonly NextWord[] {
  const { entry, before, continuing } = looking;
  const { reached, next } = walk(entry.place, before);
  if (reached < before.length) return [];
  const places = new Map<TokenType, Place[]>();
  for (const { type, then } of next) {
    if (!continuing || continues(type)) places.set(type, [...(places.get(type) ?? []), then]);
  }
  return [...places].flatMap(([type, then]) => nextWord(looking, type, then));
}

/** Whether the sentence may end behind its words. */
export function canEnd(entry: Looking["entry"], tokens: readonly IToken[]): boolean {
  return fits(entry.place, tokens);
}

function continues(type: TokenType): boolean {
  return type === words.Row || (continuationWords as readonly string[]).includes(keywordOf(type) ?? "");
}

function nextWord(looking: Looking, type: TokenType, places: readonly Place[]): readonly NextWord[] {
  const made = madeUp.get(type);
  const keyword = keywordOf(type);
  const slot = made?.slot ?? (keyword === null ? "sign" : "keyword");
  const text = made === undefined ? (keyword ?? type.name) : null;
  const image = made?.image ?? text ?? "";
  const phrases =
    keyword === null ? [] : [...new Set(places.flatMap((place) => phrasesFrom(keyword, place)))];
  const readings = readingsOf(looking, tokenOf(type, image, looking.at), slot, places);
  return readings.length === 0 ? [] : [{ slot, text, phrases, readings }];
}

function readingsOf(
  looking: Looking,
  token: IToken,
  slot: Slot,
  places: readonly Place[],
): readonly Reading[] {
  const { parser, entry, before, after, at } = looking;
  const hole = { start: at, end: at + token.image.length };
  const read = (rest: readonly IToken[], isWritten = false): readonly Reading[] => {
    const node = parser.read(entry.rule, [...before, token, ...rest]);
    return node === null ? [] : [{ node, hole, next: rest[0]?.image ?? null, isWritten }];
  };
  const written = after.map((one) => shifted(one, token.image.length + 1));
  const whole = after.length > 0 && slot !== "keyword" ? read(written, true) : [];
  if (whole.length > 0) return whole;
  const isOpen = slot === "name" || slot === "keyword" || slot === "number";
  const ways = places.flatMap((place) => (isOpen ? waysFrom(place) : [shortestWay(place)]));
  return ways.flatMap((way) => read(tokensOf(way, hole.end + 1)));
}

function shifted(token: IToken, by: number): IToken {
  const endOffset = token.endOffset === undefined ? {} : { endOffset: token.endOffset + by };
  return { ...token, startOffset: token.startOffset + by, ...endOffset };
}

function tokensOf(types: readonly TokenType[], start: number): readonly IToken[] {
  let at = start;
  return types.map((type) => {
    const token = tokenOf(type, madeUp.get(type)?.image ?? keywordOf(type) ?? type.name, at);
    at += token.image.length + 1;
    return token;
  });
}

function tokenOf(type: TokenType, image: string, startOffset: number): IToken {
  const tokenType = type === words.Name ? words.PlainName : type;
  const endOffset = startOffset + image.length - 1;
  return { image, startOffset, endOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 } as IToken;
}

/** By each word that may follow, the shortest way to the end; and the end itself, where it may come at once. */
function waysFrom(place: Place): readonly (readonly TokenType[])[] {
  const { mayEnd, next } = stepsFrom(place);
  const ways = next.map(({ type, then }) => [type, ...shortestWay(then)]);
  return mayEnd ? [[], ...ways] : ways;
}

/** How many keywords are put together. */
const longestPhrase = 3;

/** A keyword with those that must follow it, and with those that may follow where nothing else is in the way. */
function phrasesFrom(phrase: string, place: Place, length = 1): readonly string[] {
  const { mayEnd, next } = stepsFrom(place);
  const followers = next.filter(({ type }) => keywordOf(type) !== null);
  const isFree = mayEnd || followers.length !== next.length;
  if (length === longestPhrase || followers.length === 0 || followers.length > 2 || isFree) return [phrase];
  return followers.flatMap(({ type, then }) => phrasesFrom(`${phrase} ${keywordOf(type)}`, then, length + 1));
}

/** Whether a token is of the kind that a word stands for. */
export function isSlot(token: IToken, slot: Slot): boolean {
  return [...madeUp].some(([type, made]) => made.slot === slot && tokenMatcher(token, type));
}
