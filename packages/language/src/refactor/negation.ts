/**
 * `not`, said of the whole or of each part.
 *
 * `not (A and B)` is `not A or not B`, and the other way round; `not x at least 5` is `x less than 5`. With three truth
 * values this stays so (SPEC §2.6.5): `not` of undecided is undecided, and a comparison is undecided of exactly the rows
 * of which its opposite is (§2.6.3). `contains`, `matches`, lists and ranges have no opposite words.
 */
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import { withoutWraps } from "./joined.ts";
import { conditionsIn, type Inside } from "./nodes.ts";
import type { Refactoring, RefactoringRule, Scene } from "./refactoring.ts";
import { inserted, replaced, rewrite, withoutWord } from "./text-changes.ts";
import { outerSpan, wordAfter, wordBefore, wrapsOf } from "./words.ts";

/** A `not` is taken to the parts of what it stands before. */
export const notOfEach: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    const inside = conditionsIn(scene.nodes).find(({ condition }) => condition.kind === "Not");
    const found = inside?.condition.kind === "Not" ? pushed(scene, inside.condition, inside.parent) : null;
    return found === null ? [] : [found];
  },
};

/** The `not` of each part is taken out. */
export const notOfAll: RefactoringRule = {
  kind: "rewrite",
  at: (scene) => {
    for (const { condition, parent } of conditionsIn(scene.nodes)) {
      if (condition.kind !== "And" && condition.kind !== "Or") continue;
      if (condition.operands.every(isNegative)) return [pulled(scene, { condition, parent })];
    }
    return [];
  },
};

function pushed(scene: Scene, not: ast.Not, parent: ast.Condition | null): Refactoring | null {
  const { parsed } = scene;
  const { operand } = not;
  const word = withoutWord(parsed.file, wordOf(scene, not));
  if (operand.kind === "Not") {
    const inner = withoutWord(parsed.file, wordOf(scene, operand));
    const edits = [word, ...withoutWraps(parsed, operand), inner];
    return rewrite(parsed, "verdicts", "take out both `not`", edits);
  }
  if (operand.kind === "Comparison") {
    const opposite = oppositeOf(scene, operand);
    if (opposite === null) return null;
    const edits = [word, ...withoutWraps(parsed, operand), replaced(operand.test.operatorSpan, opposite)];
    return rewrite(parsed, "verdicts", `write \`${opposite}\` instead of \`not\``, edits);
  }
  if (operand.kind === "Lookup") return null;
  const isBare = parent === null || wrapsOf(parsed, not.span).length > 0;
  const edits = [
    word,
    ...(isBare ? withoutWraps(parsed, operand) : []),
    ...otherJoints(scene, operand),
    ...operand.operands.map((part) => negated(scene, part)),
  ];
  return rewrite(parsed, "verdicts", "say `not` of each part", edits);
}

function pulled(scene: Scene, { condition, parent }: Inside<ast.And | ast.Or>): Refactoring {
  const { parsed } = scene;
  const outer = outerSpan(parsed, condition.span);
  const keepsWrap = outer.start < condition.span.start && parent?.kind !== "Lookup";
  const edits = [
    ...(keepsWrap
      ? [inserted(outer.start, "not ")]
      : [inserted(condition.span.start, "not ("), inserted(condition.span.end, ")")]),
    ...otherJoints(scene, condition),
    ...condition.operands.map((part) => negated(scene, part)),
  ];
  return rewrite(parsed, "verdicts", "say `not` once, of all parts", edits);
}

function isNegative(one: ast.Condition): boolean {
  if (one.kind === "Comparison") return one.test.operator === "isNot" || one.test.operator === "isNotGiven";
  return one.kind === "Not";
}

/** The opposite of a part, by the fewest words. */
function negated(scene: Scene, part: ast.Condition): TextEdit {
  if (part.kind === "Not") return withoutWord(scene.parsed.file, wordOf(scene, part));
  const opposite = part.kind === "Comparison" ? oppositeOf(scene, part) : null;
  if (part.kind === "Comparison" && opposite !== null) return replaced(part.test.operatorSpan, opposite);
  return inserted(outerSpan(scene.parsed, part.span).start, "not ");
}

/** Every `and` between the parts becomes `or`, and every `or` becomes `and`. */
function otherJoints({ parsed }: Scene, { kind, operands }: ast.And | ast.Or): readonly TextEdit[] {
  return operands.slice(1).flatMap(({ span }) => {
    const joint = wordBefore(parsed, outerSpan(parsed, span).start);
    return joint === undefined ? [] : [replaced(joint.span, kind === "And" ? "or" : "and")];
  });
}

/** Where the `not` of a condition stands. */
function wordOf({ parsed }: Scene, not: ast.Not): ast.Not["span"] {
  return wordAfter(parsed, not.span.start)?.span ?? not.span;
}

const opposites: Readonly<Partial<Record<ast.TestOperator, string>>> = {
  is: "is not",
  isNot: "is",
  isGiven: "is not given",
  isNotGiven: "is given",
  atMost: "more than",
  moreThan: "at most",
  lessThan: "at least",
  fewerThan: "at least",
};

/** The words that are true where a comparison is false; null where the language has none. */
function oppositeOf(scene: Scene, { left, test }: ast.Comparison): string | null {
  if (test.operator === "atLeast") return isCount(scene, left) ? "fewer than" : "less than";
  return opposites[test.operator] ?? null;
}

/** Whether a left side is a metric that counts, which takes `fewer than` and nothing else (SPEC §2.5.2). */
function isCount({ agreements }: Scene, { form, name }: ast.Left): boolean {
  return (
    form === "field" &&
    agreements.some(({ files }) =>
      files.some(({ tree }) =>
        tree.declarations.some(
          (one) =>
            one.kind === "Metric" &&
            one.name.text === name.text &&
            (one.form.kind === "Count" || one.form.kind === "Distinct"),
        ),
      ),
    )
  );
}
