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
export interface Walk extends Steps {
  /** The first token that does not fit; their number where all do. */
  readonly reached: number;
}

/** What may come at a place. */
export interface Steps {
  /** Whether the sentence may end there. */
  readonly mayEnd: boolean;
  readonly next: readonly Step[];
}

/** A kind of token that may come next, and what after it. */
export interface Step {
  readonly type: TokenType;
  readonly then: Place;
}

/**
 * A place in the grammar: the productions still to come, innermost first; null is the end. Equal places are one
 * object, so that what may come there is worked out once, however often a repetition passes it.
 */
export type Place = Somewhere | null;

interface Somewhere {
  readonly productions: readonly IProduction[];
  readonly at: number;
  readonly out: Place;
  /** Places inside of rules that lead back here, by their productions. */
  readonly inner: Map<readonly IProduction[], Somewhere[]>;
  steps: Steps | null;
}

const outermost = new Map<readonly IProduction[], Somewhere[]>();
const theEnd: Steps = { mayEnd: true, next: [] };

/** Where a rule begins. */
export function startOf(rule: Rule): Place {
  return placeIn(rule.definition, 0, null);
}

/** Walks `tokens` from a place. */
export function walk(from: Place, tokens: readonly IToken[]): Walk {
  let steps = stepsFrom(from);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const places = new Set<Place>();
    for (const step of steps.next) if (tokenMatcher(token, step.type)) places.add(step.then);
    if (places.size === 0) return { reached: index, ...steps };
    steps = stepsFromAll(places);
  }
  return { reached: tokens.length, ...steps };
}

/** Whether the whole sentence fits. */
export function fits(from: Place, tokens: readonly IToken[]): boolean {
  const { reached, mayEnd } = walk(from, tokens);
  return reached === tokens.length && mayEnd;
}

/** What may come at a place. */
export function stepsFrom(place: Place): Steps {
  if (place === null) return theEnd;
  if (place.steps === null) {
    const next: Step[] = [];
    const mayEnd = collect(place, next);
    place.steps = { mayEnd, next };
  }
  return place.steps;
}

function stepsFromAll(places: ReadonlySet<Place>): Steps {
  const all = [...places].map(stepsFrom);
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  return { mayEnd: all.some(({ mayEnd }) => mayEnd), next: all.flatMap(({ next }) => next) };
}

function placeIn(productions: readonly IProduction[], at: number, out: Place): Somewhere {
  const places = out?.inner ?? outermost;
  let row = places.get(productions);
  if (row === undefined) {
    row = [];
    places.set(productions, row);
  }
  row[at] ??= { productions, at, out, inner: new Map(), steps: null };
  return row[at];
}

/** Adds the steps at a place; true if the sentence may end there. */
function collect(place: Place, next: Step[]): boolean {
  if (place === null) return true;
  const production = place.productions[place.at];
  if (production === undefined) return collect(place.out, next);
  const out = placeIn(place.productions, place.at + 1, place.out);
  if (!(production instanceof Terminal)) return enter(production, place, out, next);
  next.push({ type: production.terminalType, then: out });
  return false;
}

/** Adds the steps into a production, and past it where it may be left out. */
function enter(production: IProduction, place: Somewhere, out: Somewhere, next: Step[]): boolean {
  const inside = (productions: readonly IProduction[], after: Place): boolean =>
    collect(placeIn(productions, 0, after), next);
  if (production instanceof NonTerminal) return inside(production.referencedRule.definition, out);
  if (production instanceof Alternation) {
    return production.definition.map((branch) => inside(partsOf(branch), out)).some(Boolean);
  }
  if (production instanceof Option) {
    inside(production.definition, out);
    return collect(out, next);
  }
  if (production instanceof Repetition) {
    inside(production.definition, place);
    return collect(out, next);
  }
  if (production instanceof RepetitionWithSeparator) {
    inside(production.definition, placeIn(again(production), 0, out));
    return collect(out, next);
  }
  if (production instanceof RepetitionMandatory || production instanceof RepetitionMandatoryWithSeparator) {
    return inside(production.definition, placeIn(again(production), 0, out));
  }
  return inside(partsOf(production), out);
}

function partsOf(production: IProduction): readonly IProduction[] {
  return production instanceof Alternative ? production.definition : [];
}

/** The fewest words that end a sentence from a place; of equally few, those that the grammar names first. */
export function shortestWay(place: Place): readonly TokenType[] {
  if (place === null) return [];
  return [...(fewest(place.productions.slice(place.at), new Set()) ?? []), ...shortestWay(place.out)];
}

/** The fewest words that productions can be; null for what holds itself, which is never the shortest. */
function fewest(productions: readonly IProduction[], inside: ReadonlySet<Rule>): readonly TokenType[] | null {
  const all: TokenType[] = [];
  for (const production of productions) {
    const words = fewestOf(production, inside);
    if (words === null) return null;
    all.push(...words);
  }
  return all;
}

const fewestOfRules = new WeakMap<Rule, readonly TokenType[]>();

function fewestOf(production: IProduction, inside: ReadonlySet<Rule>): readonly TokenType[] | null {
  if (production instanceof Terminal) return [production.terminalType];
  if (production instanceof NonTerminal) return fewestOfRule(production.referencedRule, inside);
  if (production instanceof Alternation) {
    const branches = production.definition.map((branch) => fewest(partsOf(branch), inside));
    return shortestOf(branches.filter((branch) => branch !== null));
  }
  const isNeeded =
    production instanceof RepetitionMandatory || production instanceof RepetitionMandatoryWithSeparator;
  return isNeeded ? fewest(production.definition, inside) : fewest(partsOf(production), inside);
}

function fewestOfRule(rule: Rule, inside: ReadonlySet<Rule>): readonly TokenType[] | null {
  const known = fewestOfRules.get(rule);
  if (known !== undefined) return known;
  if (inside.has(rule)) return null;
  const words = fewest(rule.definition, new Set([...inside, rule]));
  if (words !== null && inside.size === 0) fewestOfRules.set(rule, words);
  return words;
}

function shortestOf(all: readonly (readonly TokenType[])[]): readonly TokenType[] | null {
  let best: readonly TokenType[] | null = null;
  for (const words of all) if (best === null || words.length < best.length) best = words;
  return best;
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
