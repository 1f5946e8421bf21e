/**
 * The part of an agreement that a test is about, as small bundles.
 *
 * *Judged* is what a verdict or finding is expected of and what that reads, and nothing else: rows that a person
 * invents for one standard would otherwise have to satisfy all of them (a mystery visit needs a score, a survey a
 * department), and an undecided tie in a metric that the test never mentions would spoil it. *Attested* are the
 * attestations of which a verdict is expected, which are judged at an instant of their own. *Measured* are the metrics
 * of which a value is expected, each over the expected period itself, for every party, without gates and exclusions
 * (SPEC §3.12.17).
 */
import {
  type Bundle,
  type CalendarUnit,
  formatDay,
  type MetricPlan,
  type ModelParts,
  type PartnersPlan,
  type Parts,
  type StandardPlan,
} from "@tenet-lang/evaluator";
import { periodKind } from "../check/civil.ts";
import type { ExpectModel, Model, StandardModel, TestModel } from "../check/model.ts";
import { periodDays } from "./periods.ts";
import { readsOf, withParts } from "./reads.ts";

export interface TestedPart {
  readonly standards: readonly StandardModel[];
  /** What stands beside standards, as far as it is judged. */
  readonly parts: ModelParts;
  /** Metrics that all this reads or that a value is expected of, with the metrics that those are made of. */
  readonly metrics: readonly MetricPlan[];
  /** Null where no verdict but of attestations, and no finding, is expected. */
  readonly judged: Bundle | null;
  /** Null where no verdict of an attestation is expected. */
  readonly attested: Bundle | null;
  /** Null where no value is expected. */
  readonly measured: Bundle | null;
}

/** What a test's expectations are about. */
export function testedPart(model: Model, bundle: Bundle, test: TestModel): TestedPart {
  const values = test.expects.filter(({ kind }) => kind === "metric");
  const judged = test.expects.filter(({ kind }) => kind !== "metric").map(({ subject }) => subject);
  const isAttestation = (subject: string): boolean => model.attestations.some(({ name }) => name === subject);
  const attested = new Set(judged.filter(isAttestation));
  const reads = readsOf(
    model,
    judged.filter((subject) => !isAttestation(subject)),
  );
  const read = withParts(reads.metrics, model.metrics);
  const expected = withParts(
    values.map(({ subject }) => subject),
    model.metrics,
  );
  const whole = withPartners(bundle);
  return {
    standards: model.standards.filter(({ name }) => reads.names.has(name)),
    parts: partsNamed(model, new Set([...reads.names, ...attested])),
    metrics: [...new Set([...read, ...expected])],
    judged: reads.names.size === 0 ? null : judgingBundle(whole, reads.names, read),
    attested: attested.size === 0 ? null : judgingBundle(whole, attested, []),
    measured: values.length === 0 ? null : measuringBundle(whole, values, expected),
  };
}

/** The name of the standard that measures a metric over periods of one kind, in the measuring bundle. */
export function measuringStandard({ subject, period }: ExpectModel): string {
  return `${subject} each ${periodKind(period)}`;
}

/** A test lists its partners, or they are listed for it (SPEC §3.12.14), also where the agreement has no list. */
function withPartners(bundle: Bundle): Bundle {
  if (bundle.partners !== null) return bundle;
  const { origin } = bundle.agreement;
  const key = {
    name: "key",
    type: { kind: "text" },
    optional: false,
    personal: false,
    columns: ["key"],
    origin,
  } as const;
  const partners: PartnersPlan = { source: "", key: key.name, active: null, fields: [key], origin };
  return { ...bundle, partners };
}

function judgingBundle(bundle: Bundle, names: ReadonlySet<string>, metrics: readonly MetricPlan[]): Bundle {
  return {
    ...bundle,
    ...partsNamed(bundle, names),
    standards: bundle.standards.filter(({ name }) => names.has(name)),
    metrics: bundle.metrics.filter(({ name }) => metrics.some((metric) => metric.name === name)),
    amendments: bundle.amendments.filter(({ standard }) => names.has(standard)),
  };
}

/** The parts of these names. Ramp-ups concern whatever is judged; of what they suspend the rest is not there. */
function partsNamed<When>(parts: Parts<When>, names: ReadonlySet<string>): Parts<When> {
  const own = <T extends { readonly name: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ name }) => names.has(name));
  return {
    rampUps: parts.rampUps.map((rampUp) => ({
      ...rampUp,
      suspends: rampUp.suspends?.filter((name) => names.has(name)) ?? null,
    })),
    attestations: own(parts.attestations),
    duties: own(parts.duties).map((duty) => ({
      ...duty,
      missedCounts: names.has(duty.missedCounts ?? "") ? duty.missedCounts : null,
    })),
    credits: own(parts.credits),
    bonuses: own(parts.bonuses),
    points: own(parts.points),
    escalations: own(parts.escalations),
    ratchets: own(parts.ratchets),
    scorecards: own(parts.scorecards),
    tiers: own(parts.tiers),
    touchpoints: parts.touchpoints,
    reports: parts.reports,
  };
}

function measuringBundle(
  bundle: Bundle,
  values: readonly ExpectModel[],
  metrics: readonly MetricPlan[],
): Bundle {
  const { agreement, partners } = bundle;
  const spans = values.flatMap(({ period }) => periodDays(period, agreement.yearStarts) ?? []);
  const from = formatDay(Math.min(...spans.map(({ start }) => start)));
  const until = formatDay(Math.max(...spans.map(({ end }) => end)));
  const standards = new Map<string, StandardPlan>();
  for (const value of values) {
    const span = periodKind(value.period);
    const name = measuringStandard(value);
    if (span !== null)
      standards.set(name, measuring(name, value.subject, span, partyOf(bundle, value.subject)));
  }
  return {
    ...bundle,
    agreement: { ...agreement, effective: { from, until } },
    partners: partners === null ? null : { ...partners, active: null },
    ...partsNamed(bundle, new Set()),
    rampUps: [],
    standards: [...standards.values()],
    metrics: bundle.metrics.filter(({ name }) => metrics.some((metric) => metric.name === name)),
    exclusions: [],
    amendments: [],
    rules: [],
  };
}

/** A standard that asks for nothing and reads one metric. */
function measuring(
  name: string,
  metric: string,
  span: CalendarUnit,
  party: StandardPlan["party"],
): StandardPlan {
  return {
    name,
    label: metric,
    party,
    owes: party,
    covers: [],
    scope: [],
    gates: [],
    gateMetrics: [],
    requires: [],
    warnings: [],
    warningMetrics: [metric],
    measured: [{ window: { kind: "calendar", span }, when: null, metrics: [] }],
    assessed: null,
    needs: null,
    excluding: [],
    missingData: null,
    confidence: null,
    because: null,
    origin: { file: "", line: 1, text: "" },
  };
}

/** Whose rows a metric reads; all of its datasets belong to partners, or none does. */
export function partyOf({ datasets, clocks, metrics }: Bundle, metric: string): StandardPlan["party"] {
  const named = withParts([metric], metrics).flatMap(({ form }) => {
    if (form.kind === "share" || form.kind === "rate") return [form.denominator.dataset];
    if (form.kind === "time_outside") return [form.clock];
    return "population" in form ? [form.population.dataset] : [];
  });
  const read = named.map((name) => clocks.find((clock) => clock.name === name)?.on ?? name);
  return datasets.some(({ name, partner }) => read.includes(name) && partner === null) ? "brand" : "partner";
}
