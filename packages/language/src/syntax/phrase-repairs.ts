/**
 * Phrases of everyday speech and of spreadsheets that say the right thing in other places: `95% or more`,
 * `is 4 or 5`, `COUNT(calls)`, `calls.wait`, a word that is written twice.
 */
import { type IToken, tokenMatcher } from "chevrotain";
import { fits } from "./expectations.ts";
import { habits } from "./habits.ts";
import { limitsInFront, sideBehind } from "./limits-in-front.ts";
import { type Misfit, type Proposal, type Repair, repaired } from "./repair.ts";
import * as types from "./tokens.ts";

export const phraseRepairs: readonly Proposal[] = [
  doubledWords,
  formulas,
  limitsInFront,
  limitsBehind,
  listsOfValues,
  fieldsOfDatasets,
  articles,
  otherwiseFirst,
];

/** The same, where no word of everyday speech is known that was meant. */
export const looseRepairs: readonly Proposal[] = [parentheses, namesInTwoWords, fillers];

/** Longest phrase that is written twice, in words. */
const longestDoubled = 3;
const mostListed = 20;

/** `at least at least`, `requires requires`. */
function* doubledWords({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (let length = 1; length <= longestDoubled; length++) {
    for (let at = Math.max(length, reached - longestDoubled); at <= reached; at++) {
      const twice = tokens.slice(at, at + length);
      const isTwice = twice.every(({ image }, index) => image === tokens[at - length + index]?.image);
      if (twice.length === length && isTwice && /\w/.test(twice[0]?.image ?? ""))
        yield { kind: "surplus", at, remove: length, words: "" };
    }
  }
}

/** Words of metrics that are functions of a spreadsheet as well. */
const FORMULAS: ReadonlySet<string> = new Set(["average", "sum", "median"]);

/** `COUNT(calls)`, `AVERAGE(wait) in calls`. */
function* formulas({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (const at of [reached, reached - 1]) {
    const [word, open, name, close] = tokens.slice(Math.max(0, at), at + 4);
    if (at < 0 || word === undefined || name === undefined) continue;
    if (open?.tokenType !== types.Open || close?.tokenType !== types.Close) continue;
    const said = word.image.toLowerCase();
    for (const words of [...(habits.get(said) ?? []), ...(FORMULAS.has(said) ? [`${said} of`] : [])])
      yield { kind: "notation", at, remove: 4, words: `${words} ${name.image}` };
  }
}

/** `95% or more`, `60 seconds or less`. */
function* limitsBehind({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (const length of [1, 2]) {
    const [or, side] = tokens.slice(reached + length, reached + length + 2);
    const words = sideBehind.get(side?.image ?? "");
    if (words === undefined || or?.tokenType !== types.keyword.or) continue;
    const value = tokens.slice(reached, reached + length).map(({ image }) => image);
    yield { kind: "notation", at: reached, remove: length + 2, words: `${words} ${value.join(" ")}` };
  }
}

const LIST_ENDS: ReadonlySet<string> = new Set([",", "or"]);

/** `is 4 or 5`, `in ("NL", "BE")`, `is one of ("NL", "BE")`. */
function* listsOfValues({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  for (let at = Math.max(0, reached - 4); at <= reached; at++) {
    const start = startOfList(tokens, at);
    if (start === null) continue;
    const values: string[] = [];
    let end = start.at;
    while (values.length < mostListed && isListed(tokens[end])) {
      values.push(tokens[end]?.image ?? "");
      end += 1;
      const isMore = LIST_ENDS.has(tokens[end]?.image ?? "") && isListed(tokens[end + 1]);
      if (!isMore) break;
      end += 1;
    }
    if (start.isOpen && tokens[end]?.tokenType !== types.Close) continue;
    if (values.length > (start.isOpen ? 0 : 1)) {
      const words = `is one of ${values.join(", ")}`;
      yield { kind: "notation", at, remove: end + (start.isOpen ? 1 : 0) - at, words };
    }
  }
}

/** The first value behind `is`, `in`, `is in` or `is one of`, and whether a parenthesis opens the list. */
function startOfList(tokens: readonly IToken[], at: number): { at: number; isOpen: boolean } | null {
  const [one, two, three] = tokens.slice(at, at + 3).map(({ image }) => image);
  const words =
    one === "in" ? 1 : one !== "is" ? 0 : two === "one" && three === "of" ? 3 : two === "in" ? 2 : 1;
  if (words === 0) return null;
  const isOpen = tokens[at + words]?.tokenType === types.Open;
  return { at: at + words + (isOpen ? 1 : 0), isOpen };
}

function isListed(token: IToken | undefined): boolean {
  return (
    token !== undefined &&
    [types.Text, types.NumberToken, types.Percent, types.Name, types.DateToken].some((type) =>
      tokenMatcher(token, type),
    )
  );
}

/** `average of calls.wait` */
function* fieldsOfDatasets({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const [dataset, dot, field] = tokens.slice(Math.max(0, reached - 1), reached + 2);
  if (dataset === undefined || field === undefined || dot?.tokenType !== types.Dot) return;
  if (!tokenMatcher(dataset, types.Name) || !tokenMatcher(field, types.Name)) return;
  yield { kind: "notation", at: reached - 1, remove: 3, words: `${field.image} in ${dataset.image}` };
}

const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an", "all", "any", "our", "their"]);

/** `number of the calls`: the article was taken for the name. */
function* articles({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  if (reached > 0 && ARTICLES.has(tokens[reached - 1]?.image.toLowerCase() ?? ""))
    yield { kind: "surplus", at: reached - 1, remove: 1, words: "", isLoose: true };
}

/** `otherwise at least 90%`, of the last row of a limit. */
function* otherwiseFirst({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  if (!/^(?:otherwise|else)$/.test(tokens[reached]?.image ?? "")) return;
  const rest = tokens.slice(reached + 1).map(({ image }) => image);
  if (rest.length > 0 && rest.length < mostListed)
    yield { kind: "order", at: reached, remove: rest.length + 1, words: `${rest.join(" ")} otherwise` };
}

/** `duration (seconds)`, `one of (answered, abandoned)`: what stands between parentheses, without them. */
function* parentheses({ tokens, walk: { reached } }: Misfit): Generator<Repair> {
  if (tokens[reached]?.tokenType !== types.Open) return;
  const end = tokens.findIndex((token, index) => index > reached && token.tokenType === types.Close);
  const inner = tokens.slice(reached + 1, Math.max(end, reached + 1)).map(({ image }) => image);
  if (inner.length === 0 || inner.length > mostListed || inner.includes("(")) return;
  const words = inner.join(" ").replaceAll(" , ", ", ");
  yield { kind: "notation", at: reached, remove: inner.length + 2, words, isLoose: true };
}

/** `field call id text`: a name is one word. Only where it is declared so, or written as one elsewhere in the file. */
function* namesInTwoWords({ file, place, tokens, walk: { reached } }: Misfit): Generator<Repair> {
  const [first, second] = tokens.slice(Math.max(0, reached - 1), reached + 1);
  if (reached === 0 || first?.tokenType !== types.PlainName || second?.tokenType !== types.PlainName) return;
  const words = `${first.image}_${second.image}`;
  const isDeclared = reached === 2 && DECLARING.has(tokens[0]?.image ?? "");
  if (!isDeclared && !new RegExp(`\\b${words}\\b`).test(file.text)) return;
  const repair: Repair = { kind: "notation", at: reached - 1, remove: 2, words };
  if (fits(place, repaired(tokens, repair))) yield repair;
}

const DECLARING: ReadonlySet<string> = new Set(["field", ...types.declarationWords]);

/** Small words that everyday speech puts between others. */
const FILLERS: ReadonlySet<string> = new Set([
  "by",
  "at",
  "is",
  "in",
  "of",
  "from",
  "for",
  "on",
  "with",
  "as",
  "per",
]);

/** `dated by started_at`, `money in EUR`, where the sentence is right without the word. */
function* fillers({ place, tokens, walk: { reached } }: Misfit): Generator<Repair> {
  // At the end, something is still to be written behind it.
  if (reached === 0 || reached === tokens.length - 1 || !FILLERS.has(tokens[reached]?.image ?? "")) return;
  const repair: Repair = { kind: "surplus", at: reached, remove: 1, words: "" };
  if (fits(place, repaired(tokens, repair))) yield repair;
}
