/**
 * How a parser chooses by the next words, without having worked it out.
 *
 * Chevrotain learns a grammar by running each of its rules, and then looks for the words that decide each choice.
 * That takes longer than to read a thousand lines, and gives the same at each start; so it is done when the grammar
 * is changed (`npm run generate`), and written down (`choices.ts`). A choice is taken by the first alternative that has
 * a path, of one word or a few, which fits the words that come; what is optional is taken where one of its paths fits.
 */
import { type IToken, type TokenType, tokenMatcher } from "chevrotain";
import * as tokens from "../tokens.ts";
import { choices } from "./choices.ts";

/** What chevrotain's own analysis leaves behind in a parser, of which its types say nothing. */
interface Analysed {
  selfAnalysisDone: boolean;
  readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  setLaFuncCache(rule: number, key: number, choose: (this: Looking) => unknown): void;
}

interface Looking {
  LA(ahead: number): IToken;
}

/** Of each alternative, its paths. */
type Alternatives = readonly (readonly (readonly TokenType[])[])[];

/** The kinds of choice, by the number that chevrotain knows them by: its place above the bits of the occurrence. */
const OCCURRENCE_BITS = 8;
export const kindsOfChoice = [
  "Alternation",
  "Option",
  "Repetition",
  "RepetitionMandatory",
  "RepetitionWithSeparator",
  "RepetitionMandatoryWithSeparator",
] as const;

/** Makes a parser ready to read, whose rules are defined. */
export function prepare(parser: object): void {
  const analysed = parser as Analysed;
  const types = new Map(tokens.vocabulary.map((type) => [type.name, type]));
  for (const line of choices.trim().split("\n")) {
    const [rule = "", kind = "", occurrence = "", ...written] = line.split(" ");
    const alternatives = alternativesOf(written.join(" "), types);
    const index = (kindsOfChoice as readonly string[]).indexOf(kind);
    const key = ((index + 1) << OCCURRENCE_BITS) | Number(occurrence);
    const choose = index === 0 ? alternation(alternatives) : optional(alternatives);
    analysed.setLaFuncCache(analysed.fullRuleNameToShort[rule] ?? -1, key, choose);
  }
  analysed.selfAnalysisDone = true;
  usedAsPrototype(parser);
}

/** V8 keeps so many properties in a table, which is slow to read, but for an object that it sees used as a prototype. */
function usedAsPrototype(object: object): void {
  const heir = Object.create(object) as { readonly selfAnalysisDone?: boolean };
  for (let times = 0; times < 20; times++) if (heir.selfAnalysisDone !== true) return;
}

function alternativesOf(written: string, types: ReadonlyMap<string, TokenType>): Alternatives {
  const typeOf = (name: string): TokenType[] => {
    const type = types.get(name);
    return type === undefined ? [] : [type];
  };
  return written
    .split(" | ")
    .map((paths) => paths.split(" / ").map((path) => path.split(" ").flatMap(typeOf)));
}

function alternation(alternatives: Alternatives): (this: Looking) => number | undefined {
  const byFirst = byFirstWord(alternatives);
  if (byFirst !== null)
    return function () {
      return byFirst[this.LA(1).tokenTypeIdx];
    };
  return function () {
    const chosen = alternatives.findIndex((paths) => paths.some((path) => isNext(this, path)));
    return chosen < 0 ? undefined : chosen;
  };
}

function optional(alternatives: Alternatives): (this: Looking) => boolean {
  const byFirst = byFirstWord(alternatives);
  if (byFirst !== null)
    return function () {
      return byFirst[this.LA(1).tokenTypeIdx] !== undefined;
    };
  return function () {
    return alternatives.some((paths) => paths.some((path) => isNext(this, path)));
  };
}

function isNext(parser: Looking, path: readonly TokenType[]): boolean {
  return path.every((type, index) => tokenMatcher(parser.LA(index + 1), type));
}

/** The alternative of each kind of word, also of those that belong to a wider one; null where one word decides nothing. */
function byFirstWord(alternatives: Alternatives): readonly (number | undefined)[] | null {
  if (alternatives.some((paths) => paths.some(({ length }) => length !== 1))) return null;
  const found: (number | undefined)[] = [];
  for (const [index, paths] of alternatives.entries())
    for (const { tokenTypeIdx, categoryMatches = [] } of paths.flat())
      for (const type of [tokenTypeIdx ?? 0, ...categoryMatches]) found[type] ??= index;
  return found;
}
