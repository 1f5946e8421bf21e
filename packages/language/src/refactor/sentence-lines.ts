/** Where the lines of a sentence break, which is the author's choice and means nothing (SPEC §2.2.3). */
import type * as ast from "../syntax/ast.ts";
import type { RefactoringRule } from "./refactoring.ts";
import { lineEndOf, replaced, rewrite } from "./text-changes.ts";
import { tokensIn } from "./words.ts";

/** Each alternative, each part of a condition and each row on a line of its own. */
export const partsOnLines: RefactoringRule = {
  kind: "rewrite",
  at: ({ parsed, sentence }) => {
    const end = `${lineEndOf(parsed.file)}    `;
    const starts = new Set(sentence.node === null ? [] : rowsOf(sentence.node).slice(1));
    let depth = 0;
    const edits = tokensIn(parsed, sentence.span).flatMap((token, index, all) => {
      if (token.text === "(") depth += 1;
      if (token.text === ")") depth -= 1;
      const before = all[index - 1];
      const isPart = depth === 0 && token.type === "Keyword" && ["and", "or", "out"].includes(token.text);
      if (before === undefined || before.type === "LineBreak") return [];
      if (!isPart && !starts.has(token.span.start)) return [];
      return [replaced({ start: before.span.end, end: token.span.start }, end)];
    });
    return edits.length === 0
      ? []
      : [rewrite(parsed, "fingerprint", "put each part on a line of its own", edits)];
  },
};

/** All of a sentence on one line. A comment, or a table, keeps it as it is. */
export const oneLine: RefactoringRule = {
  kind: "rewrite",
  at: ({ parsed, sentence }) => {
    const tokens = tokensIn(parsed, sentence.span);
    if (tokens.some(({ type }) => type === "Comment" || type === "Row")) return [];
    const edits = tokens.flatMap((token, index) => {
      const before = tokens[index - 1];
      if (token.type === "LineBreak" || before?.type !== "LineBreak") return [];
      const word = tokens.slice(0, index).findLast(({ type }) => type !== "LineBreak");
      return word === undefined ? [] : [replaced({ start: word.span.end, end: token.span.start }, " ")];
    });
    return edits.length === 0
      ? []
      : [rewrite(parsed, "fingerprint", "write the sentence on one line", edits)];
  },
};

/** Where the rows of a limit, of `needs` and of `due` start. */
function rowsOf(node: ast.Sentence): readonly number[] {
  switch (node.kind) {
    case "Requires":
      return node.limits.length > 1 ? [] : node.limits.flatMap(({ rows }) => startsOf(rows));
    case "Needs":
    case "DueWithin":
      return startsOf(node.rows);
    default:
      return [];
  }
}

function startsOf(rows: readonly ast.Node[]): readonly number[] {
  return rows.map(({ span }) => span.start);
}
