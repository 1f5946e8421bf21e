/**
 * Refactorings: the text is another, what it means is the same.
 *
 * Each rule looks at one place and says how it could be written otherwise, from the trees alone. What makes a rule right
 * is a sentence of SPEC.md, which its file quotes; the tests apply every rule wherever it is offered, to all examples and
 * to random agreements, and judge the data before and after. What only the types show (a list of yes and no, a range
 * turned round) is not reasoned about but tried: `staysSound` reads the agreement with the change, and whatever is then
 * said that was not said before refuses it.
 */

import type * as ast from "../syntax/ast.ts";
import { nodesAround } from "../syntax/nodes-around.ts";
import { assumedWritten } from "./assumed.ts";
import { broughtIn } from "./bringing-in.ts";
import { gatesApart } from "./gates.ts";
import { otherUnit } from "./lengths.ts";
import { listWrittenOut, oneList } from "./lists.ts";
import { intoNewFile, intoOtherFile } from "./moving.ts";
import { notOfAll, notOfEach } from "./negation.ts";
import { daysApart, daysTogether } from "./opening-days.ts";
import { bareConditions } from "./parentheses.ts";
import { oneRange, twoBounds } from "./ranges.ts";
import type { Place, Refactoring, RefactoringKind, RefactoringRule, Scene } from "./refactoring.ts";
import { oneLine, partsOnLines } from "./sentence-lines.ts";

/** All rules, in the order in which they are offered. */
export const refactoringRules = {
  oneList,
  listWrittenOut,
  oneRange,
  twoBounds,
  notOfEach,
  notOfAll,
  otherUnit,
  bareConditions,
  gatesApart,
  daysApart,
  daysTogether,
  assumedWritten,
  partsOnLines,
  oneLine,
  intoNewFile,
  intoOtherFile,
  broughtIn,
} satisfies Readonly<Record<string, RefactoringRule>>;

/** What may be offered at a place, of some kinds; each is then tried with `staysSound`. */
export function refactoringsAt(
  place: Place,
  kinds: readonly RefactoringKind[],
  rules: readonly RefactoringRule[] = Object.values(refactoringRules),
): readonly Refactoring[] {
  const scene = sceneAt(place);
  if (scene === null) return [];
  return rules.filter(({ kind }) => kinds.includes(kind)).flatMap((rule) => rule.at(scene));
}

/** The sentence that a place lies in; null where there is none, or not all of its declaration was understood. */
function sceneAt(place: Place): Scene | null {
  const { parsed, span } = place;
  const declaration = parsed.tree.declarations.find((one) => meets(one.span, span));
  if (declaration === undefined || declaration.kind === "Unavailable") return null;
  const isMistaken = parsed.diagnostics.some(
    (said) => said.severity === "error" && meets(said.span, declaration.span),
  );
  if (isMistaken || declaration.kind === "BrokenDeclaration") return null;
  const nodes = outsideDatedRows(nodesAround(declaration, span));
  const { headSpan, sentences } = declaration;
  if (meets(headSpan, span))
    return { ...place, declaration, nodes, sentence: { span: headSpan, node: null } };
  for (const node of sentences) {
    if (node.kind === "Broken" || node.kind === "UnavailableSentence" || !meets(node.span, span)) continue;
    return { ...place, declaration, nodes, sentence: { span: node.span, node } };
  }
  return null;
}

/**
 * The nodes down to a limit whose rows have dates: which of its rows go together is told by their conditions being the
 * same, word for word (SPEC §3.6.12), so that none of these is ever written otherwise.
 */
function outsideDatedRows(nodes: readonly ast.Node[]): readonly ast.Node[] {
  const at = nodes.findIndex((node) => isLimit(node) && node.rows.some(({ from }) => from !== null));
  return at < 0 ? nodes : nodes.slice(0, at + 1);
}

function isLimit(node: ast.Node): node is ast.Limit {
  return node.kind === "Limit";
}

function meets(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start <= other.end && other.start <= one.end;
}
