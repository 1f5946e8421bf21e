/** Limits that have rows and alternatives at once, which no sentence may have (SPEC §3.6.10). */
import type { IToken, TokenType } from "chevrotain";
import type { Walk } from "./expectations.ts";
import { spanOf } from "./lexer.ts";
import type { Finding } from "./rules/finding.ts";
import { reportVaryingLimit } from "./rules/varying-limit.rule.ts";
import { keyword } from "./tokens.ts";

/** What begins or ends a row of a limit. */
const rowWords: readonly TokenType[] = [keyword.where, keyword.otherwise, keyword.from];

/** An `or` behind rows, or a row behind `or`, where a limit could have ended. */
export function varyingFinding(tokens: readonly IToken[], { reached, mayEnd }: Walk): Finding | null {
  const token = tokens[reached];
  if (token === undefined || tokens[0]?.tokenType !== keyword.requires || !mayEnd) return null;
  const before = tokens.slice(0, reached);
  const row = before.find(({ tokenType }) => rowWords.includes(tokenType));
  const or = before.find(({ tokenType }) => tokenType === keyword.or);
  const isOr = token.tokenType === keyword.or;
  const other = isOr ? row : rowWords.includes(token.tokenType) && row === undefined ? or : undefined;
  return other === undefined ? null : reportVaryingLimit(spanOf(token), token.image, spanOf(other));
}
