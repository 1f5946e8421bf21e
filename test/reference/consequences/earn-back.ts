/** `earns back`, for the reference (§4.6.9): what earlier misses of a standard have cost. */
import { add, divide, type Rational, rational, times } from "../rational.ts";
import type { ReferenceVerdict } from "../standards.ts";
import { eventHolds } from "./events.ts";
import { isZero } from "./finding.ts";
import type { Settled } from "./settled.ts";
import { inSpan, type Judged } from "./verdicts.ts";

/** What is earned back in each of the periods, from the first; null without the sentence. */
export function earnedBack(all: readonly Settled[]): readonly (Rational | null)[] {
  const returned = new Set<ReferenceVerdict>();
  return all.map((one) => {
    if (one.plan.earnsBack === null) return null;
    // §4.6.3: where an `unless` is true nothing follows; what was not earned back waits for the next beginning.
    if (one.suppressedBy !== null) return rational(0);
    // §4.8.6: what was owed in another currency is not earned back in this one.
    const elsewhere = all
      .filter(({ plan }) => plan.currency !== one.plan.currency)
      .flatMap(({ costs }) => costs.map(({ verdict }) => verdict.source));
    const back = standardsOf(one)
      .flatMap((name) => missesBefore(beginning(one, name), returned))
      .filter(({ source }) => !elsewhere.includes(source));
    for (const { source } of back) returned.add(source);
    return back.reduce((sum, verdict) => add(sum, costOf(verdict, all)), rational(0));
  });
}

/** Standards that are weighted or stand after `on`. */
function standardsOf({ plan, reader }: Settled): readonly string[] {
  const { standards } = reader.world.model;
  const named = [...(plan.pool?.weights.map(({ name }) => name) ?? []), plan.on];
  return standards.map(({ name }) => name).filter((name) => named.includes(name));
}

/** The verdicts up to the last of the period at which the event begins; none where it begins at none. */
function beginning({ plan, reader, period }: Settled, name: string): readonly Judged[] {
  const line = reader.book.of(name, reader.party);
  const holds = line.map(
    (_, at) =>
      plan.earnsBack !== null && eventHolds(plan.earnsBack, line.slice(0, at + 1), reader.world.frame),
  );
  const begins = line.filter((_, at) => holds[at] === true && holds[at - 1] !== true);
  const last = inSpan(begins, period).at(-1);
  return last === undefined ? [] : line.slice(0, line.indexOf(last));
}

const missesBefore = (line: readonly Judged[], returned: ReadonlySet<ReferenceVerdict>): readonly Judged[] =>
  line.filter(({ verdict, source }) => verdict === "missed" && !returned.has(source));

/** What a verdict has cost: its part of the final amount of its period. */
function costOf({ source }: Judged, all: readonly Settled[]): Rational {
  return all.reduce((total, { costs, sum, final }) => {
    const own = costs
      .filter(({ verdict }) => verdict.source === source)
      .reduce((part, { amount }) => add(part, amount), rational(0));
    return isZero(own) || isZero(sum) ? total : add(total, divide(times(final, own), sum));
  }, rational(0));
}
