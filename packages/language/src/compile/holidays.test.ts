import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../../../scripts/generate-holidays.ts";
import { regionsModule } from "../../../../scripts/generate-regions.ts";
import { isRegion, regionNamed } from "../check/regions.ts";
import { countryHolidays } from "./country-holidays.ts";
import { LIBRARY, libraryCountries, libraryDays } from "./holiday-library.ts";
import { daysWritten, publicHolidays } from "./holidays.ts";

const daysOf = (region: string, year: number): readonly string[] => publicHolidays.daysOf(region, year, year);

describe("public holidays", () => {
  it("are those of a country, or of a part of it", () => {
    expect(daysOf("NL", 2026)).toEqual([
      "2026-01-01",
      "2026-04-05",
      "2026-04-06",
      "2026-04-27",
      "2026-05-14",
      "2026-05-24",
      "2026-05-25",
      "2026-12-25",
      "2026-12-26",
    ]);
    expect(daysOf("DE-BE", 2026)).toContain("2026-03-08");
    expect(daysOf("DE", 2026)).not.toContain("2026-03-08");
  });

  it("have their days in lieu, also those in another year", () => {
    // Christmas Day 2027 is a Saturday, Boxing Day a Sunday.
    expect(daysOf("GB-ENG", 2027).filter((day) => day.startsWith("2027-12"))).toEqual([
      "2027-12-25",
      "2027-12-26",
      "2027-12-27",
      "2027-12-28",
    ]);
    // New Year's Day 2028 is a Saturday, and the Friday before is free.
    expect(daysOf("US", 2027)).toContain("2027-12-31");
  });

  it("are whole days: no half ones, and all days of a long one", () => {
    // Women's Day is half a day in China, the Spring Festival three days.
    expect(daysOf("CN", 2027)).not.toContain("2027-03-08");
    expect(daysOf("CN", 2027)).toEqual(expect.arrayContaining(["2027-02-05", "2027-02-06", "2027-02-07"]));
    // Four days that begin at the sunset before the first.
    expect(daysOf("SA", 2027).filter((day) => day.startsWith("2027-03"))).toEqual([
      "2027-03-09",
      "2027-03-10",
      "2027-03-11",
      "2027-03-12",
    ]);
  });

  it("come in order, each once, over several years", () => {
    const days = publicHolidays.daysOf("FR", 2024, 2027);
    expect(days).toEqual([...new Set(days)].sort());
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(new Set(["2024", "2025", "2026", "2027"]));
  });
});

describe("the table of countries", () => {
  const { from, through, days, version } = countryHolidays;

  it("is of the release that bundles name, and has a line for every country", () => {
    expect(version).toBe(LIBRARY.version);
    expect(Object.keys(days)).toEqual(libraryCountries());
  });

  // Following the moon takes the library seconds, so by default only countries of the sun and of the tables are asked.
  const asked = process.env.TENET_LONG === "1" ? libraryCountries() : ["NL", "US", "SA", "ET", "IL", "BR"];
  it.each(asked)(
    "says what the library says of %s",
    (country) => {
      expect(daysWritten(days[country] ?? "", from)).toEqual(libraryDays(country, from, through));
      expect(lineOf(country, from, from + 1)).toMatch(
        /^([1-9a-c][1-9a-v])*,([1-9a-c][1-9a-v])*,([1-9a-c][1-9a-v])*$/,
      );
    },
    60_000,
  );

  it("is not asked for other years, nor for parts of countries", () => {
    expect(publicHolidays.daysOf("NL", through + 1, through + 1)).toEqual(
      libraryDays("NL", through + 1, through + 1),
    );
    expect(publicHolidays.daysOf("NL", from - 1, from)).toEqual(libraryDays("NL", from - 1, from));
    expect(publicHolidays.daysOf("DE-BE", 2026, 2026)).toEqual(libraryDays("DE-BE", 2026, 2026));
  });

  it("answers for all countries at once", () => {
    const all = publicHolidays.countries().map((country) => publicHolidays.daysOf(country, 2020, 2037));
    expect(all.every((found) => found.length > 0)).toBe(true);
  });
});

describe("the library", () => {
  it("is the release that bundles name", () => {
    const require = createRequire(import.meta.url);
    expect(require("date-holidays/package.json").version).toBe(LIBRARY.version);
  });

  it("knows the regions that the checker lists", () => {
    const committed = new URL("../check/region-codes.ts", import.meta.url);
    expect(readFileSync(committed, "utf8")).toBe(regionsModule());
  });

  it("gives them exact codes; members of lists are written freely", () => {
    expect(["GB-ENG", "NL", "CK-Aitutaki"].map(isRegion)).toEqual([true, true, true]);
    expect(["gb-eng", "GB_ENG", "UK", "", "XX"].map(isRegion)).toEqual([false, false, false, false, false]);
    expect(["gb_eng", "Nl", "uk"].map(regionNamed)).toEqual(["GB-ENG", "NL", null]);
  });
});
