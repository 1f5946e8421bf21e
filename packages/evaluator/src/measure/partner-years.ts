/**
 * `measured each partner year from FIELD`: windows of each partner's own (SPEC §3.6.22, §4.3.23).
 *
 * They are numbered from the partner's first one that is judged, so that a cell is party and window as ever; how many
 * there are differs from partner to partner.
 */
import type { Window } from "../bundle/standard-plan.ts";
import { addMonths, formatDay } from "../time/civil.ts";
import { type Occasion, spanOccasion } from "../time/windows.ts";
import { partnerDay } from "./partner-day.ts";
import type { Run } from "./run.ts";
import { spanSet, type WindowSet } from "./window-set.ts";

export function partnerYears(window: Window & { kind: "partner_year" }, run: Run): WindowSet {
  const sets = Array.from({ length: run.parties.size }, (_, party) =>
    spanSet(window, yearsFrom(partnerDay(run, window.from, party), run)),
  );
  const longest = sets.reduce((a, b) => (b.occasions.length > a.occasions.length ? b : a));
  const days = sets.flatMap((set) => set.days ?? []);
  const hull = {
    start: days.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: days.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY),
  };
  return {
    ...longest,
    days: longest.occasions.map(() => hull),
    own: (party) => sets[party] ?? spanSet(window, []),
  };
}

/** The years that begin on a day of the agreement and before `as of`. */
function yearsFrom(first: number, { frame }: Run): readonly Occasion[] {
  const found: Occasion[] = [];
  for (let year = 0; ; year += 1) {
    const [start, end] = [addMonths(first, 12 * year), addMonths(first, 12 * (year + 1))];
    const last = frame.until ?? Number.POSITIVE_INFINITY;
    // A missing date is no day, and has no years.
    if (!(start <= last && frame.clock.startOfDay(start) < frame.asOf)) return found;
    if (start < frame.from) continue;
    if (frame.seasons.isInForce(start))
      found.push({ label: formatDay(start), ...spanOccasion({ start, end }, frame) });
  }
}
