/** Points for each verdict of a standard (SPEC §3.7.22 to §3.7.24). */
import type { PointsPlan, RuleName } from "../bundle/consequence-plan.ts";
import { type Exact, formatExact, fromText } from "../exact/ratio.ts";
import { listed, valueWords } from "../explain/words.ts";
import type { PointsFinding } from "../judge/finding.ts";
import { asRatio, isZero, reduced, sumOf, ZERO } from "./amounts.ts";
import type { Decisions, FactReader } from "./decision.ts";
import { eventWords } from "./event-words.ts";
import { eventHolds, isJudged } from "./events.ts";
import { dataReason, headOf, placeOf, provisionalReasons } from "./finding.ts";
import { governsVerdict } from "./governing.ts";
import { type Line, totalOf, written } from "./lines.ts";
import type { Reading, Site, VerdictFact } from "./reading.ts";

type Plan = PointsPlan<RuleName>;

/** A verdict of one version, at which its points are given. */
interface Turn extends Site<Plan> {
  readonly series: readonly VerdictFact[];
  readonly at: number;
  readonly fact: VerdictFact;
  /** Are the verdicts up to this one final? */
  readonly isSettled: boolean;
}

/** The findings of one party, in the order of the verdicts; each version gives points for those that it judged. */
export function pointsFindings(sites: readonly Site<Plan>[]): readonly PointsFinding[] {
  const turns = sites.flatMap(turnsOf).sort((a, b) => a.fact.end - b.fact.end || a.fact.start - b.fact.start);
  let total = ZERO;
  return turns.map(({ plan, reading, decisions, series, at, fact, isSettled }) => {
    const band = bandOf(plan, fact, decisions);
    const isDoubled = band !== null && isDoubledAt(plan, series, at, reading, decisions);
    const found = valueWordsOf(plan, fact, reading, decisions);
    const lines = band === null ? [] : linesOf(plan, band, isDoubled, fact, found);
    const points = totalOf(lines);
    total = sumOf([total, points]);
    const isProvisional = !isSettled;
    const value = band === null ? null : pointsWords(points);
    return {
      kind: "points",
      ...headOf(plan, fact, reading),
      value,
      exact: band === null ? null : asRatio(points),
      provisional: isProvisional,
      lines: lines.map(written),
      details: { band, doubled: isDoubled, total: pointsWords(total) },
      reasons: [
        reasonOf(plan, fact, band, points, reading),
        ...doubledReasons(plan, isDoubled),
        `${countWords(total)} so far`,
        ...provisionalReasons(isProvisional, fact, reading.frame),
        ...(isZero(points) ? [] : [dataReason(reading.frame)]),
      ],
      origin: placeOf(plan),
    };
  });
}

function turnsOf(site: Site<Plan>): readonly Turn[] {
  const { plan, reading } = site;
  const series = reading.verdicts(plan.on);
  // The sum so far adds up all of them, so it rests on all of them.
  let isSettled = true;
  return series.flatMap((fact, at) => {
    isSettled &&= fact.isSettled && fact.end <= reading.frame.asOf;
    return governsVerdict(fact, reading) ? [{ ...site, series, at, fact, isSettled }] : [];
  });
}

/** Place of the first band that holds; null where no points are given. */
function bandOf(plan: Plan, fact: VerdictFact, decisions: Decisions): number | null {
  if (!isJudged(fact)) return null;
  const read: FactReader = (name) => fact.metric(name.slice("metric:".length)).compared;
  const band = plan.bands.findIndex(({ when }) => decisions(when).holds(read));
  if (band < 0) return null;
  const isOtherwise = plan.bands[band]?.when === null;
  const lacksValue = plan.bands.some(({ when }) => decisions(when).facts.some((name) => read(name) === null));
  // A verdict that is met without a value has nothing that a band could read.
  return isOtherwise && lacksValue && fact.verdict === "met" ? null : band;
}

function isDoubledAt(
  { doubled }: Plan,
  series: readonly VerdictFact[],
  at: number,
  reading: Reading,
  decisions: Decisions,
): boolean {
  return doubled !== null && eventHolds(decisions(doubled.when), series, at, reading.frame.yearStarts);
}

/** `Service is up 96.5%`: the values that the bands read. */
function valueWordsOf(plan: Plan, fact: VerdictFact, reading: Reading, decisions: Decisions): string {
  const names = new Set(plan.bands.flatMap(({ when }) => decisions(when).facts));
  const metrics = [...names].map((name) => name.slice("metric:".length));
  return listed(
    metrics.map((name) => {
      const { compared } = fact.metric(name);
      const value = compared === null ? "without a value" : valueWords(compared, reading.metricUnit(name));
      return `${reading.nameOf(name)} ${value}`;
    }),
  );
}

function linesOf(
  plan: Plan,
  band: number,
  isDoubled: boolean,
  fact: VerdictFact,
  values: string,
): readonly Line[] {
  const found = plan.bands[band];
  if (found === undefined) return [];
  const amount = fromText(found.points);
  const { origin } = found;
  const line: Line = {
    what: "band",
    of: fact.name,
    period: fact.label,
    amount,
    text: `${values}: ${origin.text}`,
    origin,
  };
  if (!isDoubled) return [line];
  return [line, { ...line, what: "doubled", text: "Once more, because it is doubled" }];
}

const MOST_DECIMALS = 38;

/** Points are decimals as somebody wrote them, so they are never cut off. */
export function pointsWords(points: Exact): string {
  const { denominator } = reduced(points);
  let decimals = 0;
  while (decimals < MOST_DECIMALS && 10n ** BigInt(decimals) % denominator !== 0n) decimals += 1;
  return formatExact(points, decimals);
}

function countWords(points: Exact): string {
  const words = pointsWords(points);
  return `${words} ${words === "1" ? "point" : "points"}`;
}

function reasonOf(
  plan: Plan,
  fact: VerdictFact,
  band: number | null,
  points: Exact,
  reading: Reading,
): string {
  const name = reading.nameOf(plan.on);
  if (band === null) {
    const verdict = fact.verdict.replaceAll("_", " ");
    return isJudged(fact)
      ? `No points for ${fact.label}: there is no value to read`
      : `No points for ${fact.label}: ${name} is ${verdict}`;
  }
  return `${countWords(points)} for ${fact.label}: ${name} is ${fact.verdict}`;
}

function doubledReasons({ doubled }: Plan, isDoubled: boolean): readonly string[] {
  if (!isDoubled || doubled === null) return [];
  return [`Doubled, because it was ${eventWords(doubled)}`];
}
