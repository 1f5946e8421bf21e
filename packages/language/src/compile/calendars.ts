/**
 * Calendars with everything resolved: holidays as days, the zone as a table (SPEC §3.3.10).
 *
 * A calendar knows the days from the start of the year five years before the agreement to the end of its zone table.
 * What a library says of them is written down once, so that no newer release can change a verdict.
 */
import type { AgreementPlan, CalendarPlan, ClosedDays, PartnersPlan } from "@tenet-lang/evaluator";
import type { CalendarModel } from "../check/model.ts";
import { regionNamed } from "../check/regions.ts";
import { zoneTable } from "./zone.ts";

/** Where public holidays come from. */
export interface HolidaySource {
  readonly library: string;
  readonly version: string;
  /** Public holidays of a region in some years: ISO dates in order, each once. */
  readonly daysOf: (region: string, firstYear: number, lastYear: number) => readonly string[];
  /** Codes of all countries. */
  readonly countries: () => readonly string[];
}

/** What calendars are resolved with. */
export interface Resolving {
  readonly agreement: AgreementPlan;
  readonly partners: PartnersPlan | null;
  readonly zoneVersion: string;
  readonly holidays: HolidaySource | undefined;
}

/** How many whole years before the agreement's first a calendar begins. */
const YEARS_BEFORE = 5;

/** Whether a calendar closes on holidays, so that it cannot be resolved without their source. */
export function namesHolidays({ regions, regionField }: CalendarModel): boolean {
  return regions.length > 0 || regionField !== null;
}

/** The plan of a calendar. */
export function calendarPlan(model: CalendarModel, resolving: Resolving): CalendarPlan {
  const { agreement, zoneVersion, holidays } = resolving;
  const from = firstDay(agreement);
  const zone = zoneTable({ ...agreement, timeZone: model.timeZone }, zoneVersion, from);
  const known = { from, through: zone.through };
  const isNamed = namesHolidays(model);
  if (isNamed && holidays === undefined)
    throw new Error("INVARIANT: an agreement with holidays is compiled with what `loadHolidays` gives");
  return {
    name: model.name,
    label: model.label,
    zone,
    open: model.open,
    closed: closedDays(model, resolving, known),
    cutOff: model.cutOff,
    ...known,
    origin: model.origin,
    holidayOrigin:
      isNamed && holidays !== undefined ? { library: holidays.library, version: holidays.version } : null,
  };
}

function firstDay({ effective }: AgreementPlan): string {
  const year = Math.max(1, Number(effective.from.slice(0, 4)) - YEARS_BEFORE);
  return `${String(year).padStart(4, "0")}-01-01`;
}

/** First and last day that a calendar knows. */
interface Known {
  readonly from: string;
  readonly through: string;
}

function closedDays(model: CalendarModel, resolving: Resolving, known: Known): ClosedDays {
  const { closedOn, regions, regionField } = model;
  const { holidays } = resolving;
  const kept = (region: string): readonly string[] => holidaysOf(holidays, region, known);
  const days = ordered([...closedOn, ...regions.flatMap(kept)]);
  if (regionField === null) return { kind: "same", days };
  const values = regionsOf(regionField, resolving).map(({ value, region }) => ({
    value,
    days: kept(region),
  }));
  return {
    kind: "by_partner",
    field: regionField,
    days,
    regions: values.sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

function holidaysOf(holidays: HolidaySource | undefined, region: string, known: Known): readonly string[] {
  const [first, last] = [known.from, known.through].map((day) => Number(day.slice(0, 4)));
  const days = holidays?.daysOf(region, first ?? 0, last ?? 0) ?? [];
  return days.filter((day) => known.from <= day && day <= known.through);
}

function ordered(days: readonly string[]): readonly string[] {
  return [...new Set(days)].sort();
}

/** What a partner's field may hold, and the region that is meant: any country, or the members of a list. */
function regionsOf(
  name: string,
  { partners, holidays }: Resolving,
): readonly { readonly value: string; readonly region: string }[] {
  const type = partners?.fields.find((field) => field.name === name)?.type;
  if (type?.kind === "one_of") {
    return type.members.map((member) => ({
      value: member.name,
      region: regionNamed(member.name) ?? member.name,
    }));
  }
  return (holidays?.countries() ?? []).map((country) => ({ value: country, region: country }));
}
