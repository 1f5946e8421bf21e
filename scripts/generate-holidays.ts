/**
 * Writes what the library of holidays says of whole countries: `npm run generate:holidays`, after a new release of it.
 *
 * It takes minutes, because the moon has to be followed through half a century for some countries, so it is no part
 * of `npm run generate`; a test compares some countries with the library every time, and all of them on request.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LIBRARY, libraryCountries, libraryDays } from "../packages/language/src/compile/holiday-library.ts";

const FROM = 2010;
const THROUGH = 2060;

/** The line of the table for a country: the days of every year, then the others year by year. */
export function lineOf(country: string, from: number, through: number): string {
  const years = new Map<number, string[]>();
  for (let year = from; year <= through; year++) years.set(year, []);
  for (const day of libraryDays(country, from, through)) {
    years.get(Number(day.slice(0, 4)))?.push(code(day));
  }
  const lists = [...years.values()];
  const always = (lists[0] ?? []).filter((date) => lists.every((list) => list.includes(date)));
  const others = lists.map((list) => list.filter((date) => !always.includes(date)).join(""));
  return [always.join(""), ...others].join(",");
}

/** `2026-12-25` as `cp`. */
function code(day: string): string {
  return day
    .split("-")
    .slice(1)
    .map((part) => Number(part).toString(36))
    .join("");
}

function moduleText(): string {
  const lines = libraryCountries().map((country) => `    ${country}: "${lineOf(country, FROM, THROUGH)}",`);
  return `/**
 * Public holidays of whole countries as ${LIBRARY.library} ${LIBRARY.version} says, made by \`npm run generate:holidays\`.
 * \`daysWritten\` of \`holidays.ts\` reads the lines.
 */
export const countryHolidays: {
  readonly version: string;
  /** First and last year. */
  readonly from: number;
  readonly through: number;
  readonly days: Readonly<Record<string, string>>;
} = {
  version: "${LIBRARY.version}",
  from: ${FROM},
  through: ${THROUGH},
  days: {
${lines.join("\n")}
  },
};
`;
}

if (process.argv[1] === import.meta.filename) {
  const target = join(import.meta.dirname, "../packages/language/src/compile/country-holidays.ts");
  writeFileSync(target, moduleText());
  process.stdout.write(`${target}\n`);
}
