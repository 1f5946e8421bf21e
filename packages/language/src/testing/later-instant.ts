/**
 * When a test without `as of` must look again (SPEC §3.12.20).
 *
 * Periods say when their windows end, but not when something is due in business days, or when a partner's own year
 * is over. That is known once it has been judged: then the test is judged anew at the instant at which all of it has
 * ended, is final, and due. Nor do they say which windows the rows of a finding read, which may be longer than its own
 * period (SPEC §3.7.14): as long as it is provisional, the next of them to become final is waited for.
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

/** What declarations are made of, by name. */
export interface Reading {
  /** The declarations that one reads, itself included. */
  readonly namesOf: (name: string) => ReadonlySet<string>;
  /** The metrics that it reads, also by those. */
  readonly metricsOf: (name: string) => readonly MetricPlan[];
}

/**
 * The instant at which all that was found of a test's expectations has ended, is final and due; where it is so already,
 * the next one at which a provisional finding may become final; else `asOf`.
 */
export function laterInstant(
  { expects }: TestModel,
  found: Found,
  reading: Reading,
  clock: ZoneClock,
  asOf: string,
): string {
  const now = instantNumber(asOf);
  const own = expects.flatMap((expect) => {
    const expected = expect.kind === "metric" ? undefined : expectedOf(expect, found);
    return expected === undefined ? [] : [{ name: expect.subject, expected }];
  });
  const ends = own.flatMap(({ name, expected }) =>
    instantsOf(expected, found, reading.metricsOf(name), clock),
  );
  const latest = Math.max(now, ...ends);
  if (latest > now) return formatInstant(latest);
  const awaited = own.flatMap(({ name, expected }) =>
    expected.provisional === true ? awaitedInstants(name, expected, found, reading, clock) : [],
  );
  const next = Math.min(...awaited.filter((instant) => instant > now));
  return Number.isFinite(next) ? formatInstant(next) : asOf;
}

/** When the verdicts become final that a finding may read and that share days with its period. */
function awaitedInstants(
  name: string,
  { party, period }: Expected,
  found: Found,
  reading: Reading,
  clock: ZoneClock,
): readonly number[] {
  const names = reading.namesOf(name);
  const [start, end] = [instantNumber(period.start), instantNumber(period.end)];
  const read = found.verdicts.filter(
    (verdict) =>
      names.has(verdict.standard) &&
      (verdict.party.key === party.key || verdict.party.kind === "brand") &&
      instantNumber(verdict.period.start) < end &&
      instantNumber(verdict.period.end) > start,
  );
  return read.flatMap((verdict) => instantsOf(verdict, found, reading.metricsOf(verdict.standard), clock));
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
