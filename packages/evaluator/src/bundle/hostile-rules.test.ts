import { describe, expect, it } from "vitest";
import { hostilePaths } from "../../../../test/support/hostile-paths.ts";
import { mutableSample } from "../../../../test/support/sample-bundle.ts";
import { fingerprintOf, readBundle } from "./bundle.ts";

/** A place of a rule: what it is, its path, and how a payload is put there. */
// biome-ignore lint/suspicious/noExplicitAny: the rules are what the types forbid
type Place = readonly [string, string, (rule: any, payload: string) => void];

/** Every place of a rule that json-rules-engine would read, resolve, call or look up. */
const places: readonly Place[] = [
  [
    "path of a condition",
    "conditions.all[0].path",
    (rule, path) => Object.assign(rule.conditions.all[0], { path }),
  ],
  [
    "path of a condition inside any",
    "conditions.all[0].any[0].path",
    (rule, path) => {
      rule.conditions.all = [{ any: [{ ...rule.conditions.all[0], path }] }];
    },
  ],
  [
    "path of a condition inside not",
    "conditions.all[0].not.path",
    (rule, path) => {
      rule.conditions.all = [{ not: { ...rule.conditions.all[0], path } }];
    },
  ],
  [
    "path of a fact on the right",
    "conditions.all[0].value",
    (rule, path) => Object.assign(rule.conditions.all[0], { value: { fact: "party", path } }),
  ],
  [
    "path of a fact on the right that looks like a number",
    "conditions.all[0].value",
    (rule, path) =>
      Object.assign(rule.conditions.all[0], {
        value: { numerator: "1", denominator: "1", fact: "party", path },
      }),
  ],
  [
    "path of a fact in a list on the right",
    "conditions.all[0].value",
    (rule, path) => Object.assign(rule.conditions.all[0], { value: ["P1", { fact: "party", path }] }),
  ],
  [
    "params of a condition",
    "conditions.all[0].params",
    (rule, code) => Object.assign(rule.conditions.all[0], { params: { code } }),
  ],
  [
    "params of a fact on the right",
    "conditions.all[0].value",
    (rule, code) => Object.assign(rule.conditions.all[0], { value: { fact: "party", params: { code } } }),
  ],
  [
    "operator",
    "conditions.all[0].operator",
    (rule, operator) => Object.assign(rule.conditions.all[0], { operator }),
  ],
  [
    "decorated operator",
    "conditions.all[0].operator",
    (rule, code) => Object.assign(rule.conditions.all[0], { operator: `everyFact:${code}:strict:is` }),
  ],
  ["fact", "conditions.all[0].fact", (rule, fact) => Object.assign(rule.conditions.all[0], { fact })],
  [
    "fact with a known prefix",
    "conditions.all[0].fact",
    (rule, code) => Object.assign(rule.conditions.all[0], { fact: `metric:${code}` }),
  ],
  ...["verdict:", "score:", "now:", "run:", "step:", "peers:in_60:", "confident:", "times:missed:"].map(
    (prefix): Place => [
      `fact with the prefix ${prefix}`,
      "conditions.all[0].fact",
      (rule, code) => Object.assign(rule.conditions.all[0], { fact: `${prefix}${code}` }),
    ],
  ),
  [
    "verdict of a fact",
    "conditions.all[0].value",
    (rule, value) => Object.assign(rule.conditions.all[0], { fact: "verdict:sure", value }),
  ],
  [
    "state of a step",
    "conditions.all[0].value",
    (rule, value) => Object.assign(rule.conditions.all[0], { fact: "step:plan", value }),
  ],
  [
    "name of a condition",
    "conditions.all[0].name",
    (rule, name) => Object.assign(rule.conditions.all[0], { name }),
  ],
  [
    "priority of a condition",
    "conditions.all[0].priority",
    (rule, priority) => Object.assign(rule.conditions.all[0], { priority }),
  ],
  [
    "reference to a condition",
    "conditions.all[0].condition",
    (rule, condition) => {
      rule.conditions.all = [{ condition }];
    },
  ],
  [
    "reference in place of the conditions",
    "conditions.condition",
    (rule, condition) => {
      rule.conditions = { condition };
    },
  ],
  [
    "conditions that are not read, beside those that are",
    "conditions.any",
    (rule, path) => Object.assign(rule.conditions, { any: [{ ...rule.conditions.all[0], path }] }),
  ],
  ["name of the conditions", "conditions.name", (rule, name) => Object.assign(rule.conditions, { name })],
  [
    "priority of the conditions",
    "conditions.priority",
    (rule, code) => Object.assign(rule.conditions, { priority: code }),
  ],
  ["type of the event", "event.type", (rule, type) => Object.assign(rule.event, { type })],
  ["params of the event", "event.params", (rule, code) => Object.assign(rule.event, { params: { code } })],
  [
    "fact in the params of the event",
    "event.params",
    (rule, path) => Object.assign(rule.event, { params: { fact: "party", path } }),
  ],
  ["name of the rule", "name", (rule, name) => Object.assign(rule, { name })],
  ["priority of the rule", "priority", (rule, priority) => Object.assign(rule, { priority })],
  ["handler of the rule", "onSuccess", (rule, onSuccess) => Object.assign(rule, { onSuccess })],
];

/** Every place of a plan that names a rule, or holds a condition itself. */
const namings: readonly string[] = [
  "rampUps[1].scope",
  "duties[0].when.decision",
  "credits[0].gives[0].when",
  "bonuses[0].gives[0].where",
  "bonuses[0].gives[0].when",
  "credits[1].unless[0].when",
  "credits[1].earnsBack.when",
  "points[0].bands[0].when",
  "points[0].doubled.when",
  "escalations[0].steps[0].when",
  "escalations[0].resets.when",
  "ratchets[0].when.when",
  "tiers[0].levels[0].when",
  "touchpoints[0].runBy.where",
];

/** Puts a value at a path of words and indexes. */
// biome-ignore lint/suspicious/noExplicitAny: the bundles are what the types forbid
function putAt(bundle: any, path: string, value: unknown): void {
  const keys = path.match(/\w+/g) ?? [];
  const holder = keys.slice(0, -1).reduce((held, key) => held[key], bundle);
  holder[keys.at(-1) ?? ""] = value;
}

describe("a plan that names a rule", () => {
  it.each(namings)("is refused with code in its place: %s", (path) => {
    const [payload = ""] = hostilePaths;
    const leaf = { fact: "party", operator: "strict:is", value: "P1", path: payload };
    const conditions = [{ all: [leaf] }, { conditions: { all: [leaf] } }];
    for (const value of [...hostilePaths, ...hostilePaths.map((code) => `a/${code}`), ...conditions]) {
      const bundle = mutableSample();
      putAt(bundle, path, value);
      const read = readBundle(bundle);
      const found = read.ok ? [] : read.problems.map((problem) => problem.path);
      expect(found.filter((place) => place.startsWith(path))).not.toEqual([]);
    }
    expect(globalThis).not.toHaveProperty("tenetRanForeignCode");
  });
});

describe("a rule that carries code", () => {
  it("is tried in thirty forms at least", () => {
    expect(new Set(hostilePaths).size).toBeGreaterThanOrEqual(30);
  });

  it.each(places)("is refused: %s", (_, path, put) => {
    for (const payload of hostilePaths) {
      const bundle = mutableSample();
      put(bundle.rules[2], payload);
      bundle.fingerprint = fingerprintOf(bundle);
      const read = readBundle(JSON.stringify(bundle));
      const found = read.ok ? [] : read.problems.map((problem) => problem.path);
      expect(found.filter((place) => place.startsWith(`rules[2].${path}`))).not.toEqual([]);
    }
    expect(globalThis).not.toHaveProperty("tenetRanForeignCode");
  });

  it("is the only reason for the refusals", () => {
    expect(readBundle(mutableSample()).ok).toBe(true);
  });
});
