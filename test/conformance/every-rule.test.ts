/**
 * Every numbered rule of SPEC.md is cited by a case on each side of its boundary, or `rules-without-cases.json` says
 * why it is not: `none` for rules that no case can show, `oneSided` for rules of which cases can show one side only.
 *
 * A reason may name the tests that guard the rule ("guarded by test/…test.ts", or packages/…): those files are there,
 * and cite the rule. An entry that is not needed any more fails, so the lists only shrink.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasBothSides, ruleNumbers, sidesByRule } from "./rule-sides.ts";

interface WithoutCases {
  /** Rules that no case cites, with the reason. */
  readonly none: Readonly<Record<string, string>>;
  /** Rules whose cases stand on one side, with the reason. */
  readonly oneSided: Readonly<Record<string, string>>;
}

const { none, oneSided } = JSON.parse(
  readFileSync(new URL("./rules-without-cases.json", import.meta.url), "utf8"),
) as WithoutCases;
const rules = ruleNumbers();
const sides = sidesByRule();
const isCited = (rule: string): boolean => sides.has(rule);
const isComplete = (rule: string): boolean => hasBothSides(sides.get(rule) ?? []);

describe("every rule of SPEC.md", () => {
  it("is cited by a case, or has a reason under `none`", () => {
    expect(bySection(rules.filter((rule) => !isCited(rule) && none[rule] === undefined))).toEqual({});
  });

  it("is cited on both sides of its boundary, or has a reason under `oneSided`", () => {
    const oneSide = rules.filter((rule) => isCited(rule) && !isComplete(rule));
    expect(bySection(oneSide.filter((rule) => oneSided[rule] === undefined))).toEqual({});
  });

  it("is there, wherever a case cites one", () => {
    expect([...sides.keys()].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

describe("rules-without-cases.json", () => {
  it("holds only rules that still need a reason", () => {
    const needless = [
      ...Object.keys(none).filter((rule) => !rules.includes(rule) || isCited(rule)),
      ...Object.keys(oneSided).filter((rule) => !isCited(rule) || isComplete(rule)),
    ];
    expect(needless).toEqual([]);
  });

  it("names guards that are there and cite their rule", () => {
    const reasons = [...Object.entries(none), ...Object.entries(oneSided)];
    const unkept = reasons.flatMap(([rule, reason]) =>
      guardsIn(reason)
        .filter((path) => !cites(path, rule))
        .map((path) => `${path} does not cite §${rule}`),
    );
    expect(reasons.filter(([, reason]) => reason.length < 20)).toEqual([]);
    expect(unkept).toEqual([]);
  });
});

/** The tests that a reason names. */
function guardsIn(reason: string): readonly string[] {
  return reason.match(/\S+\.test\.ts/g) ?? [];
}

/** Whether a file of the repository is there and cites a rule, and not only one whose number begins alike. */
function cites(path: string, rule: string): boolean {
  const url = new URL(`../../${path}`, import.meta.url);
  if (!existsSync(url)) return false;
  const cited = readFileSync(url, "utf8").matchAll(/§(\d+(?:\.\d+)*)/g);
  return [...cited].some(([, number]) => number === rule);
}

/** The last figures of rules by their section: `{ "4.1": "3 14" }`. */
function bySection(numbers: readonly string[]): Readonly<Record<string, string>> {
  const sections = new Map<string, string[]>();
  for (const number of numbers) {
    const end = number.lastIndexOf(".");
    const section = number.slice(0, end);
    sections.set(section, [...(sections.get(section) ?? []), number.slice(end + 1)]);
  }
  return Object.fromEntries([...sections].map(([section, last]) => [section, last.join(" ")]));
}
