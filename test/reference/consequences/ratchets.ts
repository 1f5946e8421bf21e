/** Ratchets, for the reference (§3.7.32 to §3.7.34): halfway between the limit and the average. */
import type { Condition, RatchetPlan } from "@tenet-lang/evaluator";
import { rounded } from "../limits.ts";
import { add, compare, type Rational, rational, reduced, subtract, times } from "../rational.ts";
import { metricOf, type World } from "../views.ts";
import { textOf } from "../words.ts";
import { exact } from "./amounts.ts";
import { boundOf, eventHolds } from "./events.ts";
import { isZero, type Line, plain, product, type ReferenceFinding, shownRatio } from "./finding.ts";
import { givesAt } from "./governing.ts";
import { readersOf } from "./reader.ts";
import { type Found, found, type Site } from "./site.ts";
import type { Judged } from "./verdicts.ts";

/** One finding for each verdict of the standard, given by the version that judged it. */
export const ratchetFindings = (sites: readonly Site<RatchetPlan<Condition>>[]): readonly Found[] =>
  sites.flatMap(ratchetOf);

function ratchetOf(site: Site<RatchetPlan<Condition>>): readonly Found[] {
  const { plan, world, book } = site;
  return readersOf(world, book, plan.party, []).flatMap(({ party }) => {
    const line = book.of(plan.on, party);
    const holds = line.map((_, at) => eventHolds(plan.when, line.slice(0, at + 1), world.frame));
    return line.flatMap((verdict, at) => {
      if (!givesAt(verdict, world.frame)) return [];
      const isHeld = holds[at] === true;
      const proposal = isHeld ? proposalAt(plan, line.slice(0, at + 1), world) : nothing;
      const isOpen = line.slice(0, at + 1).some(({ isProvisional }) => isProvisional);
      return found(site, {
        ...findingOf(plan, party, verdict, proposal, isHeld && holds[at - 1] !== true, world),
        ...(isOpen ? { isProvisional: true } : {}),
      });
    });
  });
}

interface Proposal {
  readonly limit: Rational | null;
  readonly average: Rational | null;
  /** Null where nothing stricter is proposed. */
  readonly value: Rational | null;
  readonly isCapped: boolean;
  readonly lines: readonly Line[];
}

const nothing: Proposal = { limit: null, average: null, value: null, isCapped: false, lines: [] };

function proposalAt(plan: RatchetPlan<Condition>, upTo: readonly Judged[], world: World): Proposal {
  const length = plan.when.count.kind === "row" ? plan.when.count.length : 0;
  const judged = upTo.filter(({ isJudged }) => isJudged).slice(-length);
  const values = judged.flatMap(({ source }) => numberOf(source.limits[0]?.value ?? null) ?? []);
  const limit = boundOf(upTo.at(-1)?.source.limits[0]?.comparison ?? null);
  const average = values.length < length ? null : reduced(times(values.reduce(add), rational(1, length)));
  if (limit === null || average === null) return { ...nothing, limit, average };
  const half = rational(1, 2);
  const halves = [product("limit", [half, limit]), product("average", [half, average])];
  const middle = halves.reduce((sum, { amount }) => add(sum, amount), rational(0));
  const stricter = (a: Rational, b: Rational): boolean =>
    plan.raises === "higher" ? compare(a, b) > 0 : compare(a, b) < 0;
  const cap = plan.cappedAt === null ? null : exact(plan.cappedAt);
  const capped = cap !== null && stricter(middle, cap) ? cap : middle;
  const value = rounded(capped, metricOf(world, plan.metric), world);
  const changes = [plain("cap", subtract(capped, middle)), plain("rounding", subtract(value, capped))];
  const isFound = stricter(value, limit);
  return {
    limit,
    average,
    value: isFound ? value : null,
    isCapped: capped !== middle,
    lines: isFound ? [...halves, ...changes.filter(({ amount }) => !isZero(amount))] : [],
  };
}

const numberOf = (value: Rational | string | boolean | null): Rational | null =>
  value !== null && typeof value === "object" ? value : null;

function findingOf(
  plan: RatchetPlan<Condition>,
  party: string,
  verdict: Judged,
  { limit, average, value, isCapped, lines }: Proposal,
  begins: boolean,
  { frame }: World,
): ReferenceFinding {
  const shown = (one: Rational | null): string => (one === null ? "null" : shownRatio(one));
  return {
    kind: "ratchet",
    name: plan.name,
    party,
    period: verdict.label,
    start: verdict.source.start,
    end: verdict.source.end,
    value: value === null ? "none" : textOf(value, plan.unit),
    exact: value === null ? null : reduced(value),
    isProvisional: verdict.end > frame.asOf,
    lines: lines.map((line) => ({
      ...line,
      of: line.what === "limit" || line.what === "average" ? plan.on : null,
    })),
    details: {
      limit: shown(limit),
      average: shown(average),
      capped: String(isCapped),
      begins: String(begins),
    },
  };
}
