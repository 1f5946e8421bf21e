/** Points, for the reference (§3.7.22 to §3.7.24). */
import type { Condition, PointsPlan } from "@tenet-lang/evaluator";
import { counts } from "../conditions.ts";
import { metricSight } from "../limits.ts";
import { add, type Rational, rational, reduced } from "../rational.ts";
import { exact } from "./amounts.ts";
import { eventHolds } from "./events.ts";
import { type Line, plain, type ReferenceFinding, shownRatio } from "./finding.ts";
import { givesAt } from "./governing.ts";
import { type Reader, readersOf } from "./reader.ts";
import { metricNames } from "./sentences.ts";
import { byParty, type Found, found, type Site } from "./site.ts";
import type { Judged } from "./verdicts.ts";

type Plan = PointsPlan<Condition>;

/** One finding for each verdict of the standard, given by the version that judged it. */
export function pointsFindings(sites: readonly Site<Plan>[]): readonly Found[] {
  const parties = byParty(sites, ({ plan, world, book }) => readersOf(world, book, plan.party, []));
  return parties.flatMap((readers) => {
    let total = rational(0);
    const turns = readers.flatMap(({ site, reader }) => {
      const line = site.book.of(site.plan.on, reader.party);
      return line
        .map((verdict, at) => ({ site, reader, line, verdict, at }))
        .filter(({ verdict }) => givesAt(verdict, site.world.frame));
    });
    const inOrder = turns.sort(({ verdict: a }, { verdict: b }) => a.end - b.end || a.start - b.start);
    return inOrder.map(({ site, reader, line, verdict, at }) => {
      const { plan, world } = site;
      const band = bandOf(plan, reader, verdict);
      const isDoubled =
        band !== null &&
        plan.doubled !== null &&
        eventHolds(plan.doubled, line.slice(0, at + 1), world.frame);
      const points =
        band === null ? null : exact(plan.bands[band]?.points ?? { numerator: "0", denominator: "1" });
      const sum = points === null ? null : isDoubled ? add(points, points) : points;
      total = add(total, sum ?? rational(0));
      const isOpen = line.slice(0, at + 1).some(({ isProvisional }) => isProvisional);
      return found(site, findingOf(plan, reader, verdict, { isOpen, band, isDoubled, points, sum, total }));
    });
  });
}

/** The place of the band that holds; null where no points are given. */
function bandOf({ bands }: Plan, { side }: Reader, { verdict, isJudged, source }: Judged): number | null {
  if (!isJudged) return null;
  const sight = metricSight(side, source.basis.view);
  const at = bands.findIndex(({ when }) => counts(when, sight));
  const isOtherwise = bands[at]?.when === null;
  const lacksValue = bands.some(
    ({ when }) => when !== null && metricNames(when).some((name) => sight.metric(name) === null),
  );
  return verdict === "met" && isOtherwise && lacksValue ? null : at;
}

interface Given {
  readonly band: number | null;
  readonly isDoubled: boolean;
  /** May a verdict up to this one still change? */
  readonly isOpen: boolean;
  readonly points: Rational | null;
  readonly sum: Rational | null;
  readonly total: Rational;
}

function findingOf(plan: Plan, { party, world }: Reader, verdict: Judged, given: Given): ReferenceFinding {
  const { band, isDoubled, points, sum, total } = given;
  const line = (what: string): readonly Line[] =>
    points === null ? [] : [{ ...plain(what, points), of: plan.on, period: verdict.label }];
  const lines = [...line("band"), ...(isDoubled ? line("doubled") : [])];
  return {
    kind: "points",
    name: plan.name,
    party,
    period: verdict.label,
    start: verdict.source.start,
    end: verdict.source.end,
    value: null,
    exact: sum === null ? null : reduced(sum),
    isProvisional: given.isOpen || verdict.end > world.frame.asOf,
    lines,
    details: { band: String(band), doubled: String(isDoubled), total: shownRatio(total) },
  };
}
