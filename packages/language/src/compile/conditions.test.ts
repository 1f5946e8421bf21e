import type { Condition, Literal, Operand, Rule, RuleCondition } from "@tenet-lang/evaluator";
import { type FactValue, runRules } from "@tenet-lang/evaluator/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { falseOf, metricsRead, trueOf } from "./conditions.ts";

type Comparison = Extract<Condition, { readonly kind: "compare" }>;
/** Null is undecided. */
type Truth = boolean | null;
type Facts = Readonly<Record<string, FactValue>>;

const number = (numerator: number, denominator = 1): Literal => ({
  kind: "number",
  value: { numerator: String(numerator), denominator: String(denominator) },
});
const text = (value: string): Literal => ({ kind: "text", text: value });
const compare = (left: Operand, operator: Comparison["operator"], ...right: Literal[]): Comparison => ({
  kind: "compare",
  left,
  operator,
  right,
});
const share: Operand = { kind: "metric", name: "share" };
const region: Operand = { kind: "partner", name: "region" };

/** The law itself: three values, from facts and literals, without rules. */
function evaluate(condition: Condition, facts: Facts): Truth {
  switch (condition.kind) {
    case "and": {
      const parts = condition.of.map((part) => evaluate(part, facts));
      return parts.includes(false) ? false : parts.includes(null) ? null : true;
    }
    case "or": {
      const parts = condition.of.map((part) => evaluate(part, facts));
      return parts.includes(true) ? true : parts.includes(null) ? null : false;
    }
    case "not": {
      const inner = evaluate(condition.of, facts);
      return inner === null ? null : !inner;
    }
    case "compare":
      return evaluateComparison(condition, facts[`${condition.left.kind}:${condition.left.name}`]);
    default:
      throw new Error("not a condition of rules");
  }
}

function evaluateComparison({ operator, right }: Comparison, fact: FactValue | undefined): Truth {
  if (operator === "is_given") return fact !== undefined;
  if (operator === "is_not_given") return fact === undefined;
  if (fact === undefined) return null;
  const orders = right.map((literal) => order(fact, literal));
  const [first = 0, second = 0] = orders;
  switch (operator) {
    case "is":
      return first === 0;
    case "is_not":
      return first !== 0;
    case "at_least":
      return first >= 0;
    case "at_most":
      return first <= 0;
    case "more_than":
      return first > 0;
    case "less_than":
      return first < 0;
    case "between":
      return first >= 0 && second <= 0;
    case "is_one_of":
      return orders.includes(0);
    case "contains":
      return String(fact).includes(words(right[0]));
    case "matches":
      return new RegExp(words(right[0])).test(String(fact));
  }
}

const words = (literal: Literal | undefined): string => (literal?.kind === "text" ? literal.text : "");

/** Order of a fact and a literal of its type. Texts of the test are ASCII, numbers small. */
function order(fact: FactValue, literal: Literal): number {
  const right = rightValue(literal);
  const left = typeof fact === "object" ? Number(fact.numerator) / Number(fact.denominator) : fact;
  expect(typeof left).toBe(typeof right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function rightValue(literal: Literal): number | string | boolean {
  switch (literal.kind) {
    case "number":
      return Number(literal.value.numerator) / Number(literal.value.denominator);
    case "instant":
      return Date.parse(literal.instant) / 1000;
    case "text":
      return literal.text;
    case "yes_no":
      return literal.value;
    case "member":
      return literal.name;
    case "date":
      return literal.date;
    default:
      throw new Error("not a value");
  }
}

const dates = ["2025-12-31", "2026-01-01", "2026-01-02"];
const instants = ["2025-12-31T23:00:00Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z"];
/** Per operand: what its fact may be, and what it may be compared with. Halves are exact in doubles too. */
const operands: readonly {
  readonly left: Operand;
  readonly facts: readonly FactValue[];
  readonly literals: readonly Literal[];
  readonly kinds: "ordered" | "equal" | "text";
}[] = [
  {
    left: share,
    facts: [-1n, 0n, 1n, 2n, 3n].map((numerator) => ({ numerator, denominator: 2n })),
    literals: [number(-1, 2), number(0), number(1, 2), number(2, 2)],
    kinds: "ordered",
  },
  { left: region, facts: ["", "ab", "abc", "b"], literals: ["", "ab", "b"].map(text), kinds: "text" },
  {
    left: { kind: "partner", name: "kind" },
    facts: ["carrier", "dealer"],
    literals: ["carrier", "dealer"].map((name) => ({ kind: "member", name })),
    kinds: "equal",
  },
  {
    left: { kind: "partner", name: "premium" },
    facts: [true, false],
    literals: [true, false].map((value) => ({ kind: "yes_no", value })),
    kinds: "equal",
  },
  {
    left: { kind: "partner", name: "since" },
    facts: dates,
    literals: dates.map((date) => ({ kind: "date", date })),
    kinds: "ordered",
  },
  {
    left: { kind: "partner", name: "signed" },
    facts: [1767225600n, 1767225601n].flatMap((seconds) => [
      { numerator: seconds * 1_000_000n, denominator: 1_000_000n },
      { numerator: seconds * 2n + 1n, denominator: 2n },
    ]),
    literals: instants.map((instant) => ({ kind: "instant", instant })),
    kinds: "ordered",
  },
];

const EQUAL = ["is", "is_not", "is_one_of", "is_given", "is_not_given"] as const;
const ORDERED = [...EQUAL, "at_least", "at_most", "more_than", "less_than", "between"] as const;
const TEXT = [...ORDERED, "contains", "matches"] as const;
const COUNTS: Readonly<Partial<Record<Comparison["operator"], number>>> = {
  is_given: 0,
  is_not_given: 0,
  between: 2,
};

const anyComparison: fc.Arbitrary<Condition> = fc
  .constantFrom(...operands)
  .chain(({ left, literals, kinds }) =>
    fc
      .constantFrom<Comparison["operator"]>(...{ equal: EQUAL, ordered: ORDERED, text: TEXT }[kinds])
      .chain((operator) => {
        const count = COUNTS[operator] ?? 1;
        const more = operator === "is_one_of" ? 3 : count;
        return fc
          .array(fc.constantFrom(...literals), { minLength: count, maxLength: more })
          .map((right) => compare(left, operator, ...right));
      }),
  );

const { anyCondition } = fc.letrec<{ anyCondition: Condition }>((tie) => ({
  anyCondition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    anyComparison,
    fc.record({
      kind: fc.constantFrom("and", "or"),
      of: fc.array(tie("anyCondition"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not"), of: tie("anyCondition") }),
  ),
}));

const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(...operands.map(({ facts }) => fc.option(fc.constantFrom(...facts))))
  .map((values) =>
    Object.fromEntries(
      values.flatMap((value, index) => {
        const left = operands[index]?.left;
        return value === null || left === undefined ? [] : [[`${left.kind}:${left.name}`, value]];
      }),
    ),
  );

const rule = (name: string, condition: RuleCondition): Rule => ({
  name,
  conditions: { all: [condition] },
  event: { type: name },
});
const patterns = { compile: (pattern: string) => (value: string) => new RegExp(pattern).test(value) };

/** What stock json-rules-engine makes of a condition: true, false, or neither rule fires. */
async function fired(condition: Condition, facts: Facts): Promise<Truth | "both"> {
  const names = await runRules(
    [rule("it/true", trueOf(condition)), rule("it/false", falseOf(condition))],
    facts,
    patterns,
  );
  if (names.length === 2) return "both";
  return names.length === 0 ? null : names[0] === "it/true";
}

describe("a condition as rules", () => {
  it("fires as the three-valued condition decides, whatever is missing", async () => {
    await fc.assert(
      fc.asyncProperty(anyCondition, anyFacts, async (condition, facts) => {
        expect(await fired(condition, facts)).toBe(evaluate(condition, facts));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it("decides every operator on every fact, given and missing", async () => {
    for (const { left, facts, literals, kinds } of operands) {
      for (const operator of { equal: EQUAL, ordered: ORDERED, text: TEXT }[kinds]) {
        for (const condition of literals.map((one) =>
          compare(left, operator, ...rightOf(operator, one, literals)),
        )) {
          for (const fact of [undefined, ...facts]) {
            const given: Facts = fact === undefined ? {} : { [`${left.kind}:${left.name}`]: fact };
            expect(await fired(condition, given)).toBe(evaluate(condition, given));
          }
        }
      }
    }
  });

  it("never holds an empty list, nor a list in a list of its kind", () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        for (const lowered of [trueOf(condition), falseOf(condition)])
          expect(flaws(lowered, null)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

function rightOf(
  operator: Comparison["operator"],
  one: Literal,
  all: readonly Literal[],
): readonly Literal[] {
  if (operator === "between") return [one, all.at(-1) ?? one];
  return COUNTS[operator] === 0 ? [] : [one];
}

function flaws(condition: RuleCondition, above: "all" | "any" | null): readonly string[] {
  if ("fact" in condition) return [];
  if ("not" in condition) return ["not"];
  const word = "all" in condition ? "all" : "any";
  const parts = "all" in condition ? condition.all : condition.any;
  const own = word === above || parts.length < 2 ? [word] : [];
  return [...own, ...parts.flatMap((part) => flaws(part, word))];
}

describe("the lowered form", () => {
  it("pushes not down to the opposite operator", () => {
    const both: Condition = {
      kind: "and",
      of: [compare(share, "at_least", number(95, 100)), compare(region, "is", text("EU"))],
    };
    expect(trueOf({ kind: "not", of: both })).toEqual({
      any: [
        {
          fact: "metric:share",
          operator: "strict:less_than",
          value: { numerator: "95", denominator: "100" },
        },
        { fact: "partner:region", operator: "strict:is_not", value: "EU" },
      ],
    });
  });

  it("holds a range as both its ends", () => {
    const range = compare(share, "between", number(1), number(2));
    expect(trueOf(range)).toEqual({
      all: [
        { fact: "metric:share", operator: "strict:at_least", value: { numerator: "1", denominator: "1" } },
        { fact: "metric:share", operator: "strict:at_most", value: { numerator: "2", denominator: "1" } },
      ],
    });
  });

  it("refuses what only a broken model holds", () => {
    expect(() => trueOf({ kind: "and", of: [] })).toThrow("INVARIANT");
    expect(() => trueOf(compare({ kind: "field", name: "x" }, "is_given"))).toThrow("INVARIANT");
    expect(() => trueOf(compare(share, "between", number(1)))).toThrow("INVARIANT");
    expect(() => trueOf(compare(share, "is", { kind: "field", name: "x", civil: false }))).toThrow(
      "INVARIANT",
    );
    expect(() => trueOf({ kind: "has", dataset: "d", key: "k", within: null, where: null })).toThrow(
      "INVARIANT",
    );
  });
});

it("names the metrics that a condition reads, each once", () => {
  const other: Operand = { kind: "metric", name: "other" };
  const reads = [
    compare(share, "is_given"),
    compare(region, "is_given"),
    compare(other, "is_given"),
    compare(share, "is_given"),
  ];
  expect(metricsRead({ kind: "not", of: { kind: "or", of: reads } })).toEqual(["share", "other"]);
});
