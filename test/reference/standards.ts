/**
 * Verdicts, for the reference (§4.1): one for every standard, party and window, in the order that the law gives.
 */

import type { VerdictKind, Window } from "@tenet-lang/evaluator";
import type { StandardModel } from "../../packages/language/src/check/model.ts";
import type { Value } from "./cells.ts";
import { counts, textOrder } from "./conditions.ts";
import { metricSight, missingByGroup, partnerSight } from "./limits.ts";
import { memory } from "./memo.ts";
import { type Measured, measure } from "./metrics.ts";
import { decide, groupKey, type Outcome } from "./outcome.ts";
import { sameValue } from "./parse.ts";
import type { View } from "./populations.ts";
import { isProvisional } from "./provisional.ts";
import { rampUpAt } from "./ramp-ups.ts";
import { metricsChoosing, metricsRead, populationsOf, withParts } from "./reads.ts";
import type { Row } from "./row.ts";
import { civilDayAt, showInstant, spanStart, startOfDay } from "./time.ts";
import type { PeerValues } from "./views.ts";
import {
  latestRows,
  metricOf,
  removedCases,
  removedRows,
  rowsIn,
  type Side,
  type Stretch,
  viewOf,
  type World,
} from "./views.ts";
import { finalInstant, type Occasion, occasions, rollingDays } from "./windows.ts";
import { textOf } from "./words.ts";

export interface ReferenceVerdict extends Outcome {
  readonly kind: "standard" | "attestation" | "duty";
  readonly standard: string;
  readonly party: string;
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly provisional: VerdictKind | null;
  readonly metrics: readonly MetricValue[];
  readonly used: number;
  readonly missing: number;
  readonly excluded: ReadonlyMap<string, number>;
  readonly isProvisional: boolean;
  /** Does a ramp-up run that suspends consequences? */
  readonly isRampUp: boolean;
  /** Of attestations and duties (§7.3.3); null of standards. */
  readonly due: string | null;
  readonly owed: boolean | null;
  /** The duty whose miss made the standard missed. */
  readonly missedBy: string | null;
  /** What rules are asked about: named facts of the whole window, and of each group. */
  readonly basis: Basis;
}

/** A metric that the standard reads, in the window as a whole or in a group. */
export interface MetricValue {
  readonly metric: string;
  readonly group: string | null;
  readonly value: Measured["value"];
  /** As people read it (§4.2.9). */
  readonly text: string | null;
  readonly missing: number;
  readonly outside: number;
}

/** Where a verdict came from, for checking the decisions that led to it. */
export interface Basis {
  readonly occasion: Occasion;
  readonly side: Side;
  readonly partner: string | null;
  /** Place of the `measured` line that was chosen; -1 where none was reached. */
  readonly line: number;
  readonly view: View;
  /** The view of each `measured` line that was asked, in order. */
  readonly asked: readonly View[];
  /** The view of each limit in each of its groups. */
  readonly groupViews: ReadonlyMap<string, View>;
}

/** What duties whose miss counts as a miss of the standard say of a party's window (§3.9.15). */
export type DutyMiss = (
  party: string,
  label: string,
) => { readonly missedBy: string | null; readonly isAwaited: boolean };

/** All verdicts of a standard, by party, the window's start and its label (§7.3.1). */
export function judgeStandard(
  standard: StandardModel,
  world: World,
  missOf: DutyMiss,
): readonly ReferenceVerdict[] {
  const partners = standard.party === "brand" ? [null] : [...world.tables.partners.keys()].sort(textOrder);
  const parties = partners.map((partner): Party => {
    const side = { world, partner, standard, removed: removedRows(world, standard, partner) };
    const times = occasions(windowOf(standard.measured[0]), standard.assessed, world.frame, (field) =>
      dayOfPartner(side, field),
    );
    return { side, times };
  });
  return parties.flatMap(({ side, times }) => {
    const others = parties.filter((party) => party.side !== side);
    const peers: Side["peers"] = (metric, by, occasion) => peersOf(metric, by, occasion, side, others);
    const verdicts = times.map((occasion) =>
      withDuties(judgeOne(standard, { ...side, peers }, occasion), missOf),
    );
    return verdicts.sort((a, b) => textOrder(a.start, b.start) || textOrder(a.period, b.period));
  });
}

/** §4.1.27: a duty that is missed comes before steps 4 to 6; one that is awaited makes what was measured provisional. */
function withDuties(verdict: Alone, missOf: DutyMiss): ReferenceVerdict {
  const { missedBy, isAwaited } = missOf(verdict.party, verdict.period);
  const { isMeasured, restDecides, ...found } = verdict;
  const judged = {
    ...found,
    ...({ kind: "standard", due: null, owed: null, missedBy: null } as const),
    isProvisional: found.isProvisional || (isMeasured && isAwaited),
  };
  return missedBy === null || !restDecides
    ? judged
    : { ...judged, verdict: "missed", provisional: null, isWarning: false, missedBy };
}

/** A verdict before duties. */
interface Alone extends Omit<ReferenceVerdict, "kind" | "due" | "owed" | "missedBy"> {
  /** Is it in scope? */
  readonly isMeasured: boolean;
  /** Do steps 1 to 3 let the rest decide? */
  readonly restDecides: boolean;
}

interface Party {
  readonly side: Side;
  readonly times: readonly Occasion[];
}

/** The civil date of a partner's field. */
function dayOfPartner(side: Side, field: string): number | null {
  const value = partnerSight(side).partner(field);
  if (value === null || typeof value !== "object") return null;
  if ("day" in value) return value.day;
  return "instant" in value ? civilDayAt(side.world.frame.zone, value.instant) : null;
}

const judgedAlone = memory<Alone>();

/** §4.5.1 to §4.5.5: what other partners have in the same window, if their verdict is reached by the limits. */
function peersOf(
  metric: string,
  by: string | null,
  occasion: Occasion,
  side: Side,
  others: readonly Party[],
): PeerValues {
  const fieldOf = (one: Side): Value | null => (by === null ? true : partnerSight(one).partner(by));
  const own = fieldOf(side);
  const alike = others.filter((party) => own !== null && sameValue(fieldOf(party.side), own));
  const found = alike.flatMap(({ side: other, times }) => {
    const same = sameWindow(occasion, times, side);
    return same === null
      ? []
      : [judgedAlone.of(other, same, "", () => judgeOne(other.standard, other, same))];
  });
  const values = found.flatMap(({ basis, isByLimits }) => {
    if (!isByLimits) return [];
    const { value } = measure(metricOf(side.world, metric), basis.view);
    return value !== null && typeof value === "object" ? [value] : [];
  });
  return {
    values: own === null ? null : values,
    isWaiting: found.some(({ verdict }) => verdict === "pending"),
  };
}

/** §4.5.2: the window of the same label; of partner years the one that begins in the same year of the agreement. */
function sameWindow(
  occasion: Occasion,
  times: readonly Occasion[],
  { world, standard }: Side,
): Occasion | null {
  if (windowOf(standard.measured[0]).kind !== "partner_year")
    return times.find(({ label }) => label === occasion.label) ?? null;
  const yearOf = ({ governs }: Occasion): number =>
    spanStart(governs, "year", world.frame.agreement.yearStarts);
  return times.findLast((one) => yearOf(one) === yearOf(occasion)) ?? null;
}

const windowOf = (line: StandardModel["measured"][number] | undefined): Window =>
  line?.window ?? { kind: "calendar", span: "month" };

function judgeOne(standard: StandardModel, side: Side, occasion: Occasion): Alone {
  const { world, partner } = side;
  const inScope = isInScope(standard, side, occasion);
  const asking = inScope ? side : unasked(side);
  const [line, asked] = chooseLine(standard, asking, occasion);
  const stretch = stretchOf(windowOf(standard.measured[line]), asking, occasion);
  const view = viewOf(asking, stretch);
  const nothing = {
    standard: standard.name,
    party: partner ?? "brand",
    period: occasion.label,
    start: showInstant(firstInstant(stretch, world)),
    end: showInstant(startOfDay(world.frame.zone, occasion.end)),
    verdict: "not_applicable",
    ...{ provisional: null, limits: [], smallGroups: [], metrics: [], isWarning: false },
    ...{ used: 0, missing: 0, excluded: new Map(), isProvisional: false, isByLimits: false, isRampUp: false },
    ...{ isMeasured: false, restDecides: false },
    basis: { occasion, side, partner, line, view, asked, groupViews: new Map<string, View>() },
  } as const;
  const rampUp = rampUpAt(side, occasion);
  const isRampUp = rampUp.suspended !== null;
  if (!inScope) return { ...nothing, isRampUp };
  const shownOf = (metric: string, group: string | null, seen: View): MetricValue => {
    const plan = metricOf(world, metric);
    const { value, missing, outside } = measure(plan, seen);
    return { metric, group, value, text: textOf(value, plan.unit), missing: missing.length, outside };
  };
  const metrics = metricsRead(standard).map((metric) => shownOf(metric, null, view));
  const counted = {
    ...nothing,
    isRampUp,
    isMeasured: true,
    metrics,
    ...rowCounts(standard, side, stretch, view),
  };
  const sight = metricSight(side, view);
  const { groupViews } = nothing.basis;
  const outcome = decide(standard, side, occasion, view, groupViews);
  const grouped = outcome.limits.flatMap(({ metric, group, requirement, alternative }) => {
    const seen = groupViews.get(groupKey(requirement, alternative, group));
    return group === null || seen === undefined ? [] : [shownOf(metric, group, seen)];
  });
  const measured = { ...counted, metrics: [...metrics, ...grouped] };
  if (!standard.gates.every((gate) => counts(gate, sight))) return measured;
  const judged = { ...measured, ...outcome };
  const isWaiting =
    world.frame.asOf < allFinal(standard, world, occasion) || waitsForPeers(standard, side, occasion);
  if (!isWaiting && !rampUp.excuses)
    return { ...judged, restDecides: true, provisional: outcome.verdict === "excused" ? "excused" : null };
  return {
    ...judged,
    isWarning: false,
    isByLimits: false,
    verdict: isWaiting ? "pending" : "excused",
    provisional: outcome.verdict,
  };
}

/** §4.5.3: is a partner, of a standard with a relative limit, not yet judged in the same window? */
function waitsForPeers(standard: StandardModel, side: Side, occasion: Occasion): boolean {
  const limits = standard.requires.flatMap(({ alternatives }) => alternatives);
  const rows = limits.flatMap((limit) => limit.rows.map(({ comparison }) => ({ limit, comparison })));
  const amended = side.world.model.amendments.filter((one) => one.standard === standard.name);
  const isRelative = [...rows, ...amended].some(({ comparison }) => !("values" in comparison));
  const [first] = limits;
  return isRelative && first !== undefined && (side.peers?.(first.metric, null, occasion).isWaiting ?? false);
}

/** §4.1.4: out of scope nothing is measured, so no tie matters; only the window's name and place are shown. */
const unasked = (side: Side): Side => ({ ...side, world: { ...side.world, refuse: () => {} } });

/** The first instant of a stretch of days; of a latest window, its oldest row's. */
function firstInstant(stretch: Stretch, { frame: { zone } }: World): number {
  if (stretch.kind === "days") return startOfDay(zone, stretch.first);
  return Math.min(
    startOfDay(zone, stretch.end),
    ...stretch.rows.map((row) => row.at ?? Number.POSITIVE_INFINITY),
  );
}

/** §4.1.5: when the rows of every metric that the standard reads have arrived. */
function allFinal(standard: StandardModel, { model, frame }: World, { end }: Occasion): number {
  const plans = [...metricsRead(standard), ...metricsChoosing(standard)].flatMap((name) =>
    withParts(model, name),
  );
  return Math.max(...plans.map((plan) => finalInstant(end, plan.final, frame.zone)));
}

/** §3.6 adaptive windows: the first line whose condition is true over its own window. */
function chooseLine(
  standard: StandardModel,
  side: Side,
  occasion: Occasion,
): readonly [number, readonly View[]] {
  const asked: View[] = [];
  for (const [at, line] of standard.measured.entries()) {
    if (line.when === null) return [at, asked];
    const view = viewOf(side, stretchOf(line.window, side, occasion));
    asked.push(view);
    if (counts(line.when, metricSight(side, view))) return [at, asked];
  }
  return [standard.measured.length - 1, asked];
}

function stretchOf(window: Window, side: Side, { end, periodStart }: Occasion): Stretch {
  switch (window.kind) {
    case "calendar":
    case "partner_year":
      return { kind: "days", first: periodStart ?? end, end, assessed: end };
    case "rolling":
      return { kind: "days", ...rollingDays(window, end, side.world.frame), assessed: end };
    case "latest":
      return latestRows(side, window.population, window.count, end);
  }
}

/** Rows of the datasets that the metrics read: used, with something missing, and removed by each exclusion. */
export function rowCounts(
  standard: StandardModel,
  side: Side,
  stretch: Stretch,
  view: View,
): Pick<ReferenceVerdict, "used" | "missing" | "excluded" | "isProvisional"> {
  const { model } = side.world;
  const names = metricsRead(standard);
  const used = new Set<Row>();
  const removed = new Set<Row>();
  for (const plan of names.flatMap((name) => withParts(model, name))) {
    if (plan.form.kind === "time_outside") {
      for (const row of view.coverage(plan.form.clock).cases) used.add(row);
      for (const row of removedCases(side, stretch, plan.form.clock)) removed.add(row);
    }
    for (const { dataset } of populationsOf(plan)) {
      for (const row of view.rows(dataset, plan.dated)) used.add(row);
      for (const row of rowsIn(side, stretch, dataset, plan.dated, true)) removed.add(row);
    }
  }
  const missing = new Set([
    ...names.flatMap((name) => measure(metricOf(side.world, name), view).missing),
    ...standard.requires.flatMap(({ alternatives }) =>
      alternatives.flatMap((limit) => missingByGroup(limit, side, view)),
    ),
  ]);
  const excluded = new Map<string, number>();
  for (const row of removed) {
    const by = side.removed.get(row) ?? "";
    excluded.set(by, (excluded.get(by) ?? 0) + 1);
  }
  return {
    used: used.size,
    missing: missing.size,
    excluded,
    isProvisional: isProvisional(standard, side, view, used),
  };
}

/** §4.1 `not_applicable`, but for the gate: scope, the agreement's end, and the partner's active dates (§4.3.5). */
function isInScope(standard: StandardModel, side: Side, occasion: Occasion): boolean {
  const { world, partner } = side;
  const isActive = partner === null || activeThroughout(world, partner, occasion);
  return (
    !occasion.runsPastAgreement &&
    isActive &&
    standard.scope.every((where) => counts(where, partnerSight(side)))
  );
}

export function activeThroughout(world: World, partner: string, occasion: Occasion): boolean {
  const [first, last] =
    occasion.periodStart === null
      ? [occasion.governs, occasion.governs]
      : [occasion.periodStart, occasion.end - 1];
  return isActiveOn(world, partner, first) && isActiveOn(world, partner, last);
}

/** §3.2.5; the brand is always active. */
export function isActiveOn({ model, tables }: World, partner: string | null, on: number): boolean {
  const active = model.partners?.active ?? null;
  if (active === null || partner === null) return true;
  const day = (field: string | null): number | null => {
    const value = field === null ? null : (tables.partners.get(partner)?.get(field) ?? null);
    return value !== null && typeof value === "object" && "day" in value ? value.day : null;
  };
  const [from, until] = [day(active.from), day(active.until)];
  return (from === null || from <= on) && (until === null || until >= on);
}
