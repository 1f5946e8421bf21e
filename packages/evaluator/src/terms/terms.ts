/**
 * Terms: what an agreement may say beyond limits on the measured values of one party.
 *
 * A part of its own: pass `termEngine` as `terms` to `judge`. Limits relative to the other partners (`peers.ts`),
 * confidence (`confidence.ts`), ramp-ups (`ramp-ups.ts`), attestations and duties (`attestations.ts`, `duties.ts`).
 * `judge/terms.ts` says what judging asks of them; they measure what they need in the same pass (`measure/addition.ts`).
 */
import type { VerdictKind } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import {
  type Circumstances,
  PLAIN,
  type RunTerms,
  type Standing,
  type StandingTerms,
  type TermEngine,
  type Terms,
  type TermVerdict,
  type VerdictBook,
} from "../judge/terms.ts";
import type { Asking } from "../measure/addition.ts";
import type { MetricFacts } from "../measure/metric-facts.ts";
import { needOfPopulation } from "../measure/needed.ts";
import type { WindowSet } from "../measure/window-set.ts";
import type { DaySpan } from "../time/spans.ts";
import { type Attestation, attestationOf } from "./attestations.ts";
import { confidenceOf, type ValueUnits, valueUnits } from "./confidence.ts";
import { type Duty, dutyOf } from "./duties.ts";
import { peersOf } from "./peers.ts";
import { type FirstRows, firstRows, type RampUps, rampUpsOf } from "./ramp-ups.ts";
import { needRecords, type Records, recordsOf } from "./records.ts";

/** Judges by terms: the option `terms` of `judge`. */
export const termEngine: TermEngine = { of: termsOf };

function termsOf(bundle: Bundle): Terms {
  const { attestations, duties, rampUps } = bundle;
  let measured: Measured = {
    parties: () => 0,
    values: new Map(),
    rows: new Map(),
    records: new Map(),
    duties: new Map(),
  };
  return {
    metrics: duties.flatMap(({ when }) => when?.metrics ?? []),
    counted: [...attestations, ...duties]
      .filter(({ party }) => party === "partner")
      .map(({ recorded }) => recorded.dataset),
    needs(walk) {
      for (const { recorded } of [...attestations, ...duties]) needRecords(recorded, walk);
      for (const { valid, recorded } of attestations)
        if (valid?.kind === "until") walk.need(recorded.dataset, valid.field);
      for (const { runs } of rampUps) if (runs.kind === "until") needOfPopulation(runs.population, walk);
    },
    begin(asking) {
      measured = measuredOf(bundle, asking);
    },
    ties: () => [...measured.duties.values()].flatMap((duty) => tiesOf(duty, measured.parties())),
    in: (book) => runTerms(bundle, measured, book),
  };
}

/** What was asked for before rows were read. */
interface Measured {
  /** The places of parties in the run. */
  readonly parties: () => number;
  readonly values: ValueUnits;
  readonly rows: FirstRows;
  /** By attestation or duty. */
  readonly records: ReadonlyMap<string, Records | null>;
  readonly duties: ReadonlyMap<string, DutyMeasures>;
}

interface DutyMeasures {
  readonly windows: WindowSet | null;
  readonly metrics: ReadonlyMap<string, () => MetricFacts>;
}

function measuredOf(bundle: Bundle, asking: Asking): Measured {
  return {
    parties: () => asking.run.parties.size,
    values: valueUnits(bundle, asking),
    rows: firstRows(bundle, asking),
    records: new Map(
      [...bundle.attestations, ...bundle.duties].map(({ name, recorded, party }) => [
        name,
        recordsOf(recorded, party, asking),
      ]),
    ),
    duties: new Map(bundle.duties.map((plan) => [plan.name, dutyMeasures(plan, asking)])),
  };
}

/** Rows of which a metric of a duty asks which is newer while nothing tells, in all its spans. */
function tiesOf({ windows, metrics }: DutyMeasures, parties: number): ReturnType<Terms["ties"]> {
  const cells = parties * (windows?.occasions.length ?? 0);
  return [...metrics].map(([metric, facts]) => {
    const found = facts();
    return { metric, ties: Array.from({ length: cells }, (_, cell) => found.ties(cell)).flat() };
  });
}

/** What a duty after each span measures over its spans. */
function dutyMeasures({ due, when }: Bundle["duties"][number], asking: Asking): DutyMeasures {
  if (due.kind !== "after") return { windows: null, metrics: new Map() };
  const windows = asking.windows({ kind: "calendar", span: due.span }, null);
  const names = when?.metrics ?? [];
  return { windows, metrics: new Map(names.map((name) => [name, asking.metric(name, windows)])) };
}

function runTerms(bundle: Bundle, measured: Measured, book: VerdictBook): RunTerms {
  const { run, patterns } = book;
  const rampUps = rampUpsOf(bundle, run, patterns, measured.rows);
  const attestations = new Map(
    bundle.attestations.map((plan) => [
      plan.name,
      attestationOf(plan, measured.records.get(plan.name) ?? null, run),
    ]),
  );
  const duties = new Map<string, Duty>();
  const verdictIn = (name: string, party: number, span: DaySpan): VerdictKind | null =>
    verdictOfPeriod(name, party, span, book, attestations, duties);
  for (const plan of bundle.duties) {
    const { windows = null, metrics = new Map() } = measured.duties.get(plan.name) ?? {};
    const records = measured.records.get(plan.name) ?? null;
    duties.set(
      plan.name,
      dutyOf(plan, { run, rules: bundle.rules, patterns, records, windows, metrics, verdictIn }),
    );
  }
  return {
    of: (standing) => standingTerms(standing, measured, rampUps, duties),
    verdicts: (party) => [
      // §4.8.4: of several versions one attests, that of `as of`.
      ...(run.frame.seasons.governs(run.clock.dayOf(run.asOf)) ? [...attestations.values()] : [])
        .filter(({ concerns }) => concerns(party))
        .map((attestation) => attestation.verdict(party)),
      ...[...duties.values()]
        .filter(({ concerns }) => concerns(party))
        .flatMap((duty) => duty.verdicts(party)),
    ],
    attestationAt: (name, party, instant) => attestations.get(name)?.at(party, instant) ?? "not_applicable",
    suspendedAt: (party, instant) => suspendedBy(rampUps.running(party, instant)),
    isExcusedAt: (party, instant) =>
      rampUps.running(party, instant).some(({ suspends }) => suspends === null),
  };
}

function suspendedBy(running: ReturnType<RampUps["running"]>): ReadonlySet<string> {
  return new Set(running.flatMap(({ suspends }) => suspends ?? []));
}

/** The verdict of a name in a period (SPEC §3.7.5). */
function verdictOfPeriod(
  name: string,
  party: number,
  span: DaySpan,
  book: VerdictBook,
  attestations: ReadonlyMap<string, Attestation>,
  duties: ReadonlyMap<string, Duty>,
): VerdictKind | null {
  const { clock, asOf } = book.run;
  const attestation = attestations.get(name);
  if (attestation !== undefined) return attestation.at(party, Math.min(clock.startOfDay(span.end), asOf));
  const found = (
    duties
      .get(name)
      ?.verdicts(party)
      .map(({ verdict, endDay }) => ({ verdict: verdict.verdict, endDay })) ??
    book.verdictsOf(name, party).map(({ verdict, occasion }) => ({ verdict, endDay: occasion.endDay }))
  ).filter(({ endDay }) => endDay > span.start && endDay <= span.end);
  const worst = (["missed", "pending", "met"] as const).find((kind) =>
    found.some(({ verdict }) => verdict === kind),
  );
  return worst ?? found[found.length - 1]?.verdict ?? null;
}

function standingTerms(
  standing: Standing,
  measured: Measured,
  rampUps: RampUps,
  duties: ReadonlyMap<string, Duty>,
): StandingTerms {
  const { standard, lines, run } = standing;
  const peers = peersOf(standing);
  const confidence = confidenceOf(standard, lines, measured.values, run);
  const counting = [...duties.values()].filter(({ plan }) => plan.missedCounts === standard.name);
  const known = new Map<number, Circumstances>();
  return {
    fact(name, line, group) {
      if (!name.startsWith("confident:")) return peers.fact(name);
      return confidence.ofRule(name.slice("confident:".length), line, group);
    },
    awaitsPeers: peers.awaits,
    circumstances(cell) {
      const found = known.get(cell) ?? circumstancesOf(cell, standing, rampUps, counting);
      known.set(cell, found);
      return found;
    },
    limit(plan, row, group, cell) {
      const relative = peers.limit(plan.metric, row, cell);
      if (relative !== null || standard.confidence === null) return relative;
      return confidence.terms(plan.metric, row, standing.lineAt(cell), group, cell);
    },
  };
}

function circumstancesOf(
  cell: number,
  { standard, lines, occasionOf, run }: Standing,
  rampUps: RampUps,
  counting: readonly Duty[],
): Circumstances {
  const party = Math.floor(cell / (lines[0]?.windows.occasions.length ?? 1));
  const { span, endDay, label } = occasionOf(cell);
  const running =
    standard.party === "brand" ? [] : rampUps.running(party, run.clock.startOfDay(span?.start ?? endDay));
  const duties = counting
    .flatMap((duty) => duty.verdicts(party))
    .filter(({ verdict }: TermVerdict) => verdict.period.label === label)
    .map(({ verdict }) => verdict);
  if (running.length + duties.length === 0) return PLAIN;
  return {
    excusedBy: running.find(({ suspends }) => suspends === null)?.name ?? null,
    suspendedBy: running.find(({ suspends }) => suspends !== null)?.name ?? null,
    suspends: suspendedBy(running),
    missedBy: duties.find(({ verdict }) => verdict === "missed")?.standard ?? null,
    awaitedDuty: duties.find(({ verdict }) => verdict === "pending")?.standard ?? null,
  };
}
