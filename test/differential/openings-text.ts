/** Random calendars as text: opening hours, closed days, cut-offs; and a table of holidays for them. */
import type { HolidaySource } from "@tenet-lang/language";
import { type Era, zones } from "./calendar.ts";
import type { Tape } from "./tape.ts";

export interface CalendarSpec {
  readonly name: string;
  readonly lines: readonly string[];
  readonly hasCutOff: boolean;
  /** Does it close on the holidays of each partner's region? */
  readonly closesByPartner: boolean;
}

/** Regions of partners as members, and the texts that files hold. */
export const homes = ["NL", "BE", "GB_ENG"] as const;

const holidays: Readonly<Record<string, readonly string[]>> = {
  NL: ["01-01", "03-27", "04-06", "10-27", "12-25"],
  BE: ["01-01", "03-30", "04-03", "11-11", "02-29"],
  "GB-ENG": ["01-01", "03-31", "04-03", "12-28"],
};

/** Holidays that lie where the rows of random cases do. */
export const fewHolidays: HolidaySource = {
  library: "few holidays",
  version: "1",
  daysOf: (region, first, last) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) =>
      (holidays[region] ?? ["01-01"])
        .filter((date) => date !== "02-29" || year % 4 === 0)
        .sort()
        .map((date) => `${String(year).padStart(4, "0")}-${date}`),
    ),
  countries: () => ["NL", "BE"],
};

const openings = [
  ["open monday to friday 09:00 to 17:00"],
  ["open monday to friday 09:00 to 12:00", "open monday to friday 13:00 to 17:00"],
  ["open monday to sunday 00:00 to 24:00"],
  ["open monday to saturday 08:30 to 18:00", "open friday 20:00 to 02:00"],
  ["open friday to monday 22:00 to 06:00"],
  ["open monday to sunday 01:00 to 03:30"],
  ["open tuesday 09:00 to 17:00", "open tuesday to thursday 12:00 to 20:00"],
  ["open sunday 02:00 to 03:00", "open monday to friday 00:00 to 24:00"],
  ["open wednesday 23:30 to 00:15"],
];

/** Calendars of a case: one, and with declared partners often one that closes by partner. */
export function makeCalendars(tape: Tape, era: Era, isDeclared: boolean): readonly CalendarSpec[] {
  const shared = calendar(tape, era, "hours", false);
  return isDeclared && tape.chance(50) ? [shared, calendar(tape, era, "home_hours", true)] : [shared];
}

function calendar(tape: Tape, era: Era, name: string, closesByPartner: boolean): CalendarSpec {
  const zone = tape.pick(["", "", tape.pick(zones)]);
  const inside = era.edges.filter((edge) => edge >= era.from && (era.until === null || edge <= era.until));
  const closed = [...new Set([tape.pick(inside), tape.pick(inside)])].slice(0, tape.upTo(3));
  const region = tape.pick(["", "", "NL", "BE", "GB-ENG"]);
  const cutOff = tape.pick(["", "", "11:30", "16:00", "17:00", "23:30", "00:00"]);
  const sentences = [
    zone === "" ? "" : `time zone "${zone}"`,
    ...tape.pick(openings),
    ...closed.map((date) => `closed on ${date}`),
    region === "" ? "" : `closed holidays "${region}"`,
    closesByPartner ? "closed holidays by partner.home" : "",
    cutOff === "" ? "" : `cut off ${cutOff}`,
  ];
  const lines = [`calendar ${name}`, ...sentences.filter((one) => one !== "").map((one) => `  ${one}`)];
  return { name, lines, hasCutOff: cutOff !== "", closesByPartner };
}
