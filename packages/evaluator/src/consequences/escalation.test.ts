import { expect, test } from "vitest";
import type { EscalationPlan, RuleName, StepPlan } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import type { Rule } from "../bundle/rule.ts";
import { escalationFindings } from "./escalation-findings.ts";
import { alone, eventRule, type Made, madeDecisions, months, origin, reading, rule } from "./made-reading.ts";

const step = (name: string, more: Partial<StepPlan<RuleName>>): StepPlan<RuleName> => ({
  name,
  label: null,
  condition: { kind: "all", verdicts: [], steps: [] },
  when: name,
  cure: null,
  notice: null,
  origin,
  ...more,
});

const letter = step("letter", {
  condition: {
    kind: "event",
    event: { what: "missed", count: { kind: "times", times: 2, span: "month", spans: 3 } },
  },
});
const curePlan = step("plan", {
  condition: { kind: "event", event: { what: "missed", count: { kind: "row", length: 3 } } },
  cure: { kind: "civil", count: 45, unit: "day" },
});
const end = step("may_end", {
  condition: { kind: "all", verdicts: [], steps: [{ step: "plan", cured: false }] },
  notice: { kind: "civil", count: 30, unit: "day" },
});

const rules: readonly Rule[] = [
  rule("letter", "times:missed:3:month", "at_least", "2"),
  rule("plan", "run:missed", "at_least", "3"),
  rule("may_end", "step:plan", "is", "not_cured"),
];

const plan: EscalationPlan<RuleName> = {
  name: "late_vans",
  label: null,
  party: "partner",
  on: "on_time",
  line: { kind: "verdicts", of: "on_time" },
  steps: [letter, curePlan, end],
  resets: eventRule({ what: "met", count: { kind: "row", length: 3 } }),
  origin,
};

const words: Readonly<Record<string, VerdictKind>> = {
  M: "missed",
  m: "met",
  n: "not_enough_data",
  p: "pending",
};

function found(
  letters: string,
  more: Partial<EscalationPlan<RuleName>> = {},
  made: Made = {},
  added: readonly Rule[] = [],
) {
  const verdicts = [
    ...months(
      "2026-01",
      [...letters].map((one) => words[one] ?? "met"),
    ),
    ...(made.verdicts ?? []),
  ];
  return escalationFindings(
    alone({ ...plan, ...more }, reading({ ...made, verdicts }), madeDecisions([...rules, ...added])),
  );
}

const states = (letters: string, more: Partial<EscalationPlan<RuleName>> = {}): readonly (string | null)[] =>
  found(letters, more).map(({ value }) => value);

test("a step is found where its condition begins to hold, and only there", () => {
  const findings = found("MmMM");
  expect(findings.map(({ value }) => value)).toEqual(["none", "none", "letter", "letter"]);
  expect(findings.map(({ details }) => details.found.map(({ step: name }) => name))).toEqual([
    [],
    [],
    ["letter"],
    [],
  ]);
  expect(findings[2]?.details.found[0]).toEqual({
    step: "letter",
    label: null,
    on: "2026-04-01",
    cureUntil: null,
    noticeUntil: null,
  });
});

test("an uncured step leads on at the first assessment after its time", () => {
  // Begun on 1 April, to be cured until 16 May: the assessment of 1 May is in time, that of 1 June is not.
  const findings = found("MMMMMM");
  expect(findings.map(({ value }) => value)).toEqual([
    "none",
    "letter",
    "plan",
    "plan",
    "may_end",
    "may_end",
  ]);
  expect(findings[2]?.details.found).toMatchObject([
    { step: "plan", on: "2026-04-01", cureUntil: "2026-05-16" },
  ]);
  expect(findings[4]?.details.found).toMatchObject([
    { step: "may_end", on: "2026-06-01", noticeUntil: "2026-07-01" },
  ]);
});

test("a step that is cured in time holds no longer", () => {
  const findings = found("MMMmMM");
  expect(findings.map(({ details }) => details.cured)).toEqual([[], [], [], ["plan"], [], []]);
  expect(findings.map(({ value }) => value)).toEqual([
    "none",
    "letter",
    "plan",
    "letter",
    "letter",
    "letter",
  ]);
});

test("an unjudged verdict cures nothing, and the row goes on", () => {
  expect(states("MMMn")).toEqual(["none", "letter", "plan", "plan"]);
  expect(states("MMMnm")).toEqual(["none", "letter", "plan", "plan", "may_end"]);
});

test("a reset ends all steps and what was before is not counted", () => {
  const findings = found("MMmmmMM", { steps: [letter] });
  expect(findings.map(({ value }) => value)).toEqual([
    "none",
    "letter",
    "letter",
    "none",
    "none",
    "none",
    "letter",
  ]);
  expect(findings.map(({ details }) => details.reset)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    false,
  ]);
});

test("a step by itself does not hold at a verdict that is not judged", () => {
  const once = step("warned", {
    condition: { kind: "event", event: { what: "missed", count: { kind: "once" } } },
  });
  const steps = [once];
  const findings = found("MnM", { steps, resets: null }, {}, [rule("warned", "now:missed", "is", "true")]);
  expect(findings.map(({ value }) => value)).toEqual(["warned", "none", "warned"]);
});

test("a window that has not ended takes part in nothing, and shows what stands", () => {
  const findings = found("MMMp", {}, { asOf: "2026-04-15T00:00:00Z" });
  expect(findings.map(({ value, provisional }) => [value, provisional])).toEqual([
    ["none", false],
    ["letter", false],
    ["plan", false],
    ["plan", true],
  ]);
  expect(findings[3]?.details).toEqual({ found: [], cured: [], holding: ["letter", "plan"], reset: false });
});

test("without `on`, verdict names are read at each month, and cured once judged and no longer so", () => {
  const serious = step("serious", {
    condition: {
      kind: "all",
      verdicts: [{ name: "clean", operator: "is", verdicts: ["missed"] }],
      steps: [],
    },
    cure: { kind: "civil", count: 2, unit: "month" },
  });
  const findings = found(
    "",
    { on: null, line: { kind: "months" }, steps: [serious], resets: null },
    {
      verdicts: months("2026-01", ["met", "missed", "not_enough_data", "met"], "clean"),
      asOf: "2026-05-01T00:00:00Z",
    },
    [rule("serious", "verdict:clean", "is", "missed")],
  );
  expect(findings.map(({ value, period }) => [period.label, value])).toEqual([
    ["2026-01", "none"],
    ["2026-02", "serious"],
    ["2026-03", "none"],
    ["2026-04", "none"],
  ]);
  expect(findings.map(({ details }) => details.cured)).toEqual([[], [], [], ["serious"]]);
});

test("reasons say what was reached, until when it may be cured, and that this is no notice", () => {
  expect(found("MMM")[2]?.reasons).toEqual([
    'Step plan was reached on 2026-04-01: "on time" was missed 3 times in a row; it may be cured until 2026-05-16',
    "Still in force: letter",
    "Worked out on data up to 2026-12-31; this is a finding and no notice",
  ]);
});
