/** Duties: what is to be delivered, once or after each span (SPEC §3.9.10 to §3.9.15). */
import type { DutyPlan } from "../bundle/human-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import type { Rule } from "../bundle/rule.ts";
import { factColumn } from "../judge/fact-column.ts";
import { rounded } from "../judge/facts.ts";
import { ruleTest, type TextMatcher } from "../judge/rule-test.ts";
import type { TermVerdict } from "../judge/terms.ts";
import { isActiveOn } from "../measure/active.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { BRAND, type Run } from "../measure/run.ts";
import type { WindowSet } from "../measure/window-set.ts";
import { formatDay } from "../time/civil.ts";
import type { DaySpan } from "../time/spans.ts";
import type { Occasion } from "../time/windows.ts";
import { type Due, dueOf, isInTime } from "./due-instant.ts";
import type { HumanRecord, Records } from "./records.ts";
import { dueWords, type TermFinding, termVerdict } from "./term-verdict.ts";

/** What a duty reads beside its records. */
export interface DutySurroundings {
  readonly run: Run;
  readonly rules: readonly Rule[];
  readonly patterns: TextMatcher | null;
  readonly records: Records | null;
  /** Windows of a duty after each span; null of others. */
  readonly windows: WindowSet | null;
  /** Metrics that `when` reads, over the spans. */
  readonly metrics: ReadonlyMap<string, () => MetricFacts>;
  /** The verdict of a name in a span (SPEC §3.7.5); null without one. */
  verdictIn(name: string, party: number, span: DaySpan): VerdictKind | null;
}

export interface Duty {
  readonly plan: DutyPlan<string>;
  concerns(party: number): boolean;
  /** In order of time. */
  verdicts(party: number): readonly TermVerdict[];
}

export function dutyOf(plan: DutyPlan<string>, around: DutySurroundings): Duty {
  const made = new Map<number, readonly TermVerdict[]>();
  return {
    plan,
    concerns: (party) => (party === BRAND) === (plan.party === "brand"),
    verdicts(party) {
      const known =
        made.get(party) ??
        (around.windows === null ? once(plan, party, around) : repeated(plan, party, around.windows, around));
      made.set(party, known);
      return known;
    },
  };
}

type Outcome = Pick<TermFinding, "verdict" | "provisional" | "due" | "isOwed" | "reason">;

/** A duty without a span: one verdict, if its due day is one of the agreement, and of this version of it. */
function once(plan: DutyPlan<string>, party: number, around: DutySurroundings): readonly TermVerdict[] {
  const { run } = around;
  const { frame, clock } = run;
  const due = dueOf(plan.due, run, party, null);
  const records = around.records?.of(party) ?? [];
  if (due !== null && !frame.seasons.isInForce(due.day)) return [];
  const day = due?.day ?? frame.from;
  const start = clock.startOfDay(frame.from);
  const window = {
    label: formatDay(day),
    start,
    end: due === null ? start : clock.startOfDay(day + 1),
    records: records.length,
  };
  const outcome = ((): Outcome => {
    if (due === null) return notOwed("Nothing says when it is due for this partner", due);
    if (!isActiveOn(run, party, day)) return notOwed("The partner is not active on the day it is due", due);
    return delivered(due, records.find((record) => isInTime(record, due)) ?? null, false, run);
  })();
  return [termVerdict({ kind: "duty", plan, party, ...window, ...outcome }, run)];
}

function notOwed(reason: string, due: Due | null): Outcome {
  return { verdict: "not_applicable", provisional: null, due, isOwed: false, reason };
}

/** What a record, or none, makes of a duty that is owed. */
function delivered(due: Due, record: HumanRecord | null, isWaiting: boolean, run: Run): Outcome {
  const found = record === null ? "missed" : "met";
  if (run.asOf < due.instant || isWaiting) {
    const delivery = record === null ? "" : `; a record of ${formatDay(record.day)} is there`;
    const reason = isWaiting
      ? `Whether it is owed depends on a verdict that is pending${delivery}`
      : `It is due ${dueWords(due, run)}${delivery}`;
    return { verdict: "pending", provisional: found, due, isOwed: !isWaiting, reason };
  }
  const reason =
    record === null
      ? `It was due ${dueWords(due, run)}, and no record was in time`
      : `It was delivered on ${formatDay(record.day)}, and due ${dueWords(due, run)}`;
  return { verdict: found, provisional: null, due, isOwed: true, reason };
}

/** A duty after each span: each record serves one of them, the earliest the first (SPEC §3.9.13). */
function repeated(
  plan: DutyPlan<string>,
  party: number,
  { occasions }: WindowSet,
  around: DutySurroundings,
): readonly TermVerdict[] {
  const { run } = around;
  const { clock } = run;
  const records = around.records?.of(party) ?? [];
  const taken = new Set<number>();
  const decide = whenTest(plan, around);
  return occasions.map((occasion, window) => {
    const span = occasion.span ?? { start: occasion.governingDay, end: occasion.endDay };
    const due = dueOf(plan.due, run, party, span);
    const outcome = ((): Outcome => {
      const out = outOf(occasion, span, party, run);
      if (out !== null) return notOwed(out, due);
      const when = decide(party, window, span);
      // A pending verdict may still become the one that the condition asks for.
      if (!when.holds && !when.isWaiting) return notOwed("What it depends on did not happen", due);
      if (due === null) return notOwed("Nothing says when it is due", due);
      const record = records.find((each) => !taken.has(each.row) && serves(each, span, due, run)) ?? null;
      if (record !== null) taken.add(record.row);
      return delivered(due, record, when.isWaiting, run);
    })();
    const [start, end] = [clock.startOfDay(span.start), clock.startOfDay(span.end)];
    const { label } = occasion;
    return termVerdict(
      { kind: "duty", plan, party, label, start, end, records: records.length, ...outcome },
      run,
    );
  });
}

function outOf({ beyondAgreement }: Occasion, span: DaySpan, party: number, run: Run): string | null {
  if (beyondAgreement) return "The period runs past the agreement's last day";
  const isActive = isActiveOn(run, party, span.start) && isActiveOn(run, party, span.end - 1);
  return isActive ? null : "The partner was not active throughout the period";
}

/** Is a record dated at or after the span's end, and in time? */
function serves(record: HumanRecord, span: DaySpan, due: Due, { clock }: Run): boolean {
  const isAfter = record.isDay ? record.day >= span.end : record.instant >= clock.startOfDay(span.end);
  return isAfter && isInTime(record, due);
}

/** `when CONDITION`, over verdicts in the span and metrics measured over it. */
function whenTest(
  { when }: DutyPlan<string>,
  { run, rules, patterns, metrics, windows, verdictIn }: DutySurroundings,
): (
  party: number,
  window: number,
  span: DaySpan,
) => { readonly holds: boolean; readonly isWaiting: boolean } {
  const rule = rules.find(({ name }) => name === when?.decision);
  if (when === null || rule === undefined) return () => ({ holds: true, isWaiting: false });
  const width = windows?.occasions.length ?? 0;
  return (party, window, span) => {
    const read = new Map(when.verdicts.map((name) => [name, verdictIn(name, party, span)]));
    const test = ruleTest(
      rule,
      (fact) => {
        const [kind = "", name = ""] = fact.split(":");
        if (kind === "verdict") return factColumn(1, () => read.get(name) ?? null);
        const facts = metrics.get(name)?.();
        if (facts === undefined) return null;
        return factColumn(1, () => rounded(facts.value(party * width + window), facts.plan, run));
      },
      patterns,
    );
    return { holds: test(0), isWaiting: [...read.values()].includes("pending") };
  };
}
