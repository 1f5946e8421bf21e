import { describe, expect, test } from "vitest";
import type { JudgeResult, LimitResult, MetricValue, Verdict } from "../judge/result.ts";
import { readEarlier, restate } from "./restate.ts";

const share = (numerator: number, denominator: number, text: string): MetricValue => ({
  numerator: String(numerator),
  denominator: String(denominator),
  text,
});

function limit(value: MetricValue | null, parts: Partial<LimitResult> = {}): LimitResult {
  return {
    metric: "on_time",
    comparison: "at least",
    limit: "95%",
    met: true,
    group: null,
    value,
    distance: null,
    toleratedBy: null,
    amendment: null,
    requirement: 0,
    bound: null,
    peers: null,
    rank: null,
    confidence: null,
    origin: { file: "a.tenet", line: 1, text: "requires on_time at least 95%" },
    ...parts,
  };
}

function verdict(
  kind: Verdict["verdict"],
  limits: readonly LimitResult[],
  parts: Partial<Verdict> = {},
): Verdict {
  return {
    kind: "standard",
    standard: "punctual",
    label: "Punctual",
    party: { kind: "partner", key: "P1" },
    owes: "partner",
    period: { label: "2026-01", start: "", end: "", firstDay: "2026-01-01", lastDay: "2026-01-31" },
    verdict: kind,
    version: "1.0.0",
    earlier: null,
    due: null,
    owed: null,
    missedBy: null,
    limits,
    distance: null,
    metrics: [],
    rows: { used: 0, missing: 0, excluded: [] },
    smallGroups: [],
    flags: [],
    reasons: ["Why"],
    provisional: null,
    origin: { file: "a.tenet", line: 1 },
    ...parts,
  };
}

function result(...verdicts: readonly Verdict[]): JudgeResult {
  return {
    schema: "tenet.verdicts/1",
    asOf: "2026-04-01T00:00:00Z",
    agreement: { name: "a", label: "A", version: "1.0.0", fingerprint: "sha256:0" },
    versions: [],
    verdicts,
    findings: [],
    data: [],
    clocks: [],
    problems: [],
  };
}

function compared(before: Verdict, now: Verdict): Verdict {
  const earlier = readEarlier(JSON.stringify(result(before)));
  if (typeof earlier === "string") throw new Error(earlier);
  const [found] = restate(result(now), earlier).verdicts;
  if (found === undefined) throw new Error("a verdict was lost");
  return found;
}

const good = [limit(share(97, 100, "97%"))];
const bad = [limit(share(93, 100, "93%"), { met: false })];

test("another verdict carries the earlier one, a flag and both figures", () => {
  const found = compared(verdict("met", good), verdict("missed", bad, { flags: ["warning", "ramp_up"] }));
  expect(found.earlier).toBe("met");
  expect(found.flags).toEqual(["warning", "restated", "ramp_up"]);
  expect(found.reasons).toEqual([
    "Why",
    "Restated: an earlier result said met; on time was 97% (97 of 100) and is 93% (93 of 100)",
  ]);
  expect(found.verdict).toBe("missed");
});

test("another figure alone is enough", () => {
  const found = compared(verdict("met", good), verdict("met", [limit(share(98, 100, "98%"))]));
  expect(found.earlier).toBe("met");
  expect(found.reasons.at(-1)).toBe(
    "Restated, and still met; on time was 97% (97 of 100) and is 98% (98 of 100)",
  );
});

test("another verdict alone as well", () => {
  const found = compared(verdict("not_enough_data", good), verdict("met", good));
  expect(found.reasons.at(-1)).toBe("Restated: an earlier result said not enough data");
});

describe("is the same", () => {
  const same = verdict("met", good);
  test.each([
    ["what is equal", same, same],
    ["a fraction in other terms", verdict("met", [limit(share(9700, 10000, "97%"))]), same],
    ["what was pending", verdict("pending", bad), same],
    ["what is pending now", same, verdict("pending", bad)],
    ["another period", verdict("missed", bad, { period: { ...same.period, label: "2026-02" } }), same],
    ["another party", verdict("missed", bad, { party: { kind: "partner", key: "P2" } }), same],
    ["another kind of party", verdict("missed", bad, { party: { kind: "brand", key: "P1" } }), same],
    ["another standard", verdict("missed", bad, { standard: "other" }), same],
    ["a limit that is only here", verdict("met", []), same],
    ["a limit of another sentence", verdict("met", [limit(null, { requirement: 1 })]), same],
    ["a limit of another group", verdict("met", [limit(null, { group: "north" })]), same],
  ])("%s", (_, before, now) => {
    expect(compared(before, now)).toEqual(now);
  });
});

test.each([
  [null, share(1, 1, "100%"), "on time was without a value and is 100% (1 of 1)"],
  [share(1, 1, "100%"), null, "on time was 100% (1 of 1) and is without a value"],
  [
    { numerator: null, denominator: null, text: "gold" },
    { numerator: null, denominator: null, text: "silver" },
    "on time was gold and is silver",
  ],
  [share(7, 2, "3.5"), share(4, 1, "4"), "on time was 3.5 and is 4"],
])("values %j and %j", (before, now, said) => {
  const found = compared(verdict("met", [limit(before)]), verdict("met", [limit(now)]));
  expect(found.reasons.at(-1)).toBe(`Restated, and still met; ${said}`);
});

test.each([
  ["no JSON", "{", "it is no result"],
  ["a list", "[]", "it is no result"],
  ["a bundle", JSON.stringify({ schema: "tenet.bundle/1" }), "it is no result"],
  ["no agreement", JSON.stringify({ ...result(), agreement: 1 }), "of which agreement"],
  ["no verdicts", JSON.stringify({ ...result(), verdicts: {} }), "no list of verdicts"],
  ["a verdict that is none", JSON.stringify({ ...result(), verdicts: [{}] }), "its verdict 1"],
  [
    "a seventh verdict",
    JSON.stringify(result(verdict("fine" as Verdict["verdict"], []))),
    "its verdict 1 cannot be read",
  ],
  [
    "a value that is none",
    JSON.stringify(result(verdict("met", [limit({ numerator: "1e9", denominator: "1", text: "" })]))),
    "its verdict 1 cannot be read",
  ],
  [
    "a division by nothing",
    JSON.stringify(result(verdict("met", [limit({ numerator: "1", denominator: "0", text: "" })]))),
    "its verdict 1 cannot be read",
  ],
])("%s is not read as an earlier result", (_, text, said) => {
  expect(readEarlier(text)).toContain(said);
});

test("a result of an older release is read, as far as it is compared", () => {
  const { standard, party, period, verdict: kind } = verdict("met", []);
  const old = { ...result(), verdicts: [{ standard, party, period, verdict: kind, limits: [] }] };
  const earlier = readEarlier(JSON.stringify(old));
  expect(typeof earlier === "string" ? earlier : [...earlier.verdicts.values()]).toEqual([
    expect.objectContaining({ verdict: "met" }),
  ]);
});
