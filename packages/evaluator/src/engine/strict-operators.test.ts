import { describe, expect, it } from "vitest";
import { type StrictOperator, strictOperators } from "../bundle/rule.ts";
import { type FactValue, type RuleValue, strictTests } from "./strict-operators.ts";

const tests = strictTests((pattern) => (text) => new RegExp(pattern).test(text));

const fact = (numerator: bigint, denominator = 1n): FactValue => ({ numerator, denominator });
const value = (numerator: string, denominator = "1"): RuleValue => ({ numerator, denominator });

/** The operators of a list that are true of a fact and a value. */
const trueOf = (left: FactValue | undefined, right: RuleValue): readonly StrictOperator[] =>
  strictOperators.filter((operator) => tests[operator](left, right));

const order = {
  equal: ["strict:is", "strict:at_least", "strict:at_most", "strict:is_given"],
  above: ["strict:is_not", "strict:at_least", "strict:more_than", "strict:is_given"],
  below: ["strict:is_not", "strict:at_most", "strict:less_than", "strict:is_given"],
};

describe("a missing fact", () => {
  it.each([value("1"), "text", true, ["a"]])("makes everything false but is_not_given (%o)", (right) => {
    expect(trueOf(undefined, right)).toEqual(["strict:is_not_given"]);
  });
});

describe("exact numbers", () => {
  it.each([
    [fact(95n, 100n), value("19", "20"), order.equal],
    [fact(949999999999999n, 999999999999999n), value("95", "100"), order.below],
    [fact(9007199254740993n), value("9007199254740992"), order.above],
    [fact(-1n, 3n), value("-33333333333333333333", "100000000000000000000"), order.below],
    [fact(0n, 7n), value("0"), order.equal],
  ])("compare by cross-multiplication", (left, right, expected) => {
    expect(trueOf(left, right)).toEqual(expected);
  });
});

describe("text", () => {
  it.each([
    ["P1", "P1", [...order.equal, "strict:contains", "strict:matches"]],
    ["\uFFFD", "\u{1F600}", [...order.below, "strict:contains_not", "strict:matches_not"]],
    ["2026-02-01", "2026-01-31", [...order.above, "strict:contains_not", "strict:matches_not"]],
    ["é", "e\u0301", [...order.above, "strict:contains_not", "strict:matches_not"]],
    ["abc", "b", [...order.below, "strict:contains", "strict:matches"]],
    ["", "a", [...order.below, "strict:contains_not", "strict:matches_not"]],
  ])("%j and %j compare by code point and are searched", (left, right, expected) => {
    expect(trueOf(left, right).toSorted()).toEqual(expected.toSorted());
  });
});

describe("yes and no", () => {
  it("are equal or not, and have no order", () => {
    expect(trueOf(true, true)).toEqual(["strict:is", "strict:is_given"]);
    expect(trueOf(false, true)).toEqual(["strict:is_not", "strict:is_given"]);
  });
});

describe("values of different kinds", () => {
  it.each<[FactValue, RuleValue]>([
    ["1", value("1")],
    [fact(1n), "1"],
    [true, "true"],
    ["true", true],
    [fact(1n), true],
    ["", value("0")],
  ])("are neither equal nor different nor in order: %o", (left, right) => {
    expect(trueOf(left, right)).toEqual(["strict:is_given"]);
  });
});

describe("lists", () => {
  it("hold a fact or not, never one of another kind", () => {
    expect(trueOf("a", ["b", "a"])).toEqual(["strict:is_given", "strict:is_one_of"]);
    expect(trueOf("c", ["b", "a"])).toEqual(["strict:is_given", "strict:is_none_of"]);
    expect(trueOf(fact(2n, 4n), [{ numerator: "1", denominator: "2" }])).toEqual([
      "strict:is_given",
      "strict:is_one_of",
    ]);
    expect(trueOf(fact(1n), ["a"])).toEqual(["strict:is_given"]);
    expect(trueOf("a", [])).toEqual(["strict:is_given"]);
  });
});
