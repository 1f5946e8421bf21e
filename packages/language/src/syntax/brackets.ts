/** What `a and b or c` may mean: the sentence with parentheses, once for each way to read it (SPEC §2.6.1). */
import type { IToken, TokenType } from "chevrotain";
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import { fits, type Place } from "./expectations.ts";
import { endOf, lex } from "./lexer.ts";
import { Close, keyword, Open } from "./tokens.ts";

/** What is longer is read by nobody, and trying brackets on it takes long. */
const longestBracketed = 100;

/** Words before a condition. */
const openers: readonly TokenType[] = [keyword.where, keyword.when, keyword.while, Open];

/** Both readings as fixes for a person to choose from; none where brackets alone do not make the sentence right. */
export function bracketed(place: Place, tokens: readonly IToken[], at: number): readonly Fix[] {
  if (tokens.length > longestBracketed) return [];
  const start = startOf(tokens, at);
  return [keyword.and, keyword.or].flatMap((inner): Fix[] => {
    for (let end = tokens.length; end > at + 1; end--) {
      const groups = groupsOf(tokens, start, end, inner);
      if (groups.length === 0 || !fits(place, withBrackets(tokens, groups))) continue;
      const title = `take ${groups.map(([first, last]) => textOf(tokens, first, last)).join(" and ")} together`;
      const edits = groups.flatMap(([first, last]) => editsOf(tokens, first, last));
      return [{ title, edits, isGuess: true }];
    }
    return [];
  });
}

type Group = readonly [first: number, last: number];

/** The first word of the condition that a joining word belongs to. */
function startOf(tokens: readonly IToken[], at: number): number {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const type = tokens[index]?.tokenType;
    if (type === Close) depth++;
    else if (depth === 0 && type !== undefined && openers.includes(type)) return index + 1;
    else if (type === Open) depth--;
  }
  return 0;
}

/** The runs of operands that `inner` joins, from the first word of each to its last. */
function groupsOf(tokens: readonly IToken[], start: number, end: number, inner: TokenType): Group[] {
  const groups: Group[] = [];
  let depth = 0;
  let first = start;
  let isJoined = false;
  for (let index = start; index <= end; index++) {
    const type = index === end ? null : tokens[index]?.tokenType;
    if (type === Open) depth++;
    if (type === Close) depth--;
    const isBreak = type === null || (depth === 0 && type === outerOf(inner));
    if (isBreak && isJoined) groups.push([first, index - 1]);
    if (isBreak) {
      first = index + 1;
      isJoined = false;
    } else if (depth === 0 && type === inner) isJoined = true;
  }
  return groups;
}

function outerOf(inner: TokenType): TokenType {
  return inner === keyword.and ? keyword.or : keyword.and;
}

function withBrackets(tokens: readonly IToken[], groups: readonly Group[]): IToken[] {
  return tokens.flatMap((token, index) => [
    ...(groups.some(([first]) => first === index) ? lex("(") : []),
    token,
    ...(groups.some(([, last]) => last === index) ? lex(")") : []),
  ]);
}

function editsOf(tokens: readonly IToken[], first: number, last: number): TextEdit[] {
  const start = tokens[first]?.startOffset ?? 0;
  const end = endOf(tokens[last] as IToken);
  return [
    { span: { start, end: start }, text: "(" },
    { span: { start: end, end }, text: ")" },
  ];
}

function textOf(tokens: readonly IToken[], first: number, last: number): string {
  return `\`${tokens
    .slice(first, last + 1)
    .map(({ image }) => image)
    .join(" ")}\``;
}
