/** Scorecards, for the reference (§3.7.35, §3.7.36): metrics scaled, weighted and added up. */
import type { ScorecardPlan } from "@tenet-lang/evaluator";
import { measure } from "../metrics.ts";
import { rampUpsAt } from "../ramp-ups.ts";
import {
  add,
  compare,
  divide,
  type Rational,
  rational,
  reduced,
  roundHalfUp,
  subtract,
  times,
} from "../rational.ts";
import { activeThroughout } from "../standards.ts";
import { showInstant, startOfDay } from "../time.ts";
import { metricOf, type Stretch, viewOf, type World } from "../views.ts";
import { type Occasion, occasions, rollingDays } from "../windows.ts";
import { textOf } from "../words.ts";
import { exact } from "./amounts.ts";
import { type Line, product, type ReferenceFinding } from "./finding.ts";
import { isFinal, type Reader, readersOf } from "./reader.ts";
import { type Found, found, type Site } from "./site.ts";

/** A finding, with the instants between which it is measured. */
export interface Score extends Found {
  readonly end: number;
  readonly start: number;
  /** As comparisons read it. */
  readonly read: Rational | null;
}

/** The scores of all versions, in the order of their windows. */
export const scoresOf = (sites: readonly Site<ScorecardPlan>[]): readonly Score[] =>
  sites.flatMap(scoresBy).sort((a, b) => a.end - b.end || a.start - b.start);

function scoresBy({ plan, world, book }: Site<ScorecardPlan>): readonly Score[] {
  const metrics = plan.weights.map(({ metric }) => metric);
  const times = occasions(plan.window, plan.assessed, world.frame, () => null);
  return readersOf(world, book, plan.party, metrics).flatMap((reader) =>
    times.map((occasion) => scoreAt(plan, reader, occasion)),
  );
}

function scoreAt(plan: ScorecardPlan, reader: Reader, occasion: Occasion): Score {
  const { world, partner } = reader;
  const { zone, agreement, asOf } = world.frame;
  const stretch = stretchAt(plan, occasion, world);
  const isActive = partner === null || activeThroughout(world, partner, occasion);
  const instant = startOfDay(zone, occasion.periodStart ?? occasion.end);
  const { excuses, suspended } = rampUpsAt(reader.side, instant);
  const isNew = excuses || suspended?.includes(plan.name) === true;
  const isMeasured = isActive && !isNew && !occasion.runsPastAgreement;
  const measured = linesOf(plan, reader, stretch);
  const lines = isMeasured ? measured : null;
  const score =
    lines === null ? null : reduced(lines.reduce((sum, { amount }) => add(sum, amount), rational(0)));
  const decimals = agreement.rounding;
  const rounded = score === null || decimals === null ? null : roundHalfUp(score, decimals);
  const [start, end] = [startOfDay(zone, stretch.first), startOfDay(zone, occasion.end)];
  const finding: ReferenceFinding = {
    kind: "scorecard",
    name: plan.name,
    party: reader.party,
    period: occasion.label,
    start: showInstant(start),
    end: showInstant(end),
    value: textOf(score, { kind: "number" }),
    exact: score,
    isProvisional:
      end > asOf ||
      (isMeasured && !plan.weights.every(({ metric }) => isFinal(reader, metric, occasion, stretch))),
    lines: lines ?? [],
    details: { rounded: rounded === null ? "null" : `${rounded.n}/${rounded.d}` },
  };
  return { ...found(reader, finding), start, end, read: rounded ?? score };
}

type Days = Stretch & { readonly kind: "days" };

function stretchAt({ window }: ScorecardPlan, { end, periodStart }: Occasion, { frame }: World): Days {
  const days =
    window.kind === "rolling" ? rollingDays(window, end, frame) : { first: periodStart ?? end, end };
  return { kind: "days", ...days, assessed: end };
}

/** One line for each metric; null where one has no value. */
function linesOf({ weights }: ScorecardPlan, reader: Reader, stretch: Days): readonly Line[] | null {
  const view = viewOf(reader.side, stretch);
  const lines = weights.flatMap(({ metric, percent, from, to }) => {
    const { value } = measure(metricOf(reader.world, metric), view);
    if (value === null || typeof value !== "object") return [];
    return [product("weight", [exact(percent), scaled(value, exact(from), exact(to))], metric)];
  });
  return lines.length < weights.length ? null : lines;
}

/** 100 × (value − A) / (B − A), from 0 to 100. */
function scaled(value: Rational, from: Rational, to: Rational): Rational {
  const part = divide(times(rational(100), subtract(value, from)), subtract(to, from));
  if (compare(part, rational(0)) < 0) return rational(0);
  return compare(part, rational(100)) > 0 ? rational(100) : part;
}
