/** Tiers, for the reference (§3.7.37 to §3.7.40): the first level whose condition is true. */
import type { Condition, TiersPlan } from "@tenet-lang/evaluator";
import { counts, type Sight } from "../conditions.ts";
import { metricSight } from "../limits.ts";
import { type Measured, measure } from "../metrics.ts";
import type { Rational } from "../rational.ts";
import { activeThroughout } from "../standards.ts";
import { showInstant, startOfDay } from "../time.ts";
import { metricOf, viewOf } from "../views.ts";
import { type Occasion, occasions } from "../windows.ts";
import { type ReferenceFinding, shownRatio } from "./finding.ts";
import { isFinal, type ReadAt, type Reader, readAt, readersOf, stretchOf } from "./reader.ts";
import type { Score } from "./scorecards.ts";
import { type Found, found, type Site } from "./site.ts";
import { spanOf } from "./spans.ts";
import { isSuspended } from "./suspended.ts";

type Plan = TiersPlan<Condition>;

/** `scores` are those of all versions. */
export const tiersFindings = (sites: readonly Site<Plan>[], scores: readonly Score[]): readonly Found[] =>
  sites.flatMap((site) => levelsOf(site, scores).map((finding) => found(site, finding)));

function levelsOf({ plan, world, book }: Site<Plan>, scores: readonly Score[]): readonly ReferenceFinding[] {
  const times = occasions(
    { kind: "rolling", count: 1, unit: "day", whole: false },
    plan.assessed,
    world.frame,
    () => null,
  );
  return readersOf(world, book, plan.party, plan.metrics).flatMap((reader) =>
    times.map((occasion) => levelAt(plan, reader, occasion, scores)),
  );
}

function levelAt(plan: Plan, reader: Reader, occasion: Occasion, scores: readonly Score[]): ReferenceFinding {
  const { world, partner, party, side } = reader;
  const { frame } = world;
  const instant = startOfDay(frame.zone, occasion.end);
  const before = spanOf(spanOf(occasion.end, plan.assessed.span, frame).first - 1, plan.assessed.span, frame);
  const verdictOf = (name: string) => readAt(reader, name, instant, occasion.label);
  const scoreOf = (name: string): Score | undefined =>
    scores.findLast(({ finding, end }) => finding.name === name && finding.party === party && end <= instant);
  // Certificates are read as they stand at D, whenever the metric's span ended (§4.3.24).
  const measured = { ...stretchOf(before), assessed: occasion.end };
  const view = viewOf(side, measured);
  const sight: Sight = {
    ...metricSight(side, view),
    verdict: (name) => verdictOf(name)?.verdict ?? null,
    score: (name) => scoreOf(name)?.read ?? null,
  };
  const isActive = partner === null || activeThroughout(world, partner, occasion);
  const isNew = isSuspended(plan.name, world, partner, instant);
  const says = [
    ...plan.verdicts.map((name) => saysSomething(verdictOf(name))),
    ...plan.scores.map((name) => sight.score?.(name) !== null),
    ...plan.metrics.map((name) => sight.metric(name) !== null),
  ];
  const level = plan.levels.find(({ when }) => counts(when, sight));
  const isOpen =
    plan.verdicts.some((name) => verdictOf(name)?.isProvisional === true) ||
    plan.scores.some((name) => scoreOf(name)?.finding.isProvisional === true) ||
    plan.metrics.some((name) => !isFinal(reader, name, before, measured));
  return {
    kind: "tiers",
    name: plan.name,
    party,
    period: occasion.label,
    start: showInstant(startOfDay(frame.zone, before.first)),
    end: showInstant(instant),
    value: isActive && !isNew && (says.length === 0 || says.includes(true)) ? (level?.name ?? null) : null,
    exact: null,
    isProvisional: isOpen,
    lines: [],
    details: {
      read: [
        ...plan.verdicts.map(
          (name) => `${name} ${wordOf(verdictOf(name))} ${verdictOf(name)?.label ?? null}`,
        ),
        ...plan.scores.map(
          (name) =>
            `${name} ${valueText(scoreOf(name)?.finding.exact ?? null)} ${scoreOf(name)?.finding.period ?? null}`,
        ),
        ...plan.metrics.map(
          (name) =>
            `${name} ${valueText(numberOf(measure(metricOf(world, name), view).value))} ${before.label}`,
        ),
      ].join("; "),
    },
  };
}

/** §3.7.40. */
const saysSomething = (read: ReadAt | null): boolean =>
  read !== null && read.verdict !== "not_applicable" && read.verdict !== "unjudged";

const wordOf = (read: ReadAt | null): string =>
  read === null || read.verdict === "unjudged" ? "null" : read.verdict;

const numberOf = (value: Measured["value"]): Rational | null =>
  value !== null && typeof value === "object" ? value : null;

const valueText = (value: Rational | null): string => (value === null ? "null" : shownRatio(value));
