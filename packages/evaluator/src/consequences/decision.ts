/**
 * Decisions of consequences: rules of the bundle over named facts, asked one set of facts at a time.
 *
 * The rules are those that standards are judged by (`judge/rule-test.ts`). There they run over columns of facts; here
 * each fact is a column of one place, which is filled before the rule is asked. A fact that does not exist is missing.
 */
import type { Rule, RuleCondition } from "../bundle/rule.ts";
import { type Exact, exact } from "../exact/ratio.ts";
import type { FactColumn } from "../judge/fact-column.ts";
import { ruleTest, type TextMatcher } from "../judge/rule-test.ts";
import type { FactValue } from "../measure/facts.ts";

/** Reads a fact by its name, `verdict:linen_on_time`; null where it does not exist. */
export type FactReader = (fact: string) => FactValue | null;

export interface Decision {
  /** Names of the facts that it reads. */
  readonly facts: readonly string[];
  holds(read: FactReader): boolean;
}

/** Makes the decision of a rule's name; null stands for one that always holds. */
export type Decisions = (rule: string | null) => Decision;

const ALWAYS: Decision = { facts: [], holds: () => true };

export function decisionsOf(rules: readonly Rule[], patterns: TextMatcher | null): Decisions {
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const made = new Map<string, Decision>();
  return (name) => {
    if (name === null) return ALWAYS;
    const known = made.get(name);
    if (known !== undefined) return known;
    const rule = byName.get(name);
    if (rule === undefined) throw new Error(`the bundle has no rule ${name}`);
    const decision = decisionOf(rule, patterns);
    made.set(name, decision);
    return decision;
  };
}

function decisionOf(rule: Rule, patterns: TextMatcher | null): Decision {
  const places = new Map<string, FactPlace>();
  for (const fact of factsOf(rule.conditions)) if (!places.has(fact)) places.set(fact, factPlace());
  const test = ruleTest(rule, (fact) => places.get(fact)?.column ?? null, patterns);
  return {
    facts: [...places.keys()],
    holds(read) {
      for (const [fact, place] of places) place.fill(read(fact));
      return test(0);
    },
  };
}

function factsOf(condition: RuleCondition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(factsOf);
  if ("any" in condition) return condition.any.flatMap(factsOf);
  return "not" in condition ? factsOf(condition.not) : [condition.fact];
}

interface FactPlace {
  readonly column: FactColumn;
  fill(value: FactValue | null): void;
}

/** A column of one place, whatever the cell. */
function factPlace(): FactPlace {
  const numerator = new Float64Array(1);
  const denominator = new Float64Array(1);
  const large = new Map<number, Exact>();
  const words: (string | boolean | undefined)[] = [undefined];
  return {
    column: { numerator, denominator, large, words, place: () => 0 },
    fill(value) {
      const isRatio = typeof value === "object" && value !== null;
      // A numerator that is no number sends every comparison to the exact ratio beside it.
      numerator[0] = Number.NaN;
      denominator[0] = isRatio ? 1 : 0;
      large.set(0, isRatio ? value : exact(0n, 1n));
      words[0] = isRatio || value === null ? undefined : value;
    },
  };
}
