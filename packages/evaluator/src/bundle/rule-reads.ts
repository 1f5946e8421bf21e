/**
 * What a rule may read depends on the place that names it: the band of a credit is asked about a period, the scope of
 * a ramp-up about a partner. A fact that is not given in a place would silently be absent there, so it is refused.
 */
import { type Known, mustExist, report } from "./known.ts";
import type { RuleCondition } from "./rule.ts";

/** The facts of a place: whole names, and prefixes that end in a colon. */
export interface Facts {
  readonly names: readonly string[];
  readonly prefixes: readonly `${string}:`[];
}

/** Notes a rule that does not exist, or that reads a fact which is not given where it is asked. */
export function mustDecide(known: Known, rule: string, path: string, facts: Facts): void {
  if (!mustExist(known, known.rules, rule, path, "rule")) return;
  const allowed = new Set(facts.names);
  const read = new Set((known.rules.get(rule)?.conditions.all ?? []).flatMap(factsRead));
  for (const fact of read) {
    if (allowed.has(fact) || facts.prefixes.some((prefix) => fact.startsWith(prefix))) continue;
    report(known, path, `rule \`${rule}\` reads the fact \`${fact}\`, which is not given here`);
  }
}

/** Facts of names under one prefix. */
export function named(prefix: "verdict" | "score" | "metric" | "step", names: readonly string[]): string[] {
  return names.map((name) => `${prefix}:${name}`);
}

function factsRead(condition: RuleCondition): readonly string[] {
  if ("fact" in condition) return [condition.fact];
  if ("not" in condition) return factsRead(condition.not);
  return ("all" in condition ? condition.all : condition.any).flatMap(factsRead);
}
