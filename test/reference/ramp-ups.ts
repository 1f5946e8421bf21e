/** Partners that are new, for the reference (§3.8.13 to §3.8.19). */
import type { Condition, RampUpPlan } from "@tenet-lang/evaluator";
import type { Value } from "./cells.ts";
import { counts } from "./conditions.ts";
import { partnerSight } from "./limits.ts";
import { addCalendar, civilDayAt, startOfDay } from "./time.ts";
import { isDatedByTime, rowsByParty, type Side, truthOf } from "./views.ts";
import type { Occasion } from "./windows.ts";

export interface RampUpState {
  readonly excuses: boolean;
  /** Names of declarations that are suspended; null where no ramp-up that suspends runs. */
  readonly suspended: readonly string[] | null;
}

const none: RampUpState = { excuses: false, suspended: null };

/** What ramp-ups do to a partner's window (§3.8.16, §3.8.19). */
export function rampUpAt(side: Side, { periodStart, end }: Occasion): RampUpState {
  return rampUpsAt(side, startOfDay(side.world.frame.zone, periodStart ?? end));
}

/** What ramp-ups do to a partner at an instant. */
export function rampUpsAt(side: Side, instant: number): RampUpState {
  if (side.partner === null) return none;
  const running = side.world.model.rampUps.filter((plan) => runs(plan, side, instant));
  const suspending = running.flatMap(({ suspends }) => (suspends === null ? [] : [suspends]));
  return {
    excuses: running.some(({ suspends }) => suspends === null),
    suspended: suspending.length === 0 ? null : suspending.flat(),
  };
}

function runs({ scope, since, runs: how }: RampUpPlan<Condition>, side: Side, instant: number): boolean {
  const { world, partner } = side;
  const { zone } = world.frame;
  const first = dayOf(partnerSight(side).partner(since), side);
  if (first === null || partner === null || !counts(scope, partnerSight(side))) return false;
  if (how.kind === "lasts") {
    const day = civilDayAt(zone, instant);
    return day >= first && day < addCalendar(first, how.length.count, how.length.unit);
  }
  const from = instantOf(partnerSight(side).partner(since), first, side);
  // A row of a day may have come at any hour of it.
  const counted = isDatedByTime(world.model, how.population.dataset) ? from : startOfDay(zone, first);
  const rows = rowsByParty(world, how.population.dataset, partner).filter(
    (row) =>
      row.at !== null &&
      row.at >= counted &&
      row.at < instant &&
      (how.population.where === null || truthOf(world, how.population.where, row, partner) === true),
  );
  return from <= instant && rows.length < how.rows;
}

function dayOf(value: Value | null, { world }: Side): number | null {
  if (value === null || typeof value !== "object") return null;
  if ("day" in value) return value.day;
  return "instant" in value ? civilDayAt(world.frame.zone, value.instant) : null;
}

const instantOf = (value: Value | null, day: number, { world }: Side): number =>
  value !== null && typeof value === "object" && "instant" in value
    ? value.instant
    : startOfDay(world.frame.zone, day);
