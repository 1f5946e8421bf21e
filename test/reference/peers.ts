/** Relative limits, for the reference (§4.5): a partner's value against those of its peers. */

import type { MetricPlan, RelativeComparison } from "@tenet-lang/evaluator";
import type { Distance } from "./distance.ts";
import { fromText } from "./metrics.ts";
import { abs, add, compare, divide, type Rational, rational, reduced, subtract, times } from "./rational.ts";

export interface Relative {
  readonly met: boolean | null;
  /** How many there were; null where the partner itself cannot be compared. */
  readonly peers: number | null;
  readonly rank: number | null;
  /** The peer average, and rounded as it is compared. */
  readonly bound: Rational | null;
  readonly compared: Rational | null;
  readonly distance: Distance | null;
}

/** Fewer peers than this say nothing (§4.5.4). */
const fewest = 5;

/** A value, its own field of `by` aside, against the values of peers; `round` rounds as the agreement does. */
export function relativeTo(
  { operator, best }: RelativeComparison,
  plan: MetricPlan,
  value: Rational | null,
  peers: readonly Rational[] | null,
  round: (value: Rational) => Rational,
): Relative {
  if (value === null || peers === null)
    return { met: null, peers: null, rank: null, bound: null, compared: null, distance: null };
  const nothing = {
    met: null,
    peers: peers.length,
    rank: null,
    bound: null,
    compared: null,
    distance: null,
  };
  if (peers.length < fewest) return nothing;
  const own = round(value);
  if (operator === "in_best")
    return ranked(plan, own, peers.map(round), fromText(best ?? { numerator: "1", denominator: "1" }));
  const average = reduced(divide(peers.reduce(add, rational(0)), rational(peers.length)));
  const compared = round(average);
  const difference = compare(own, compared);
  const met = operator === "at_least_peers" ? difference >= 0 : difference <= 0;
  return { ...nothing, met, bound: average, compared, distance: gap(met, own, compared) };
}

/** §4.5.6, §4.5.8: the rank among peers and oneself, and how far the last good place is. */
function ranked(
  { better }: MetricPlan,
  own: Rational,
  peers: readonly Rational[],
  share: Rational,
): Relative {
  const isBetter = (a: Rational, b: Rational): number => (better === "lower" ? compare(b, a) : compare(a, b));
  const rank = 1 + peers.filter((peer) => isBetter(peer, own) > 0).length;
  const places = times(share, rational(peers.length + 1));
  const met = compare(rational(rank), places) <= 0;
  const last = Number(places.n / places.d);
  const bestFirst = [...peers].sort((a, b) => isBetter(b, a));
  const border = last === 0 ? undefined : bestFirst[last - 1];
  return {
    met,
    peers: peers.length,
    rank,
    bound: null,
    compared: null,
    distance: border === undefined ? null : gap(met, own, border),
  };
}

function gap(met: boolean, own: Rational, other: Rational): Distance {
  const { n, d } = reduced(subtract(own, other));
  return { direction: met ? "margin" : "short", rows: null, gap: { n: abs(n), d } };
}
