/** Comparisons of one left side: several that become one, and one that becomes several. */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import type { ParsedFile } from "../syntax/parse.ts";
import type { Inside } from "./nodes.ts";
import { inserted, replaced, textAt, withoutSign } from "./text-changes.ts";
import { hasComment, outerSpan, wrapsOf } from "./words.ts";

/** Parts of an `and` or `or` with one left side, in their order, and the test that says what they say together. */
export interface Joined {
  readonly comparisons: readonly ast.Comparison[];
  readonly words: string;
}

/** The left side, with one blank between words. */
export function leftOf({ file }: ParsedFile, { span }: ast.Left): string {
  return textAt(file, span).replace(/\s+/g, " ");
}

/** The edits by which the first of the comparisons says it all; null where a comment is in the way. */
export function joinedAs(
  parsed: ParsedFile,
  { condition }: Inside<ast.And | ast.Or>,
  { comparisons, words }: Joined,
): readonly TextEdit[] | null {
  const [first, ...others] = comparisons;
  if (first === undefined) return null;
  const test = first.test.span;
  const gone = others.map((one) => {
    const before = condition.operands[condition.operands.indexOf(one) - 1] ?? first;
    return { start: outerSpan(parsed, before.span).end, end: outerSpan(parsed, one.span).end };
  });
  if ([test, ...gone].some((span) => hasComment(parsed, span))) return null;
  const isAlone = condition.operands.length === comparisons.length;
  return [
    replaced(test, words),
    ...gone.map((span) => replaced(span, "")),
    ...(isAlone ? withoutWraps(parsed, condition) : []),
  ];
}

/** The edits by which a comparison is said in parts; null where a comment is in the way. */
export function partedInto(
  parsed: ParsedFile,
  { condition, parent }: Inside,
  word: "and" | "or",
  tests: readonly string[],
): readonly TextEdit[] | null {
  if (condition.kind !== "Comparison" || hasComment(parsed, condition.span)) return null;
  const { left, test, span } = condition;
  const text = tests.join(` ${word} ${leftOf(parsed, left)} `);
  const isSameWord = (word === "and" ? "And" : "Or") === parent?.kind;
  const needsWrap = tests.length > 1 && parent !== null && !isSameWord && wrapsOf(parsed, span).length === 0;
  return needsWrap
    ? [inserted(span.start, "("), replaced(test.span, `${text})`)]
    : [replaced(test.span, text)];
}

/** Takes out all parentheses around a condition. */
export function withoutWraps(parsed: ParsedFile, { span }: ast.Node): readonly TextEdit[] {
  return wrapsOf(parsed, span).flatMap(({ open, close }) => [
    withoutSign(parsed.file, open),
    withoutSign(parsed.file, close),
  ]);
}
