/** Decisions here and on stock json-rules-engine are the same, whatever the facts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rule, RuleCondition } from "../bundle/rule.ts";
import { runRules } from "../engine/engine.ts";
import { exact } from "../exact/ratio.ts";
import type { FactValue } from "../measure/facts.ts";
import { decisionsOf } from "./decision.ts";

const words = ["met", "missed", "pending", "unjudged"];
const ratio = (value: number) => ({ numerator: String(value), denominator: "10" });
const number = fc.integer({ min: -3, max: 3 });

const leaf: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom("verdict:a", "verdict:b", "step:plan"),
    operator: fc.constantFrom("strict:is" as const, "strict:is_not" as const),
    value: fc.constantFrom(...words),
  }),
  fc.record({
    fact: fc.constantFrom("score:s", "run:missed", "metric:m"),
    operator: fc.constantFrom("strict:at_least" as const, "strict:less_than" as const, "strict:is" as const),
    value: number.map(ratio),
  }),
  fc.record({
    fact: fc.constantFrom("verdict:a", "score:s"),
    operator: fc.constantFrom("strict:is_given" as const, "strict:is_not_given" as const),
    value: fc.constant(true),
  }),
);

const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
);

const given: fc.Arbitrary<FactValue | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...words),
  number.map((value) => exact(BigInt(value), 10n)),
  fc.boolean(),
);

const facts = fc.record({
  "verdict:a": given,
  "verdict:b": given,
  "step:plan": given,
  "score:s": given,
  "run:missed": given,
  "metric:m": given,
});

test("a rule holds here where it fires there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(condition, { minLength: 1, maxLength: 3 }), facts, async (all, known) => {
      // Objects as JSON has them.
      const rule: Rule = structuredClone({
        name: "credit/gives 1",
        conditions: { all },
        event: { type: "credit/gives 1" },
      });
      const read = (fact: string): FactValue | null => known[fact as keyof typeof known] ?? null;
      const there = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
      const fired = await runRules([rule], there as Parameters<typeof runRules>[1]);
      expect(decisionsOf([rule], null)("credit/gives 1").holds(read)).toBe(fired.includes("credit/gives 1"));
    }),
    { numRuns: 300 },
  );
});

test("a decision remembers nothing of the facts before", () => {
  const rule: Rule = {
    name: "credit/gives 1",
    conditions: { all: [{ fact: "verdict:a", operator: "strict:is", value: "met" }] },
    event: { type: "credit/gives 1" },
  };
  const { holds } = decisionsOf([rule], null)("credit/gives 1");
  const answers = ["met", null, "missed", exact(1n, 1n), "met"].map((value) => holds(() => value));
  expect(answers).toEqual([true, false, false, false, true]);
});
