/** Words that are missing: one phrase that alone makes the sentence right, or several of which a person chooses. */
import { type IToken, tokenMatcher } from "chevrotain";
import { fits, type Place, type Step, type Walk, walk } from "./expectations.ts";
import { longestMendable, type Misfit, type Repair, repaired } from "./repair.ts";
import * as types from "./tokens.ts";
import { phrasesOf } from "./wording.ts";

/** The one phrase that makes the sentence whole, or that alone can stand where it stops; else one before a value. */
export function* missingWords({ place, tokens, walk: { reached, next, mayEnd } }: Misfit): Generator<Repair> {
  const here = missingAt(reached, next);
  if (next.length === 1 && !mayEnd && reached < tokens.length) yield* here.slice(0, 1);
  const makesWhole = (repair: Repair): boolean => fits(place, repaired(tokens, repair));
  const whole = here.filter(makesWhole);
  if (whole.length === 1) yield* whole;
  // A word before could be taken for a name; a value stays one.
  const before = tokens[reached - 1];
  if (whole.length > 0 || reached === tokens.length || before === undefined) return;
  if (tokenMatcher(before, types.Name)) return;
  const earlier = missingAt(reached - 1, walk(place, tokens.slice(0, reached - 1)).next).filter(makesWhole);
  if (earlier.length === 1) yield* earlier;
}

/** Phrases of which each makes the sentence whole where it stops fitting, so that only a person can choose. */
export function choicesAt(
  place: Place,
  tokens: readonly IToken[],
  { reached, next }: Walk,
): readonly string[] {
  if (tokens.length > longestMendable) return [];
  const token = tokens[reached];
  // Of words that may be any name, none is likelier than another.
  const isMeant = ({ type }: Step): boolean =>
    token !== undefined && type !== types.Name && tokenMatcher(token, type);
  return missingAt(reached, next)
    .filter((repair) => {
      const changed = repaired(tokens, repair);
      const grown = changed.length - tokens.length;
      return fits(place, changed) && walk(place, changed.slice(0, reached + grown)).next.some(isMeant);
    })
    .map(({ words }) => words);
}

function missingAt(at: number, next: readonly Step[]): readonly Repair[] {
  const phrases = new Set(next.flatMap(phrasesOf).flatMap(beginnings));
  return [...phrases].map((words): Repair => ({ kind: "missing", at, remove: 0, words }));
}

function beginnings(phrase: string): string[] {
  const words = phrase.split(" ");
  return words.map((_, index) => words.slice(0, index + 1).join(" "));
}
