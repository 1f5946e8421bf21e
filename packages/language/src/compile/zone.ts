/**
 * Time zones, resolved once.
 *
 * A verdict must never change because a machine knows newer zone rules, so the offsets of the agreement's zone are
 * worked out when the bundle is made and travel in it as a table; the evaluator needs no zone library. The table
 * starts in 1970, since data may be older than the agreement, and ends ten years after its first day or one year after
 * its last, so that late rows and assessments still have an instant (SPEC §6.6). The table of
 * a calendar begins where the calendar does.
 */
import type { AgreementPlan, ZoneTable } from "@tenet-lang/evaluator";
import { Temporal } from "temporal-polyfill";

const FIRST_INSTANT = Temporal.Instant.from("1970-01-01T00:00Z");
/** How long the table is at least, from an agreement's first day. */
const YEARS_AT_LEAST = 10;
/** How long the table goes on after an agreement's last day. */
const YEARS_AFTER_END = 1;
/** Longest term with a last day: zone rules are not known further ahead, and a table of them would fill the bundle. */
export const MOST_YEARS = 100;

/**
 * The UTC instant, `YYYY-MM-DDTHH:mm:ssZ`, of a civil date and time in a zone. A local time that a clock change
 * skips moves forward by the gap; of one that it repeats, the earlier instant is meant (SPEC §3.2).
 *
 * @param date `YYYY-MM-DD`, a day of the calendar
 * @param time `HH:mm` or `HH:mm:ss`
 */
export function zonedInstant(zone: string, date: string, time: string): string {
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  return local.toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant().toString();
}

/** Seconds since 1970-01-01T00:00Z of a UTC instant without a fraction. */
export function epochSeconds(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 1000;
}

/** Whether an agreement's term is short enough for a table. */
export function fitsTable({ from, until }: AgreementPlan["effective"]): boolean {
  return until === null || until <= Temporal.PlainDate.from(from).add({ years: MOST_YEARS }).toString();
}

/**
 * The offsets of a zone over an agreement's term; the zone must be known and the term fit. The table begins in 1970, or
 * with the first instant of `firstDay`.
 */
export function zoneTable(
  { timeZone, effective }: Pick<AgreementPlan, "timeZone" | "effective">,
  version: string,
  firstDay: string | null = null,
): ZoneTable {
  const through = lastDay(effective);
  const start =
    firstDay === null
      ? FIRST_INSTANT
      : Temporal.PlainDate.from(firstDay).toZonedDateTime(timeZone).toInstant();
  const end = through.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  const key = `${timeZone} ${start.epochMilliseconds} ${end}`;
  const offsets = known.get(key) ?? offsetsOf(timeZone, start, end);
  known.set(key, offsets);
  return { zone: timeZone, ...offsets, through: through.toString(), origin: { library: "tzdata", version } };
}

/** Tables that were made: finding them costs more than all the rest of compiling. */
const known = new Map<string, Pick<ZoneTable, "from" | "offset">>();

/** The offsets of a zone, and the seconds from which they hold, up to an instant in milliseconds. */
function offsetsOf(
  timeZone: string,
  start: Temporal.Instant,
  end: number,
): Pick<ZoneTable, "from" | "offset"> {
  const from: number[] = [];
  const offset: number[] = [];
  let at: Temporal.ZonedDateTime | null = start.toZonedDateTimeISO(timeZone);
  while (at !== null && at.epochMilliseconds < end) {
    from.push(at.epochMilliseconds / 1000);
    offset.push(at.offsetNanoseconds / 1e9);
    at = at.getTimeZoneTransition("next");
  }
  return { from, offset };
}

function lastDay({ from, until }: AgreementPlan["effective"]): Temporal.PlainDate {
  const least = Temporal.PlainDate.from(from).add({ years: YEARS_AT_LEAST });
  if (until === null) return least;
  const afterEnd = Temporal.PlainDate.from(until).add({ years: YEARS_AFTER_END });
  return Temporal.PlainDate.compare(afterEnd, least) > 0 ? afterEnd : least;
}
