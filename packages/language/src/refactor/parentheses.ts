/**
 * Parentheses that mean nothing: `(x is a)`, `((a or b))`. The tree is the same without them. Those that part `and`
 * from `or`, and those that a look-up asks for, stay (SPEC §2.6.1, §2.7.5).
 */
import { conditionsBelow, type Inside } from "./nodes.ts";
import type { RefactoringRule } from "./refactoring.ts";
import { rewrite, withoutSign } from "./text-changes.ts";
import { wrapsOf } from "./words.ts";

export const bareConditions: RefactoringRule = {
  kind: "rewrite",
  at: ({ parsed, declaration, sentence }) => {
    const isHere = ({ condition: { span } }: Inside): boolean =>
      sentence.span.start <= span.start && span.end <= sentence.span.end;
    const edits = conditionsBelow(sentence.node ?? declaration)
      .filter(isHere)
      .flatMap((inside) => wrapsOf(parsed, inside.condition.span).slice(neededBy(inside)))
      .flatMap(({ open, close }) => [withoutSign(parsed.file, open), withoutSign(parsed.file, close)]);
    // The bundle quotes the condition of a warning.
    const keeps = sentence.node?.kind === "WarnsWhen" ? "verdicts" : "fingerprint";
    const title = "take out parentheses that mean nothing";
    return edits.length === 0 ? [] : [rewrite(parsed, keeps, title, edits)];
  },
};

/** How many pairs of parentheses a condition needs. */
function neededBy({ condition, parent }: Inside): 0 | 1 {
  if (parent === null) return 0;
  if (parent.kind === "Lookup") return condition.kind === "Comparison" ? 0 : 1;
  return condition.kind === "And" || condition.kind === "Or" ? 1 : 0;
}
