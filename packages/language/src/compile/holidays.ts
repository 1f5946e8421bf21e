/**
 * Public holidays by region: those of whole countries from a table, all others from the library.
 *
 * Both are large, so nothing imports this file before an agreement names holidays: `load-holidays.ts` fetches it then.
 * An agreement that closes by the country of its partners asks for all countries, which the library would take a
 * quarter of a minute to calculate. The table holds what the library said, so it changes nothing but the time.
 */
import type { HolidaySource } from "./calendars.ts";
import { countryHolidays } from "./country-holidays.ts";
import { LIBRARY, libraryCountries, libraryDays } from "./holiday-library.ts";

/** The holidays as compiling asks for them. */
export const publicHolidays: HolidaySource = { ...LIBRARY, daysOf, countries: libraryCountries };

const known = new Map<string, readonly string[]>();

/** Public holidays of a region, in the years from the first to the last: ISO dates in order, each once. */
function daysOf(region: string, firstYear: number, lastYear: number): readonly string[] {
  const { from, through, days } = countryHolidays;
  const written = days[region];
  if (written === undefined || firstYear < from || lastYear > through)
    return libraryDays(region, firstYear, lastYear);
  const all = known.get(region) ?? daysWritten(written, from);
  known.set(region, all);
  return all.filter((day) => firstYear <= Number(day.slice(0, 4)) && Number(day.slice(0, 4)) <= lastYear);
}

/**
 * The days behind a line of the table: those of every year, then a comma and the others of the first year, of the
 * second, and so on. A day is two characters, month and day in base 36: `1a` is 10 January, `cp` is 25 December.
 */
export function daysWritten(line: string, firstYear: number): readonly string[] {
  const [always = "", ...years] = line.split(",");
  return years.flatMap((others, index) => {
    const dates = (always + others).match(/../g) ?? [];
    return dates.map((date) => isoDate(firstYear + index, date)).sort();
  });
}

function isoDate(year: number, date: string): string {
  const [month, day] = [...date].map((digit) => String(Number.parseInt(digit, 36)).padStart(2, "0"));
  return `${year}-${month}-${day}`;
}
