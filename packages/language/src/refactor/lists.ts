/**
 * `x is a or x is b` is `x is one of a, b`: a list is the `or` of its comparisons (SPEC §2.6.3), so the two are also
 * undecided of the same rows.
 */
import type * as ast from "../syntax/ast.ts";
import { joinedAs, leftOf, partedInto } from "./joined.ts";
import { conditionsIn, type Inside } from "./nodes.ts";
import type { Refactoring, RefactoringRule, Scene } from "./refactoring.ts";
import { rewrite, textAt } from "./text-changes.ts";

/** Comparisons with `or` to one list. */
export const oneList: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    for (const { condition, parent } of conditionsIn(scene.nodes)) {
      if (condition.kind !== "Or") continue;
      const found = asList(scene, { condition, parent });
      if (found !== null) return [found];
    }
    return [];
  },
};

/** One list to comparisons with `or`. */
export const listWrittenOut: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    const [inner] = conditionsIn(scene.nodes);
    if (inner?.condition.kind !== "Comparison") return [];
    const { left, test } = inner.condition;
    if (test.operator !== "isOneOf") return [];
    const words = test.values.map((value) => `is ${textAt(scene.parsed.file, value.span)}`);
    const edits = partedInto(scene.parsed, inner, "or", words);
    if (edits === null) return [];
    const title =
      test.values.length === 1
        ? "write `is`"
        : `write \`or\` instead of the list of \`${leftOf(scene.parsed, left)}\``;
    return [rewrite(scene.parsed, "verdicts", title, edits)];
  },
};

function asList(scene: Scene, inside: Inside<ast.Or>): Refactoring | null {
  const { parsed, span } = scene;
  const lists = memberships(scene, inside.condition).filter((comparisons) => comparisons.length > 1);
  const here = ({ span: own }: ast.Comparison): boolean => own.start <= span.start && span.end <= own.end;
  const comparisons = lists.find((own) => own.some(here)) ?? lists[0];
  const [first] = comparisons ?? [];
  if (comparisons === undefined || first === undefined) return null;
  const values = comparisons.flatMap(({ test }) =>
    test.values.map((value) => textAt(parsed.file, value.span)),
  );
  const edits = joinedAs(parsed, inside, { comparisons, words: `is one of ${values.join(", ")}` });
  const title = `write one list of what \`${leftOf(parsed, first.left)}\` may be`;
  return edits && rewrite(parsed, "verdicts", title, edits);
}

/** The parts that say what something is, by their left sides. */
function memberships({ parsed }: Scene, { operands }: ast.Or): readonly (readonly ast.Comparison[])[] {
  const groups = new Map<string, ast.Comparison[]>();
  for (const one of operands.filter(isMembership)) {
    const left = leftOf(parsed, one.left);
    groups.set(left, [...(groups.get(left) ?? []), one]);
  }
  return [...groups.values()];
}

function isMembership(one: ast.Condition): one is ast.Comparison {
  return one.kind === "Comparison" && (one.test.operator === "is" || one.test.operator === "isOneOf");
}
