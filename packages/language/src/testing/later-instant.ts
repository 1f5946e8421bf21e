/**
 * When a test without `as of` must look again (SPEC §3.12.20).
 *
 * Periods say when their windows end, but not when something is due in business days, or when a partner's own year
 * is over. That is known once it has been judged: then the test is judged anew at the instant at which all of it has
 * ended, is final, and due.
 */
import {
  type Finding,
  finalInstant,
  formatInstant,
  type MetricPlan,
  parseInstant,
  type Verdict,
  type ZoneClock,
} from "@tenet-lang/evaluator";
import type { ExpectModel, TestModel } from "../check/model.ts";

/** What was found in a run. */
export interface Found {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

/** The instant at which all that was found of a test's expectations has ended, is final and due; never before `asOf`. */
export function laterInstant(
  { expects }: TestModel,
  found: Found,
  metricsOf: (expect: ExpectModel) => readonly MetricPlan[],
  clock: ZoneClock,
  asOf: string,
): string {
  const instants = expects.flatMap((expect) => {
    const own = expect.kind === "metric" ? undefined : expectedOf(expect, found);
    return own === undefined ? [] : instantsOf(own, found, metricsOf(expect), clock);
  });
  const latest = Math.max(instantNumber(asOf), ...instants);
  return latest === instantNumber(asOf) ? asOf : formatInstant(latest);
}

type Expected = Verdict | Finding;

function expectedOf(expect: ExpectModel, { verdicts, findings }: Found): Expected | undefined {
  const isOf = ({ party, period }: Expected): boolean =>
    party.key === expect.party && period.label === expect.period;
  return expect.kind === "finding"
    ? findings.find((finding) => finding.name === expect.subject && isOf(finding))
    : verdicts.find((verdict) => verdict.standard === expect.subject && isOf(verdict));
}

/** The end of its period, when its metrics are final, and when the duties up to it are due. */
function instantsOf(
  own: Expected,
  { verdicts }: Found,
  metrics: readonly MetricPlan[],
  clock: ZoneClock,
): readonly number[] {
  const { party, period } = own;
  const end = instantNumber(period.end);
  const dues = verdicts.filter(
    (verdict) =>
      verdict.kind === "duty" &&
      verdict.party.key === party.key &&
      verdict.verdict !== "not_applicable" &&
      verdict.period.lastDay <= period.lastDay,
  );
  return [
    end,
    ...dues.flatMap(({ due }) => (due === null ? [] : [instantNumber(due)])),
    ...metrics.map(({ final }) => finalInstant(clock.dayOf(end), final, clock)),
  ];
}

function instantNumber(text: string): number {
  return parseInstant(text) ?? Number.NEGATIVE_INFINITY;
}
