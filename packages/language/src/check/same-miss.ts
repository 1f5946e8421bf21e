/** Credits that pay for the same miss twice (SPEC §3.7.20). */
import type * as ast from "../syntax/ast.ts";
import { reportSameMiss } from "./rules/same-miss.rule.ts";
import { type Declared, sentenceOf, sentencesOf } from "./scope.ts";
import { verdictKinds } from "./verdict-names.ts";
import type { World } from "./world.ts";

type Credit = Declared<ast.CreditDeclaration>;

/** Reports every credit that reads a miss which an earlier one reads, unless one says that it comes on top. */
export function checkSameMiss(world: World, credits: readonly Credit[]): void {
  const misses = credits.map((credit) => ({ credit, names: missesOf(world, credit.node) }));
  for (const [index, { credit, names }] of misses.entries()) {
    for (const earlier of misses.slice(0, index)) {
      const shared = [...names].find(([name]) => earlier.names.has(name));
      if (shared === undefined || areAdditional(credit, earlier.credit)) continue;
      reportSameMiss(credit, shared[1], earlier.credit);
      break;
    }
  }
}

function areAdditional(one: Credit, other: Credit): boolean {
  return names(one, other) || names(other, one);
}

function names(one: Credit, other: Credit): boolean {
  return sentenceOf(one.node, "AdditionalTo")?.credit.text === other.node.name.text;
}

/** The verdict names of which a credit reads a miss, where it first names them. */
function missesOf(world: World, node: ast.CreditDeclaration): ReadonlyMap<string, ast.Name> {
  const found = [
    ...(node.on === null ? [] : [node.on]),
    ...sentencesOf(node, "MissWeight").map(({ name }) => name),
    ...sentencesOf(node, "Gives").flatMap(({ when }) => (when === null ? [] : missedIn(when))),
  ];
  const named = new Map<string, ast.Name>();
  for (const name of found) {
    const kind = world.scope.names.get(name.text)?.node.kind;
    if (verdictKinds.some((one) => one === kind) && !named.has(name.text)) named.set(name.text, name);
  }
  return named;
}

/** Names that a condition asks to be `missed`. */
function missedIn(node: ast.Condition): readonly ast.Name[] {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.flatMap(missedIn);
    case "Comparison": {
      const isAsked = node.test.operator === "is" || node.test.operator === "isOneOf";
      const isMissed = node.test.values.some((value) => value.kind === "Name" && value.text === "missed");
      return isAsked && isMissed && node.left.form === "field" ? [node.left.name] : [];
    }
    case "Not":
    case "Lookup":
      return [];
  }
}
