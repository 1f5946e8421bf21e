/** Ratchets: what a limit might rise to after it was beaten often enough (SPEC §3.7.32 to §3.7.34). */
import type { RatchetPlan, RuleName } from "../bundle/consequence-plan.ts";
import { compareExact, type Exact, exact, fromText, roundHalfUp, subtractExact } from "../exact/ratio.ts";
import { valueWords } from "../explain/words.ts";
import type { RatchetFinding } from "../judge/finding.ts";
import { isExact } from "../measure/facts.ts";
import { asRatio, isZero, productOf, reduced, sumOf } from "./amounts.ts";
import { eventWords } from "./event-words.ts";
import { eventHolds, lastJudged } from "./events.ts";
import { dataReason, headOf, placeOf, provisionalReasons } from "./finding.ts";
import { governsVerdict } from "./governing.ts";
import { type Line, totalOf, written } from "./lines.ts";
import type { Reading, Site, VerdictFact } from "./reading.ts";

type Plan = RatchetPlan<RuleName>;

/** What is proposed at a verdict at which the event holds. */
interface Proposal {
  readonly limit: Exact | null;
  readonly average: Exact | null;
  readonly isCapped: boolean;
  /** Empty where nothing stricter than the limit comes out. */
  readonly lines: readonly Line[];
}

/** The findings of one party; each version proposes at the verdicts that it judged. */
export function ratchetFindings(sites: readonly Site<Plan>[]): readonly RatchetFinding[] {
  return sites.flatMap(proposalsOf);
}

/** One version's findings, in the order of the verdicts. */
function proposalsOf({ plan, reading, decisions }: Site<Plan>): readonly RatchetFinding[] {
  const series = reading.verdicts(plan.on);
  const { yearStarts } = reading.frame;
  const decision = decisions(plan.when.when);
  let held = false;
  let isSettled = true;
  return series.flatMap((fact, at) => {
    const holds = eventHolds(decision, series, at, yearStarts);
    const isOurs = governsVerdict(fact, reading);
    const proposal = holds && isOurs ? proposalAt(plan, series, at, reading) : null;
    const begins = holds && !held;
    held = holds;
    isSettled &&= fact.isSettled && fact.end <= reading.frame.asOf;
    return isOurs ? [findingOf(plan, fact, proposal, begins, !isSettled, reading)] : [];
  });
}

function findingOf(
  plan: Plan,
  fact: VerdictFact,
  proposal: Proposal | null,
  begins: boolean,
  isProvisional: boolean,
  reading: Reading,
): RatchetFinding {
  const lines = proposal?.lines ?? [];
  const value = lines.length === 0 ? null : totalOf(lines);
  const shown = (of: Exact | null | undefined): RatchetFinding["details"]["limit"] =>
    of === null || of === undefined ? null : reading.shown(plan.metric, reduced(of));
  return {
    kind: "ratchet",
    ...headOf(plan, fact, reading),
    value: value === null ? "none" : valueWords(value, plan.unit),
    exact: value === null ? null : asRatio(value),
    provisional: isProvisional,
    lines: lines.map(written),
    details: {
      limit: shown(proposal?.limit),
      average: shown(proposal?.average),
      capped: proposal?.isCapped ?? false,
      begins,
    },
    reasons: [
      ...reasonsOf(plan, fact, proposal, value, reading),
      ...provisionalReasons(isProvisional, fact, reading.frame),
      ...(value === null ? [] : [dataReason(reading.frame)]),
    ],
    origin: placeOf(plan),
  };
}

function proposalAt(plan: Plan, series: readonly VerdictFact[], at: number, reading: Reading): Proposal {
  const limit = series[at]?.limit?.bound ?? null;
  const average = averageOf(plan, series, at);
  if (limit === null || average === null) return { limit, average, isCapped: false, lines: [] };
  const { origin } = plan;
  const half = exact(1n, 2n);
  const words = (value: Exact): string => valueWords(reduced(value), plan.unit);
  const halves: readonly Line[] = [
    {
      what: "limit",
      of: plan.on,
      factors: [half, limit],
      text: `Half of the limit, ${words(limit)}`,
      origin,
    },
    {
      what: "average",
      of: plan.on,
      factors: [half, average],
      text: `Half of the average, ${words(average)}`,
      origin,
    },
  ];
  const cap = capLines(plan, totalOf(halves));
  const rounding = roundingLines(plan, totalOf([...halves, ...cap]), reading);
  const lines = [...halves, ...cap, ...rounding];
  const isCapped = cap.length > 0;
  return { limit, average, isCapped, lines: isStricter(plan, totalOf(lines), limit) ? lines : [] };
}

/** The mean of the exact values of the judged verdicts in the row; null if one of them has none. */
function averageOf(plan: Plan, series: readonly VerdictFact[], at: number): Exact | null {
  const { count } = plan.when;
  const judged = lastJudged(count.kind === "row" ? count.length : 1, series, at);
  const values = judged.map((fact) => fact.metric(plan.metric).value).filter(isExact);
  if (values.length === 0 || values.length < judged.length) return null;
  return productOf([sumOf(values), exact(1n, BigInt(values.length))]);
}

function capLines({ cappedAt, raises, origin, unit }: Plan, value: Exact): readonly Line[] {
  if (cappedAt === null) return [];
  const cap = fromText(cappedAt);
  const over = compareExact(value, cap);
  if (raises === "higher" ? over <= 0 : over >= 0) return [];
  return [
    { what: "cap", amount: subtractExact(cap, value), text: `Capped at ${valueWords(cap, unit)}`, origin },
  ];
}

function roundingLines(plan: Plan, value: Exact, reading: Reading): readonly Line[] {
  const decimals = reading.decimalsOf(plan.unit);
  if (decimals === null) return [];
  const rounded = roundHalfUp(value, decimals);
  const off = subtractExact(rounded, value);
  if (isZero(off)) return [];
  const text = `Rounded to ${valueWords(reduced(rounded), plan.unit)}`;
  return [{ what: "rounding", amount: off, text, origin: plan.origin }];
}

function isStricter({ raises }: Plan, value: Exact, limit: Exact): boolean {
  const order = compareExact(value, limit);
  return raises === "higher" ? order > 0 : order < 0;
}

function reasonsOf(
  plan: Plan,
  fact: VerdictFact,
  proposal: Proposal | null,
  value: Exact | null,
  reading: Reading,
): readonly string[] {
  const name = reading.nameOf(plan.on);
  const event = eventWords(plan.when);
  if (proposal === null) return [`Nothing is proposed for ${fact.label}: ${name} was not ${event}`];
  if (value !== null) {
    const metric = reading.nameOf(plan.metric);
    return [
      `${name} was ${event}: a limit of ${valueWords(value, plan.unit)} for ${metric} is proposed`,
      "A proposal changes no limit; that takes a new version of the agreement",
    ];
  }
  return [
    proposal.average === null || proposal.limit === null
      ? `Nothing is proposed for ${fact.label}: there is no average to go by`
      : `Nothing is proposed for ${fact.label}: halfway between limit and average is no stricter than the limit`,
  ];
}
