/**
 * The rules of a bundle on stock json-rules-engine.
 *
 * Decisions are published as ordinary json-rules-engine rules, and this is the proof that they are: the engine as it
 * comes from the registry reads them, with our own operators registered and its built-in ones removed (those coerce
 * text, null and NaN). Facts are constants. The engine can also resolve paths, and the library that it does so with
 * has run code out of rules before; so rules pass the bundle's closed schema first, and a path resolver that throws
 * stands where that library would be called. Events come back in no useful order and are sorted here.
 */
import { Engine, type TopLevelCondition } from "json-rules-engine";
import type { Rule, RuleCondition } from "../bundle/rule.ts";
import { ruleSchema } from "../bundle/schema.ts";
import { compareText } from "../exact/text-order.ts";
import { type FactValue, type PatternLookup, strictTests } from "./strict-operators.ts";

export type { FactValue } from "./strict-operators.ts";

/** Compiles patterns of `matches`; null for one that it refuses. */
export interface PatternEngine {
  compile(pattern: string): ((text: string) => boolean) | null;
}

const BUILT_IN_OPERATORS = [
  "equal",
  "notEqual",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
];
const BUILT_IN_DECORATORS = ["someFact", "someValue", "everyFact", "everyValue", "swap", "not"];

/**
 * Runs rules on given facts and gives the names of those that fired, in code-point order. Rules that a bundle could
 * not hold, or patterns without an engine for them, reject: they are mistakes of the program, not of its data.
 */
export async function runRules(
  rules: readonly Rule[],
  facts: Readonly<Record<string, FactValue>>,
  patterns: PatternEngine | null = null,
): Promise<string[]> {
  const copies = rules.map(checkedCopy);
  const engine = strictEngine(patternLookup(copies, patterns));
  for (const { name, conditions, event } of copies) {
    engine.addRule({ name, conditions: conditions as TopLevelCondition, event: { ...event } });
  }
  for (const [name, value] of Object.entries(facts)) engine.addFact(name, constant(name, value));
  const { events } = await engine.run();
  return events.map((event) => event.type).sort(compareText);
}

/** A rule that passed the schema, as a copy: the engine writes into what it is given. */
function checkedCopy(rule: Rule): Rule {
  const parsed = ruleSchema.safeParse(rule, { jitless: true });
  if (parsed.success) return parsed.data;
  throw new Error("a rule that no bundle can hold was not run; read foreign bundles with readBundle");
}

/** An engine that knows our operators and nothing else. */
function strictEngine(patternOf: PatternLookup): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: refusePath });
  // Before ours are added: removing `contains` would take every name that ends in it along.
  for (const name of BUILT_IN_OPERATORS) engine.removeOperator(name);
  for (const name of BUILT_IN_DECORATORS) engine.removeOperatorDecorator(name);
  for (const [name, test] of Object.entries(strictTests(patternOf))) engine.addOperator(name, test);
  return engine;
}

function refusePath(): never {
  throw new Error("rules of a bundle have no paths");
}

function constant(name: string, value: FactValue): FactValue {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (
    typeof value === "object" &&
    typeof value?.numerator === "bigint" &&
    typeof value.denominator === "bigint"
  ) {
    return value;
  }
  throw new Error(`fact ${name} is neither an exact number nor text nor yes or no`);
}

/** Every pattern that the rules hold, compiled before the run. */
function patternLookup(rules: readonly Rule[], patterns: PatternEngine | null): PatternLookup {
  const tests = new Map<string, (text: string) => boolean>();
  for (const rule of rules) {
    for (const pattern of rule.conditions.all.flatMap(patternsOf)) {
      const test = patterns?.compile(pattern) ?? null;
      if (test === null) throw new Error(`rule ${rule.name} needs a pattern engine that reads its pattern`);
      tests.set(pattern, test);
    }
  }
  return (pattern) => tests.get(pattern) ?? (() => false);
}

function patternsOf(condition: RuleCondition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(patternsOf);
  if ("any" in condition) return condition.any.flatMap(patternsOf);
  if ("not" in condition) return patternsOf(condition.not);
  const { operator, value } = condition;
  const matches = operator === "strict:matches" || operator === "strict:matches_not";
  return matches && typeof value === "string" ? [value] : [];
}
