/** Scorecards: metrics scaled to 0 to 100, weighted and added up (SPEC §3.7.35, §3.7.36). */
import type { ScorecardPlan } from "../bundle/consequence-plan.ts";
import {
  type Exact,
  exact,
  formatExact,
  fromText,
  roundHalfUp,
  subtractExact,
  toText,
} from "../exact/ratio.ts";
import { valueWords } from "../explain/words.ts";
import type { ScorecardFinding } from "../judge/finding.ts";
import { isExact } from "../measure/facts.ts";
import type { Occasion } from "../time/windows.ts";
import { asRatio, productOf, quotientOf, reduced } from "./amounts.ts";
import { dataReason, headOf, placeOf, provisionalReasons, type Stretch } from "./finding.ts";
import { type Line, totalOf, written } from "./lines.ts";
import type { Reading } from "./reading.ts";

/** A window of a scorecard: its occasion, and the days that it covers. */
export interface ScoreWindow {
  readonly occasion: Occasion;
  readonly days: { readonly start: number; readonly end: number };
}

/** A score, as tiers read it. */
export interface Score {
  readonly stretch: Stretch;
  /** Exact; null where there is none. */
  readonly score: Exact | null;
  /** As comparisons read it. */
  readonly compared: Exact | null;
  /** The same for people, where the agreement rounds; else null. */
  readonly rounded: ScorecardFinding["details"]["rounded"];
  readonly isProvisional: boolean;
  readonly lines: readonly Line[];
  readonly reason: string | null;
}

/** The scores of one party by one version, in the order of their windows. */
export function scoresOf(
  plan: ScorecardPlan,
  windows: readonly ScoreWindow[],
  reading: Reading,
): readonly Score[] {
  return windows.map((window) => scoreOf(plan, window, reading));
}

/** By the ends of their windows, then by their beginnings (SPEC §3.7.39). */
export function inOrderOfWindows({ stretch: a }: Score, { stretch: b }: Score): number {
  return a.end - b.end || a.start - b.start;
}

function scoreOf(plan: ScorecardPlan, { occasion, days }: ScoreWindow, reading: Reading): Score {
  const { clock, asOf } = reading.frame;
  const stretch: Stretch = {
    label: occasion.label,
    firstDay: days.start,
    endDay: occasion.endDay,
    start: clock.startOfDay(days.start),
    end: clock.startOfDay(occasion.endDay),
  };
  const measured = plan.weights.map((weight) => ({
    weight,
    fact: reading.metric(weight.metric, days, occasion.endDay, occasion.endDay),
  }));
  const reason = unscored(plan, occasion, stretch, reading);
  const isMeasured = reason === null;
  const isProvisional = stretch.end > asOf || (isMeasured && measured.some(({ fact }) => !fact.isFinal));
  const lines = measured.flatMap(({ weight, fact }) =>
    isExact(fact.value) ? [lineOf(weight, fact.value, reading)] : [],
  );
  const lacking = measured.find(({ fact }) => !isExact(fact.value));
  if (!isMeasured || lacking !== undefined) {
    const name = reading.nameOf(lacking?.weight.metric ?? "");
    const why = reason ?? `No score for ${occasion.label}: ${name} has no value`;
    return { stretch, score: null, compared: null, rounded: null, isProvisional, lines: [], reason: why };
  }
  const score = reduced(totalOf(lines));
  const decimals = reading.decimalsOf({ kind: "number" });
  const compared = decimals === null ? score : roundHalfUp(score, decimals);
  const rounded = decimals === null ? null : { ...toText(compared), text: formatExact(compared, 6) };
  return { stretch, score, compared, rounded, isProvisional, lines, reason: null };
}

/** Why there is no score whatever the metrics say. */
function unscored(
  plan: ScorecardPlan,
  occasion: Occasion,
  stretch: Stretch,
  reading: Reading,
): string | null {
  if (occasion.beyondAgreement) return "The period runs past the agreement's last day";
  const [first, last] =
    occasion.span === null
      ? [occasion.governingDay, occasion.governingDay]
      : [occasion.span.start, occasion.span.end - 1];
  if (!reading.isActive(first, last)) return "The partner was not active throughout the period";
  const instant = occasion.span === null ? stretch.end : stretch.start;
  if (reading.isExcused(instant)) return "The partner is excused while it starts up";
  return reading.isSuspended(plan.name, instant) ? "The scorecard rests while the partner starts up" : null;
}

function lineOf(weight: ScorecardPlan["weights"][number], value: Exact, reading: Reading): Line {
  const percent = fromText(weight.percent);
  const unit = reading.metricUnit(weight.metric);
  const points = scaledPoints(value, fromText(weight.from), fromText(weight.to));
  const name = reading.nameOf(weight.metric);
  return {
    what: "weight",
    of: weight.metric,
    factors: [percent, points],
    text: `${name} ${valueWords(value, unit)}: ${valueWords(percent, { kind: "percent" })} of ${formatExact(points)}`,
    origin: weight.origin,
  };
}

/** 100 × (value − from) / (to − from), not below 0 and not above 100. */
function scaledPoints(value: Exact, from: Exact, to: Exact): Exact {
  const share = quotientOf(subtractExact(value, from), subtractExact(to, from));
  const points = productOf([exact(100n, 1n), share]);
  if (points.numerator < 0n) return exact(0n, 1n);
  return points.numerator > 100n * points.denominator ? exact(100n, 1n) : points;
}

/** The findings of one party, by one version. */
export function scorecardFindings(
  plan: ScorecardPlan,
  windows: readonly ScoreWindow[],
  reading: Reading,
): readonly ScorecardFinding[] {
  return scoresOf(plan, windows, reading).map(
    ({ stretch, score, compared, rounded, isProvisional, lines, reason }) => ({
      kind: "scorecard",
      ...headOf(plan, stretch, reading),
      value: score === null ? null : formatExact(score),
      exact: score === null ? null : asRatio(score),
      provisional: isProvisional,
      lines: lines.map(written),
      details: { rounded },
      reasons: [
        reason ?? `${formatExact(compared ?? exact(0n, 1n))} of 100 for ${stretch.label}`,
        ...provisionalReasons(isProvisional, stretch, reading.frame),
        ...(score === null ? [] : [dataReason(reading.frame)]),
      ],
      origin: placeOf(plan),
    }),
  );
}
