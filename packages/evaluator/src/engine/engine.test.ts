import { createRequire } from "node:module";
import { Engine } from "json-rules-engine";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hostilePaths } from "../../../../test/support/hostile-paths.ts";
import { sampleBundle } from "../../../../test/support/sample-bundle.ts";
import type { Rule, RuleCondition } from "../bundle/rule.ts";
import { type FactValue, runRules } from "./engine.ts";

const ratio = (numerator: number, denominator = 1): FactValue => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

const rule = (name: string, ...all: RuleCondition[]): Rule => ({
  name,
  conditions: { all },
  event: { type: name },
});

const given = (fact: string): RuleCondition => ({ fact, operator: "strict:is_given", value: true });

/** The jsonpath-plus that json-rules-engine itself loads. */
const requireOfEngine = createRequire(createRequire(import.meta.url).resolve("json-rules-engine"));
const jsonpath: { JSONPath: (...args: unknown[]) => unknown } = requireOfEngine("jsonpath-plus");

describe("running rules", () => {
  it("gives the names of the rules that fired, in code-point order", async () => {
    const deep: RuleCondition = { all: [{ any: [{ not: { not: given("party") } }] }] };
    const rules = [rule("b/2", given("party")), rule("a/z", deep), rule("b/10", given("party"))];
    const facts = { party: "P1" };
    expect(await runRules(rules, facts)).toEqual(["a/z", "b/10", "b/2"]);
    expect(await runRules([...rules].reverse(), facts)).toEqual(["a/z", "b/10", "b/2"]);
  });

  it("decides a bundle's rules", async () => {
    const { rules } = sampleBundle();
    const facts = {
      party: "P1",
      day: "2026-11-30",
      "metric:in_60": ratio(92, 100),
      "metric:call_count": ratio(100),
    };
    expect(await runRules(rules, facts)).toEqual([
      "urgent/gate 1",
      "urgent/limit 1.1/amendment peak/applies",
      "urgent/limit 1.1/amendment peak/met",
      "urgent/limit 1.1/row 1/missed",
      "urgent/warning 1",
    ]);
  });

  it("takes a fact that is not there as missing, also one that every object inherits", async () => {
    const rules = [
      rule("a/1", { fact: "toString", operator: "strict:is_not_given", value: true }),
      rule("a/2", { fact: "party", operator: "strict:is_not", value: "P2" }),
    ];
    expect(await runRules(rules, Object.create({ party: "P1" }))).toEqual(["a/1"]);
  });

  it("leaves its rules and facts as they were", async () => {
    const rules = sampleBundle().rules;
    const before = structuredClone(rules);
    await runRules(rules, Object.freeze({ party: "P1" }));
    expect(rules).toEqual(before);
  });

  it("reads patterns with the engine it is given, and rejects without one", async () => {
    const rules = [rule("a/1", { any: [{ fact: "party", operator: "strict:matches", value: "^P[0-9]$" }] })];
    const patterns = { compile: (pattern: string) => (text: string) => new RegExp(pattern).test(text) };
    expect(await runRules(rules, { party: "P7" }, patterns)).toEqual(["a/1"]);
    expect(await runRules(rules, { party: "PX" }, patterns)).toEqual([]);
    await expect(runRules(rules, { party: "P7" })).rejects.toThrow("rule a/1 needs a pattern engine");
    await expect(runRules(rules, { party: "P7" }, { compile: () => null })).rejects.toThrow("rule a/1 needs");
  });

  it("rejects facts that are not constants", async () => {
    const facts = { party: () => "P1" } as unknown as Record<string, FactValue>;
    await expect(runRules([], facts)).rejects.toThrow("fact party is neither");
    await expect(runRules([], { n: 1 } as unknown as Record<string, FactValue>)).rejects.toThrow(
      "fact n is neither",
    );
  });
});

describe("the engine's own powers", () => {
  const builtIn = [
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
    "not:strict:is",
    "swap:strict:is",
    "someFact:strict:is",
    "everyFact:strict:is",
    "someValue:strict:is",
    "everyValue:strict:is",
  ];

  it.each(builtIn)("has no operator %s, and refuses a rule that asks for it", async (operator) => {
    const foreign = rule("a/1", { fact: "party", operator, value: "P1" } as unknown as RuleCondition);
    await expect(runRules([foreign], { party: "P1" })).rejects.toThrow(
      "a rule that no bundle can hold was not run",
    );
  });

  it("removes them from the engine itself, behind the gate", async () => {
    const made: Engine[] = [];
    const run = vi.spyOn(Engine.prototype, "run").mockImplementation(async function (this: Engine) {
      made.push(this);
      return { events: [] } as never;
    });
    await runRules([], {});
    run.mockRestore();
    const [engine] = made;
    for (const operator of builtIn) {
      engine?.addRule({
        conditions: { all: [{ fact: "a", operator, value: "a" }] },
        event: { type: operator },
      });
      await expect(engine?.run({ a: "a" })).rejects.toThrow(`Unknown operator: ${operator}`);
      for (const added of (engine as unknown as { rules: [] }).rules) engine?.removeRule(added);
    }
    engine?.addRule({
      conditions: { all: [{ fact: "a", operator: "strict:is", value: "b", path: "$.x" }] },
      event: { type: "path" },
    });
    await expect(engine?.run({ a: { x: "b" } })).rejects.toThrow("rules of a bundle have no paths");
  });
});

describe("the library that resolves paths", () => {
  const stock = jsonpath.JSONPath;
  const spy = vi.fn(stock);
  beforeEach(() => {
    jsonpath.JSONPath = spy;
  });
  afterEach(() => {
    jsonpath.JSONPath = stock;
    spy.mockClear();
  });

  it("is the one that this project asks for", () => {
    expect(requireOfEngine("jsonpath-plus/package.json").version).toBe("11.3.0");
  });

  it("is watched: a stock engine calls it for a path", async () => {
    const conditions = { all: [{ fact: "a", operator: "equal", value: 1, path: "$.x" }] };
    const engine = new Engine([{ conditions, event: { type: "e" } }]);
    expect((await engine.run({ a: { x: 1 } })).events).toEqual([{ type: "e" }]);
    expect(spy).toHaveBeenCalledTimes(1);
  });

  it("is never called by a bundle's rules", async () => {
    await runRules(sampleBundle().rules, {
      party: "P1",
      "metric:in_60": ratio(1),
      "partner:kind": "call_centre",
    });
    expect(spy).not.toHaveBeenCalled();
  });

  it("is never called by a rule that carries a path: it does not reach the engine", async () => {
    const addRule = vi.spyOn(Engine.prototype, "addRule");
    for (const path of hostilePaths) {
      const left: unknown = { ...given("metric:x"), path };
      const right: unknown = { fact: "metric:x", operator: "strict:is", value: { fact: "metric:x", path } };
      for (const condition of [left, right] as RuleCondition[]) {
        await expect(runRules([rule("a/1", condition)], { "metric:x": ratio(1) })).rejects.toThrow(
          "was not run",
        );
      }
    }
    expect(addRule).not.toHaveBeenCalled();
    expect(spy).not.toHaveBeenCalled();
    expect(globalThis).not.toHaveProperty("tenetRanForeignCode");
    addRule.mockRestore();
  });
});
