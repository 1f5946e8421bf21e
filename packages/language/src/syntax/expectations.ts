/**
 * What may stand where: walks the grammar along the words of a sentence.
 *
 * A parser says that a sentence is wrong; this says how far it was right and everything that could have come next,
 * optional parts included. It simulates the grammar on chevrotain's public tree of it: a state is a place in the
 * rules with the way back out, and a word keeps the states that can take it. The grammar decides within three
 * words, so there are never many states. Gates are not seen: the walk may accept what the parser does not, never
 * the other way round.
 */
import {
  Alternation,
  Alternative,
  type IProduction,
  type IToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
  tokenMatcher,
} from "chevrotain";

/** How far a sentence fits a rule. */
export interface Walk {
  /** The first token that does not fit; their number where all do. */
  readonly reached: number;
  /** Whether the sentence may end there. */
  readonly mayEnd: boolean;
  /** What could stand there. */
  readonly next: readonly Step[];
}

/** A kind of token that may come next, and what after it. */
export interface Step {
  readonly type: TokenType;
  readonly then: Place;
}

/** A place in the grammar: the productions still to come, innermost first. Null is the end. */
export type Place = {
  readonly productions: readonly IProduction[];
  readonly at: number;
  readonly out: Place;
} | null;

/** More states than any sentence has; a guard against a grammar gone wrong. */
const maxSteps = 2_000;

/** Where a rule begins. */
export function startOf(rule: Rule): Place {
  return { productions: rule.definition, at: 0, out: null };
}

/** Walks `tokens` from a place. */
export function walk(from: Place, tokens: readonly IToken[]): Walk {
  let steps = stepsAt([from]);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const taken = steps.next.filter((step) => tokenMatcher(token, step.type));
    if (taken.length === 0) return { reached: index, ...steps };
    steps = stepsAt(taken.map((step) => step.then));
  }
  return { reached: tokens.length, ...steps };
}

/** Whether the whole sentence fits. */
export function fits(from: Place, tokens: readonly IToken[]): boolean {
  const { reached, mayEnd } = walk(from, tokens);
  return reached === tokens.length && mayEnd;
}

/** What may come at a place. */
export function stepsFrom(place: Place): readonly Step[] {
  return stepsAt([place]).next;
}

function stepsAt(places: readonly Place[]): { readonly mayEnd: boolean; readonly next: readonly Step[] } {
  const next: Step[] = [];
  let mayEnd = false;
  for (const place of places) mayEnd = collect(place, next) || mayEnd;
  return { mayEnd, next };
}

/** Adds the steps at a place; true if the sentence may end there. */
function collect(place: Place, next: Step[]): boolean {
  if (place === null) return true;
  const production = place.productions[place.at];
  if (production === undefined) return collect(place.out, next);
  const out: Place = { productions: place.productions, at: place.at + 1, out: place.out };
  if (next.length > maxSteps) return false;
  if (production instanceof Terminal) {
    next.push({ type: production.terminalType, then: out });
    return false;
  }
  return enter(production, place, out, next);
}

function enter(production: IProduction, place: Place, out: Place, next: Step[]): boolean {
  const inside = (productions: readonly IProduction[], after: Place): boolean =>
    collect({ productions, at: 0, out: after }, next);
  if (production instanceof NonTerminal) return inside(production.referencedRule.definition, out);
  if (production instanceof Alternation) {
    return production.definition.map((branch) => inside([branch], out)).some(Boolean);
  }
  if (production instanceof Alternative) return inside(production.definition, out);
  if (production instanceof Option) {
    inside(production.definition, out);
    return collect(out, next);
  }
  if (production instanceof Repetition) {
    inside(production.definition, place);
    return collect(out, next);
  }
  if (production instanceof RepetitionMandatory) {
    return inside(production.definition, { productions: again(production), at: 0, out });
  }
  if (production instanceof RepetitionMandatoryWithSeparator) {
    return inside(production.definition, { productions: again(production), at: 0, out });
  }
  if (production instanceof RepetitionWithSeparator) {
    inside(production.definition, { productions: again(production), at: 0, out });
    return collect(out, next);
  }
  return collect(out, next);
}

const repeated = new WeakMap<IProduction, IProduction[]>();

/** The rounds after the first of a repetition. */
function again(
  production: RepetitionMandatory | RepetitionMandatoryWithSeparator | RepetitionWithSeparator,
): IProduction[] {
  const known = repeated.get(production);
  if (known !== undefined) return known;
  const separator = "separator" in production ? [new Terminal({ terminalType: production.separator })] : [];
  const rounds = [new Repetition({ definition: [...separator, ...production.definition] })];
  repeated.set(production, rounds);
  return rounds;
}
