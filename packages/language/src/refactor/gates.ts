/**
 * `applies when A and B` is `applies when A` and `applies when B`: several gates must all be true, and one that is
 * undecided closes like one that is false (SPEC §3.6.4). Each then stands on a line of its own.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import { withoutWraps } from "./joined.ts";
import type { RefactoringRule, Scene } from "./refactoring.ts";
import { lineEndOf, replaced, rewrite } from "./text-changes.ts";
import { outerSpan, wordBefore } from "./words.ts";

export const gatesApart: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    const { parsed, sentence } = scene;
    if (sentence.node?.kind !== "AppliesWhen" || sentence.node.condition.kind !== "And") return [];
    const { condition } = sentence.node;
    const edits = [
      ...withoutWraps(parsed, condition),
      ...condition.operands.flatMap((part) => withoutWraps(parsed, part)),
      ...condition.operands.slice(1).flatMap(({ span }) => ownLine(scene, outerSpan(parsed, span).start)),
    ];
    return [rewrite(parsed, "verdicts", "write `applies when` for each of them", edits)];
  },
};

/** The `and` before a part becomes the start of a sentence; a line that it stands on already becomes that sentence's. */
function ownLine({ parsed, sentence }: Scene, part: number): readonly TextEdit[] {
  const joint = wordBefore(parsed, part);
  if (joint === undefined) return [];
  const { text } = parsed.file;
  let start = joint.span.start;
  while (text[start - 1] === " " || text[start - 1] === "\t") start -= 1;
  const lineStart = text.lastIndexOf("\n", sentence.span.start - 1) + 1;
  const indent = text.slice(lineStart, sentence.span.start);
  const isFirst = text[start - 1] === "\n";
  return [replaced({ start, end: part }, `${isFirst ? "" : lineEndOf(parsed.file)}${indent}applies when `)];
}
