import type { Bundle } from "@tenet-lang/evaluator";
import { readBundle } from "@tenet-lang/evaluator/bundle";
import { describe, expect, it } from "vitest";
import { checkAgreement } from "../check-agreement.ts";
import { loadAgreement } from "../workspace/load.ts";
import type { HolidaySource } from "./calendars.ts";
import { compile } from "./compile.ts";
import { loadHolidays } from "./load-holidays.ts";

/** Holidays that no library has: the first of May in every region, and a day of its own in each. */
const invented: HolidaySource = {
  library: "almanac",
  version: "1.0.0",
  daysOf: (region, first, last) => {
    const own = { IT: "06-02", "GB-ENG": "08-31" }[region] ?? "12-31";
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return years.flatMap((year) => [`${year}-05-01`, `${year}-${own}`]);
  },
  countries: () => ["IT", "PT"],
};

const agreement = (
  country: string,
  calendar: string,
  day = "business day",
): string => `agreement laundry "Washing machines"
  version 1.0.0
  effective from 2026-07-01 until 2027-06-30
  time zone "Europe/Rome"
  business days of shop_hours

partners from "shops.csv" key shop_id
  field shop_id text
  field country ${country}

calendar shop_hours "Opening hours"
  open monday to friday 08:00 to 18:00
${calendar}
dataset tickets from "tickets.csv" one row per line
  partner shop_id
  dated changed_at
  field ticket_no text
  field shop_id text
  field changed_at timestamp
  field promised_on date
  field state one of reported, waiting, working, broken
  field days_late days from promised_on to changed_at in shop_hours

clock repair_time "Repair" on tickets by ticket_no
  starts when state becomes reported
  pauses while state is waiting
  stops when state becomes working
  restarts when state becomes broken
  counts time in shop_hours
  dated due_at
  due within 6 hours where partner.country is ${country === "text" ? '"IT"' : "it"}
    within 2 business days otherwise
  warns at 80%

metric in_time percent of repair_time where verdict is met out of repair_time
metric free percent of time outside repair_time
metric late_again number of tickets where days_late more than 1

standard quick "Machines run again"
  requires in_time at least 90%
  requires free at least 50%
  requires late_again at most 3
  measured over rolling 3 months
  assessed on ${day} 2 of each calendar month
  needs at least 5 repair_time otherwise not_enough_data
`;

function compiled(text: string, holidays: HolidaySource | undefined = invented): Bundle {
  const { value, diagnostics } = checkAgreement(loadAgreement("a.tenet", () => text));
  expect(diagnostics).toEqual([]);
  if (value === null) throw new Error("no model");
  const { value: bundle } = compile(value, { zoneVersion: "2026c", holidays });
  if (bundle === null) throw new Error("no bundle");
  return bundle;
}

describe("a bundle with calendars and clocks", () => {
  it("passes the gate", () => {
    for (const text of [
      agreement(
        "text",
        "  closed holidays by partner.country\n  closed on 2026-08-14\n  cut off 11:30\n",
        "day",
      ),
      agreement("one of it, gb_eng", '  closed holidays "IT"\n'),
      agreement("one of it, gb_eng", ""),
    ]) {
      const bundle = compiled(text);
      expect(readBundle(JSON.stringify(bundle))).toEqual({ ok: true, bundle });
    }
  });

  it("knows its days from five whole years before the agreement to the end of its zone table", () => {
    const [calendar] = compiled(agreement("text", '  time zone "Europe/Lisbon"\n')).calendars;
    expect(calendar).toMatchObject({ from: "2021-01-01", through: "2036-07-01", holidayOrigin: null });
    expect(calendar?.zone).toMatchObject({
      zone: "Europe/Lisbon",
      through: "2036-07-01",
      origin: { version: "2026c" },
    });
    expect(calendar?.zone.from[0]).toBe(Date.UTC(2021, 0, 1) / 1000);
    expect(calendar?.zone.offset.slice(0, 2)).toEqual([0, 3600]);
  });

  it("begins with the first instant of its first day, which is not that of UTC", () => {
    const [calendar] = compiled(agreement("text", "")).calendars;
    expect(calendar?.zone.from[0]).toBe(Date.UTC(2020, 11, 31, 23) / 1000);
    expect(calendar?.zone.offset[0]).toBe(3600);
  });

  it("closes on its own days and on the holidays of its regions, each once and in order", () => {
    const text = agreement(
      "text",
      '  closed on 2027-05-01\n  closed on 2026-08-14\n  closed holidays "IT"\n  closed holidays "GB-ENG"\n',
    );
    const [calendar] = compiled(text).calendars;
    const days = calendar?.closed.kind === "same" ? calendar.closed.days : [];
    expect(days.filter((day) => day >= "2026-01-01" && day < "2028")).toEqual([
      "2026-05-01",
      "2026-06-02",
      "2026-08-14",
      "2026-08-31",
      "2027-05-01",
      "2027-06-02",
      "2027-08-31",
    ]);
    expect(days[0]).toBe("2021-05-01");
    expect(days.at(-1)).toBe("2036-06-02");
    expect(calendar?.holidayOrigin).toEqual({ library: "almanac", version: "1.0.0" });
  });

  it("closes by partner: on days for all, and on those of the region that the field holds", () => {
    const by = "  closed on 2026-08-14\n  closed holidays by partner.country\n";
    const closedOf = (country: string) => {
      const closed = compiled(agreement(country, by, "day")).calendars[0]?.closed;
      return closed?.kind === "by_partner" ? closed : null;
    };
    const members = closedOf("one of it, gb_eng");
    expect(members).toMatchObject({ field: "country", days: ["2026-08-14"] });
    expect(
      members?.regions.map(({ value, days }) => [value, days.find((day) => day > "2026-05-01")]),
    ).toEqual([
      ["gb_eng", "2026-08-31"],
      ["it", "2026-06-02"],
    ]);
    expect(closedOf("text")?.regions.map(({ value }) => value)).toEqual(["IT", "PT"]);
  });

  it("keeps its fingerprint with another release of the same days", () => {
    const text = agreement("text", '  closed holidays "IT"\n');
    const newer: HolidaySource = { ...invented, version: "2.0.0" };
    const fuller: HolidaySource = { ...invented, daysOf: () => ["2026-07-02"] };
    expect(compiled(text, newer).fingerprint).toBe(compiled(text).fingerprint);
    expect(compiled(text, fuller).fingerprint).not.toBe(compiled(text).fingerprint);
  });
});

describe("the source of holidays", () => {
  it("is loaded where a calendar names holidays, and only there", async () => {
    const modelOf = (calendar: string) => {
      const { value } = checkAgreement(loadAgreement("a.tenet", () => agreement("text", calendar)));
      if (value === null) throw new Error("no model");
      return value;
    };
    expect(await loadHolidays(modelOf("  closed on 2026-08-14\n"))).toBeUndefined();
    const loaded = await loadHolidays(modelOf('  closed holidays "IT"\n'));
    expect(loaded?.daysOf("IT", 2026, 2026)).toContain("2026-06-02");
  });

  it("is asked for by whoever compiles without it", () => {
    const { value } = checkAgreement(
      loadAgreement("a.tenet", () => agreement("text", '  closed holidays "IT"\n')),
    );
    expect(() => (value === null ? null : compile(value))).toThrow(/loadHolidays/);
  });
});
