/**
 * Public holidays by region, as the library that keeps them calculates them.
 *
 * Only what is certain is taken: days that are public holidays from midnight to midnight, days given in lieu included.
 * The library names days in the region's own time, and they are read as written, so that neither this machine's zone
 * nor its clock can move them. Some calendars follow the moon and take it seconds for each country, so what it says
 * of whole countries is written down (`country-holidays.ts`) and read by `holidays.ts`.
 */
import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";

/** The library's release; a test holds it to what is installed. */
export const LIBRARY = { library: "date-holidays", version: "3.37.0" } as const;

/** Public holidays of a region, in the years from the first to the last: ISO dates in order, each once. */
export function libraryDays(region: string, firstYear: number, lastYear: number): readonly string[] {
  const [country = "", state] = region.split("-");
  const kept = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const days = new Set<string>();
  // A day in lieu can fall into the year before, or after, that of its holiday.
  for (let year = firstYear - 1; year <= lastYear + 1; year++) {
    for (const holiday of kept.getHolidays(year)) {
      if (holiday.type === "public") for (const day of wholeDays(holiday)) days.add(day);
    }
  }
  return [...days].filter((day) => inYears(day, firstYear, lastYear)).sort();
}

function inYears(day: string, first: number, last: number): boolean {
  const year = Number(day.slice(0, 4));
  return first <= year && year <= last;
}

interface Stretch {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
}

const HOUR = 3_600_000;
/** How much longer or shorter than 24 hours a civil day may be. */
const CLOCK_CHANGE = 2;

/**
 * The civil days that a holiday fills. It is written as its first day and the time at which it begins; holidays that
 * begin at the sunset before are written with the midnight after it.
 */
function wholeDays({ date, start, end }: Stretch): readonly string[] {
  if (!/^\d{4}-\d\d-\d\d 00:00:00/.test(date)) return [];
  const hours = (end.getTime() - start.getTime()) / HOUR;
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const count = Math.floor((hours + CLOCK_CHANGE) / 24);
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

/** Codes of all countries that the library knows. */
export function libraryCountries(): readonly string[] {
  return Object.keys(new Holidays().getCountries()).sort();
}

/** Codes of all countries, and of their subdivisions after a `-`. */
export function allRegions(): readonly string[] {
  const known = new Holidays();
  return libraryCountries().flatMap((country) => {
    const states = Object.keys(known.getStates(country) ?? {}).sort();
    return [country, ...states.map((state) => `${country}-${state}`)];
  });
}
