/** `x at least A and x at most B` is `x from A to B`: a range is the `and` of its two comparisons (SPEC §2.6.3). */
import type * as ast from "../syntax/ast.ts";
import { joinedAs, leftOf, partedInto } from "./joined.ts";
import { conditionsIn, type Inside } from "./nodes.ts";
import type { Refactoring, RefactoringRule, Scene } from "./refactoring.ts";
import { rewrite, textAt } from "./text-changes.ts";

/** Two bounds to a range. */
export const oneRange: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    for (const { condition, parent } of conditionsIn(scene.nodes)) {
      if (condition.kind !== "And") continue;
      const found = asRange(scene, { condition, parent });
      if (found !== null) return [found];
    }
    return [];
  },
};

/** A range to its two bounds. */
export const twoBounds: RefactoringRule = {
  kind: "rewrite",
  at: ({ parsed, nodes }) => {
    const [inner] = conditionsIn(nodes);
    if (inner?.condition.kind !== "Comparison") return [];
    const { left, test } = inner.condition;
    if (test.operator !== "fromTo") return [];
    const [low = "", high = ""] = test.values.map(({ span }) => textAt(parsed.file, span));
    const edits = partedInto(parsed, inner, "and", [`at least ${low}`, `at most ${high}`]);
    if (edits === null) return [];
    return [rewrite(parsed, "verdicts", `write the two bounds of \`${leftOf(parsed, left)}\` apart`, edits)];
  },
};

function asRange({ parsed }: Scene, inside: Inside<ast.And>): Refactoring | null {
  const comparisons = inside.condition.operands.filter((one) => one.kind === "Comparison");
  for (const low of comparisons) {
    if (low.test.operator !== "atLeast") continue;
    const left = leftOf(parsed, low.left);
    const isHigh = ({ left: other, test }: ast.Comparison): boolean =>
      test.operator === "atMost" && leftOf(parsed, other) === left;
    const high = comparisons.find(isHigh);
    if (high === undefined) continue;
    const [from, to] = [low, high].map(({ test: { values } }) =>
      values.map(({ span }) => textAt(parsed.file, span)),
    );
    const order = comparisons.filter((one) => one === low || one === high);
    const edits = joinedAs(parsed, inside, { comparisons: order, words: `from ${from} to ${to}` });
    if (edits !== null) return rewrite(parsed, "verdicts", `write one range for \`${left}\``, edits);
  }
  return null;
}
