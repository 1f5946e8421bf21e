/**
 * Small changes of a sentence that does not fit, after which it fits further.
 *
 * Every proposal is tried on the grammar: one that does not let the sentence be read beyond the place where it
 * failed is dropped, so a fix never makes matters worse. Where a word is missing, it is proposed only if it is the
 * one word that makes the whole sentence right.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type { SourceFile } from "../source/source-file.ts";
import { datesInWords } from "./date-repairs.ts";
import { fits, type Place, type Step, stepsFrom, walk } from "./expectations.ts";
import { habits, longestHabit } from "./habits.ts";
import { endOf, lex } from "./lexer.ts";
import { missingWords } from "./missing-repairs.ts";
import { looseRepairs, phraseRepairs } from "./phrase-repairs.ts";
import {
  areApart,
  editOf,
  longestMendable,
  type Misfit,
  type Proposal,
  type Repair,
  repaired,
  spaced,
} from "./repair.ts";
import * as types from "./tokens.ts";
import { valueRepairs } from "./value-repairs.ts";
import { keywordOf, keywordsAmong } from "./wording.ts";

const mostRepairs = 8;
/** So many words of everyday speech are never meant as a name. */
const longestPhrase = 3;
/** In a longer sentence too many parts could change places. */
const longestReordered = 24;
/** What is longer is hardly a text that lacks its quotes. */
const longestText = 80;

/** The first change that helps, or null; `isAhead` where it is only looked whether another one would. */
function repairOf(misfit: Misfit, isAhead: boolean): Repair | null {
  const loose: Repair[] = [];
  for (const propose of proposals) {
    for (const repair of propose(misfit)) {
      if (isTime(misfit, repair)) continue;
      if (helps(misfit, repair)) return repair;
      if (repair.isLoose === true && repair.kind === "notation") loose.push(repair);
    }
  }
  return isAhead ? null : (loose.find((repair) => isFirstOfSeveral(misfit, repair)) ?? null);
}

/** Changes that together make a sentence whole, or as many as help; `tokens` is null where they do not suffice. */
export interface Mending {
  readonly repairs: readonly Repair[];
  /** The text edits of all changes where they touch different words, else of the first. */
  readonly edits: readonly TextEdit[];
  readonly tokens: readonly IToken[] | null;
}

/** Changes a sentence until it fits, or until nothing more helps. */
export function mended(
  file: SourceFile,
  place: Place,
  sentence: readonly IToken[],
  isAhead = false,
): Mending {
  if (sentence.length > longestMendable) return { repairs: [], edits: [], tokens: null };
  const repairs: Repair[] = [];
  const edits: TextEdit[] = [];
  let tokens = sentence;
  for (;;) {
    const now = walk(place, tokens);
    const isWhole = now.reached === tokens.length && now.mayEnd;
    const repair =
      isWhole || repairs.length === mostRepairs
        ? null
        : repairOf({ file, place, tokens, walk: now }, isAhead);
    if (repair === null) {
      const apart = isWhole && areApart(edits);
      return { repairs, edits: apart ? spaced(edits) : edits.slice(0, 1), tokens: isWhole ? tokens : null };
    }
    repairs.push(repair);
    edits.push(editOf(tokens, repair));
    tokens = repaired(tokens, repair);
  }
}

/** The words of an unfinished sentence, changed until they can be its beginning; null where nothing helps. */
export function mendedBeginning(
  file: SourceFile,
  place: Place,
  sentence: readonly IToken[],
): readonly IToken[] | null {
  let tokens = sentence;
  for (let count = 0; count <= mostRepairs; count++) {
    const now = walk(place, tokens);
    if (now.reached === tokens.length) return tokens;
    const repair =
      tokens.length > longestMendable ? null : repairOf({ file, place, tokens, walk: now }, false);
    if (repair === null) return null;
    tokens = repaired(tokens, repair);
  }
  return null;
}

const proposals: readonly Proposal[] = [
  ...phraseRepairs,
  everydayWords,
  datesInWords,
  ...valueRepairs,
  fieldsOfPartner,
  misspellings,
  ...looseRepairs,
  unquoted,
  missingWords,
  surplusSigns,
  otherOrder,
  unquotedPart,
];

/** `each month` says over which time, and not for each value of a field. */
function isTime({ tokens }: Misfit, { at, remove, words }: Repair): boolean {
  const [next, after] = tokens.slice(at + remove, at + remove + 2);
  const unit = words === "for each" ? next : words === "for" && next?.image === "each" ? after : undefined;
  return unit !== undefined && tokenMatcher(unit, types.SpanUnit);
}

function helps({ place, tokens, walk: before }: Misfit, repair: Repair): boolean {
  const changed = repaired(tokens, repair);
  if (changed.length === 0) return false;
  const after = walk(place, changed);
  const isComplete = after.reached === changed.length && after.mayEnd;
  if (repair.isLoose === true) return isComplete;
  const grown = changed.length - tokens.length;
  if (repair.kind === "missing" && before.next.length === 1 && !before.mayEnd)
    return isComplete || after.reached - grown > before.reached;
  if (repair.isPart === true) return isComplete || after.reached > repair.at + 1;
  if (repair.kind === "missing" || repair.kind === "quotes" || repair.kind === "order") return isComplete;
  if (repair.kind === "surplus") return isComplete || after.reached >= before.reached - repair.remove + 1;
  return isComplete || after.reached - grown > before.reached;
}

/** Whether other changes after this one make the sentence right. */
function isFirstOfSeveral({ file, place, tokens }: Misfit, repair: Repair): boolean {
  return mended(file, place, repaired(tokens, repair), true).tokens !== null;
}

function* everydayWords({ tokens, walk: { reached, next } }: Misfit): Generator<Repair> {
  for (let length = longestHabit; length >= 1; length--) {
    // The first word of a sentence may be one of another sentence.
    const earliest = reached === 1 && length === 1 ? 0 : reached - length + 1;
    for (let at = Math.max(0, earliest); at <= reached; at++) {
      const said = tokens.slice(at, at + length);
      if (said.length < length) continue;
      const text = said.map((token) => token.image.toLowerCase()).join(" ");
      // A word of the language in the place of another may be a slip of another kind as well.
      const loose = said.every(({ tokenType }) => keywordOf(tokenType) !== null)
        ? ({ isLoose: true } as const)
        : {};
      for (const words of habits.get(text) ?? []) {
        if (at === reached && length < longestPhrase && wouldBeName(words, next)) continue;
        yield { kind: words === "" ? "surplus" : "notation", at, remove: length, words, ...loose };
      }
    }
  }
}

/** Whether words would only be read as the name of something: of a missing name no word of the language was meant. */
function wouldBeName(words: string, next: readonly Step[]): boolean {
  const [first] = lex(words);
  if (first === undefined || !tokenMatcher(first, types.Name)) return false;
  return !next.some(({ type }) => type !== types.Name && tokenMatcher(first, type));
}

/** `partner country is "NL"` */
function* fieldsOfPartner({ tokens, walk: { reached, next } }: Misfit): Generator<Repair> {
  const [partner, field] = [tokens[reached - 1], tokens[reached]];
  if (partner?.tokenType !== types.keyword.partner || field === undefined) return;
  if (!next.some(({ type }) => type === types.Dot) || !tokenMatcher(field, types.Name)) return;
  yield { kind: "notation", at: reached - 1, remove: 2, words: `partner.${field.image}` };
}

/**
 * Words without their quotes: `time zone Europe/Amsterdam`, `expect punctual for P1 in 2026-01 is met`. As few as make
 * the sentence whole, for words that fit as they stand were hardly meant as text.
 */
function* unquoted({ file, tokens, walk: { reached, next, mayEnd } }: Misfit): Generator<Repair> {
  const text = next.find((step) => step.type === types.Text);
  if (text === undefined) return;
  const isList = stepsFrom(text.then).next.some((step) => step.type === types.Comma);
  for (let end = reached + 1; end <= tokens.length; end++) {
    const written = partOf(file, tokens, reached, end);
    if (!/^[\w./]/.test(written) || /["\r\n]/.test(written) || written.length > longestText) return;
    // A value in the place of an optional text was hardly meant as one.
    if ((next.length > 1 || mayEnd) && end === reached + 1 && /^[\d.]/.test(written)) continue;
    if (/[,;:]$/.test(written)) continue;
    if (end === reached + 2 && isFiller(tokens[reached]))
      yield { kind: "quotes", at: reached, remove: 2, words: `"${tokens[end - 1]?.image}"` };
    const items = isList ? written.split(/\s*,\s*/) : [written];
    const words = items.map((item) => `"${item}"`).join(", ");
    yield { kind: "quotes", at: reached, remove: end - reached, words };
  }
}

/** `closed holidays in NL` */
function isFiller(token: IToken | undefined): boolean {
  return /^(?:in|for|on|of|to|at|from|is)$/.test(token?.image ?? "");
}

/** The same where more is wrong behind it: only text can stand there, and the sentence goes on behind it. */
function* unquotedPart(misfit: Misfit): Generator<Repair> {
  if (misfit.walk.next.length > 1 || misfit.walk.mayEnd) return;
  for (const repair of unquoted(misfit)) yield { ...repair, isPart: true };
}

function* misspellings({ tokens, walk: { reached, next } }: Misfit): Generator<Repair> {
  const token = tokens[reached];
  if (token === undefined || !/^[A-Za-z_]/.test(token.image) || token.image.length > 40) return;
  const units = next.some((step) => step.type === types.Unit) ? types.unitWords : [];
  const spans = next.some((step) => step.type === types.SpanUnit) ? types.spanWords : units;
  const days = next.some((step) => step.type === types.Weekday) ? types.weekdayWords : [];
  // A word of everyday speech that says what can come here is no slip for another.
  const said = habits.get(token.image.toLowerCase())?.map((words) => words.split(" ")[0] ?? "") ?? [];
  if (keywordOf(token.tokenType) !== null && keywordsAmong(next).some((word) => said.includes(word))) return;
  const meant =
    phraseWrittenTogether(token.image, next) ??
    didYouMean(token.image, [...keywordsAmong(next), ...units, ...spans, ...days]);
  if (meant !== null) yield { kind: "misspelled", at: reached, remove: 1, words: meant };
}

/** `atleast`, `at_least`: two words that belong together, without the space between them. */
function phraseWrittenTogether(word: string, next: readonly Step[]): string | null {
  const letters = word.toLowerCase().replaceAll("_", "");
  for (const { type, then } of next) {
    const first = keywordOf(type);
    if (first === null || !letters.startsWith(first) || letters === first) continue;
    const rest = letters.slice(first.length);
    if (keywordsAmong(stepsFrom(then).next).includes(rest)) return `${first} ${rest}`;
  }
  return null;
}

/** `version: 2.1.0`, a comma before a word of the language, or a full stop at the end. */
function* surplusSigns({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const image = tokens[reached]?.image ?? "";
  const isLast = reached === tokens.length - 1;
  const isBeforeWord = image === "," && keywordOf(tokens[reached + 1]?.tokenType ?? types.Comma) !== null;
  if (isLast ? /^[:;.,{}=]$/.test(image) : isBeforeWord || /^[:;=]$/.test(image)) {
    yield { kind: "surplus", at: reached, remove: 1, words: "" };
  }
}

/** Two parts that have changed places, one of which ends or begins at the misfit, where only one change is right. */
function* otherOrder({ file, place, tokens, walk: { reached } }: Misfit): Generator<Repair> {
  if (tokens.length > longestReordered) return;
  const found = new Map<string, Repair>();
  for (let end = reached + 1; end <= tokens.length; end++) {
    for (let start = 1; start <= reached; start++) {
      const middles =
        start < reached ? [reached] : tokens.slice(reached + 1, end).map((_, by) => reached + 1 + by);
      for (const middle of middles) {
        // What `and` and `or` join would be joined to something else.
        if (isJoining(tokens[middle]) || isJoining(tokens[start])) continue;
        const swapped = [...tokens.slice(middle, end), ...tokens.slice(start, middle)];
        if (!fits(place, [...tokens.slice(0, start), ...swapped, ...tokens.slice(end)])) continue;
        const words = `${partOf(file, tokens, middle, end)} ${partOf(file, tokens, start, middle)}`;
        const whole = [...tokens.slice(0, start), ...swapped, ...tokens.slice(end)];
        const key = whole.map(({ image }) => image).join(" ");
        const repair: Repair = { kind: "order", at: start, remove: end - start, words };
        if (!/[\r\n]/.test(words) && !found.has(key)) found.set(key, repair);
      }
    }
  }
  if (found.size === 1) yield* found.values();
}

function isJoining(token: IToken | undefined): boolean {
  return token?.tokenType === types.keyword.and || token?.tokenType === types.keyword.or;
}

/** The text from one token up to another. */
function partOf(file: SourceFile, tokens: readonly IToken[], start: number, end: number): string {
  const [first, last] = [tokens[start], tokens[end - 1]];
  return first === undefined || last === undefined ? "" : file.text.slice(first.startOffset, endOf(last));
}
