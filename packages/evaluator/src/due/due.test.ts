import { describe, expect, test } from "vitest";
import { sampleBundle } from "../../../../test/support/sample-bundle.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { OpenCase } from "../clocks/open-cases.ts";
import type { EscalationFinding, Finding } from "../judge/finding.ts";
import type { Verdict } from "../judge/result.ts";
import { dueOfVersions, dueResult } from "./due.ts";
import { lengthWords } from "./due-words.ts";

const AS_OF = "2026-03-10T12:00:00Z";
const bundle = sampleBundle();
const party = { kind: "partner", key: "P1" } as const;

function verdict(parts: Partial<Verdict>): Verdict {
  return {
    kind: "duty",
    standard: "monthly_report",
    label: "Monthly report",
    party,
    owes: "partner",
    period: { label: "2026-02", start: "", end: "", firstDay: "2026-02-01", lastDay: "2026-02-28" },
    verdict: "missed",
    version: "1.0.0",
    earlier: null,
    due: "2026-03-09T23:00:00Z",
    owed: null,
    missedBy: null,
    limits: [],
    distance: null,
    metrics: [],
    rows: { used: 0, missing: 0, excluded: [] },
    smallGroups: [],
    flags: [],
    reasons: [],
    provisional: null,
    origin: { file: "a.tenet", line: 1 },
    ...parts,
  };
}

function assessment(lastDay: string, details: Partial<EscalationFinding["details"]>): EscalationFinding {
  return {
    kind: "escalation",
    name: "late_vans",
    label: null,
    party,
    period: { label: lastDay, start: "", end: "", firstDay: lastDay, lastDay },
    version: "1.0.0",
    value: "none",
    exact: null,
    provisional: false,
    lines: [],
    details: { found: [], cured: [], holding: [], reset: false, ...details },
    reasons: [],
    origin: { file: "a.tenet", line: 1 },
  };
}

const open = (parts: Partial<OpenCase>): OpenCase => ({
  clock: "repairs",
  label: null,
  party,
  key: "K1",
  startedAt: "2026-03-10T08:00:00Z",
  dueAt: "2026-03-10T16:00:00Z",
  remaining: "14400000000",
  state: "running",
  warned: false,
  ...parts,
});

function items(
  verdicts: readonly Verdict[],
  findings: readonly Finding[] = [],
  cases: readonly OpenCase[] = [],
) {
  return dueResult(bundle, { asOf: AS_OF, cases }, { verdicts, findings }).items.map(
    ({ kind, key, state, due }) => `${kind} ${key} ${state} ${due}`,
  );
}

test("standards are not due, whatever their verdict", () => {
  expect(items([verdict({ kind: "standard" }), verdict({ kind: "standard", verdict: "pending" })])).toEqual(
    [],
  );
});

describe("duties and attestations", () => {
  test.each([
    [{ verdict: "pending" }, "duty 2026-02 open 2026-03-09T23:00:00Z"],
    [{ verdict: "pending", provisional: "met" }, "duty 2026-02 delivered 2026-03-09T23:00:00Z"],
    [{ verdict: "missed" }, "duty 2026-02 overdue 2026-03-09T23:00:00Z"],
    [{ kind: "attestation", verdict: "missed", due: null }, "attestation 2026-02 overdue null"],
  ] as const)("%j", (parts, expected) => {
    expect(items([verdict(parts)])).toEqual([expected]);
  });

  test.each(["met", "not_applicable", "excused", "not_enough_data"] as const)("%s is not open", (kind) => {
    expect(items([verdict({ verdict: kind })])).toEqual([]);
  });

  test("a missed duty is gone once the next period of it is due", () => {
    const january = verdict({
      period: { ...verdict({}).period, label: "2026-01" },
      due: "2026-02-09T23:00:00Z",
    });
    const march = verdict({
      period: { ...verdict({}).period, label: "2026-03" },
      due: "2026-04-09T22:00:00Z",
      verdict: "pending",
    });
    expect(items([january, verdict({}), march])).toEqual([
      "duty 2026-02 overdue 2026-03-09T23:00:00Z",
      "duty 2026-03 open 2026-04-09T22:00:00Z",
    ]);
    const another = verdict({ party: { kind: "partner", key: "P2" }, due: "2026-02-09T23:00:00Z" });
    expect(items([another, verdict({})])).toHaveLength(2);
  });
});

describe("steps of escalations", () => {
  const begun = assessment("2026-01-31", {
    found: [{ step: "plan", label: "Plan", on: "2026-02-01", cureUntil: "2026-03-18", noticeUntil: null }],
  });
  const cure = "cure plan open 2026-03-18T23:00:00Z";

  test("can be cured to the end of the last day, in the agreement's zone", () => {
    expect(items([], [begun])).toEqual([cure]);
    expect(items([], [begun, assessment("2026-03-17", {})])).toEqual([cure]);
  });

  test.each([
    ["cured", assessment("2026-02-28", { cured: ["plan"] })],
    ["ended by a reset", assessment("2026-02-28", { reset: true })],
  ])("not if it is %s", (_, later) => {
    expect(items([], [begun, later])).toEqual([]);
  });

  test("not if it is assessed after its time", () => {
    const found = [
      { step: "plan", label: "Plan", on: "2026-02-01", cureUntil: "2026-02-28", noticeUntil: null },
    ];
    const early = assessment("2026-01-31", { found });
    expect(items([], [early])).toEqual(["cure plan open 2026-02-28T23:00:00Z"]);
    expect(items([], [early, assessment("2026-02-28", {})])).toEqual([]);
  });

  test("a step may be cured also where the verdict behind it may still change", () => {
    expect(items([], [{ ...begun, provisional: true }])).toEqual([cure]);
  });

  test("an assessment that has not taken place changes nothing", () => {
    const later = { ...assessment("2026-03-31", { reset: true }), provisional: true };
    expect(items([], [begun, later])).toEqual([cure]);
  });

  test.each([
    ["2026-03-10", ["notice may_end open 2026-03-10T23:00:00Z"]],
    ["2026-03-09", []],
  ])("notice until %s", (noticeUntil, expected) => {
    const found = [{ step: "may_end", label: null, on: "2026-02-01", cureUntil: null, noticeUntil }];
    expect(items([], [assessment("2026-01-31", { found })])).toEqual(expected);
  });
});

test("all kinds stand in one order: by instant, those without one last, then by kind and key", () => {
  const cases = [open({ key: "K2" }), open({ key: "K1" }), open({ key: "K0", dueAt: null, state: "paused" })];
  const duty = verdict({ verdict: "pending", due: "2026-03-10T16:00:00Z" });
  expect(items([duty, verdict({ kind: "attestation", due: null })], [], cases)).toEqual([
    "case K1 running 2026-03-10T16:00:00Z",
    "case K2 running 2026-03-10T16:00:00Z",
    "duty 2026-02 open 2026-03-10T16:00:00Z",
    "attestation 2026-02 overdue null",
    "case K0 paused null",
  ]);
});

test("a case says when, and how much time is left", () => {
  const texts = [
    open({}),
    open({ state: "overdue", remaining: "-60000000" }),
    open({ state: "paused", dueAt: null }),
    open({ dueAt: null, remaining: null }),
  ].map((each) => dueResult(bundle, { asOf: AS_OF, cases: [each] }, null).items[0]?.text);
  const at = `2026-03-10 17:00 ${bundle.zone.zone}`;
  expect(texts).toEqual([
    `due ${at}, 4 h 00 min left`,
    `was due ${at}, 1 min ago`,
    "paused, 4 h 00 min left",
    "it has no deadline",
  ]);
});

test.each([
  ["0", false, "0 min"],
  ["-3599999999", false, "59 min"],
  ["3600000000", false, "1 h 00 min"],
  ["172799999999", false, "47 h 59 min"],
  ["172800000000", false, "2 days 0 h"],
  ["172800000000", true, "48 h 00 min"],
])("%s microseconds", (micros, isOpeningTime, words) => {
  expect(lengthWords(micros, isOpeningTime)).toBe(words);
});

test("what is due at midnight is due by the end of the day before", () => {
  const texts = (due: string) =>
    dueResult(bundle, { asOf: AS_OF, cases: [] }, { verdicts: [verdict({ due })], findings: [] }).items.map(
      ({ text }) => text,
    );
  expect(texts("2026-03-08T23:00:00Z")).toEqual([
    "Monthly report was due by the end of 2026-03-08 and is not there",
  ]);
  expect(texts("2026-03-08T22:59:00Z")).toEqual([
    "Monthly report was due 2026-03-08 23:59 Europe/Amsterdam and is not there",
  ]);
});

describe("several versions", () => {
  const version = (name: string, from: string, until: string | null): Bundle => ({
    ...bundle,
    agreement: { ...bundle.agreement, version: name, effective: { from, until } },
    fingerprint: `sha256:${name}`,
  });
  const old = version("1.0.0", "2026-01-01", "2026-02-28");
  const now = version("2.0.0", "2026-03-01", null);
  const next = version("3.0.0", "2026-04-01", null);
  /** Both versions see all cases, each with its own due instant. */
  const seen = (due: string) => ({
    asOf: AS_OF,
    cases: [
      open({ key: "before", startedAt: "2025-12-31T12:00:00Z", dueAt: due }),
      open({ key: "last day", startedAt: "2026-02-28T22:59:59Z", dueAt: due }),
      open({ key: "first day", startedAt: "2026-02-28T23:00:00Z", dueAt: due }),
    ],
  });
  const versions = [
    { bundle: old, open: seen("2026-03-11T00:00:00Z") },
    { bundle: now, open: seen("2026-03-12T00:00:00Z") },
    { bundle: next, open: seen("2026-03-13T00:00:00Z") },
  ];

  test("a case is due by the version in force on the day on which it started", () => {
    const { items: found } = dueOfVersions(versions, null);
    expect(found.map(({ key, due }) => `${key} ${due}`)).toEqual([
      "before 2026-03-11T00:00:00Z",
      "last day 2026-03-11T00:00:00Z",
      "first day 2026-03-12T00:00:00Z",
    ]);
    expect(dueOfVersions(versions.toReversed(), null).items).toEqual(found);
  });

  test("the list is that of the latest version that has begun", () => {
    const { agreement } = dueOfVersions(versions, null);
    expect(agreement).toMatchObject({ version: "2.0.0", fingerprint: "sha256:2.0.0" });
  });

  test("what the verdicts say is listed once", () => {
    const judged = { verdicts: [verdict({})], findings: [] };
    expect(dueOfVersions(versions, judged).items.filter(({ kind }) => kind === "duty")).toHaveLength(1);
  });
});
