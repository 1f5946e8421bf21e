/** What must hold within calendars and zone tables: days and instants in order, names that exist. */
import type { CalendarPlan } from "./clock-plan.ts";
import { type Known, mustBeUnique, mustExist, report } from "./known.ts";
import type { ZoneTable } from "./plan.ts";

/** Checks one calendar. */
export function checkCalendar(known: Known, calendar: CalendarPlan, path: string): void {
  checkZone(known, calendar.zone, `${path}.zone`);
  if (calendar.through < calendar.from)
    report(known, `${path}.through`, "is before the calendar's first day");
  if (calendar.zone.through < calendar.through) {
    report(known, `${path}.zone.through`, "is before the calendar's last day");
  }
  for (const [index, { weekday, from, to }] of calendar.open.entries()) {
    const at = `${path}.open[${index}]`;
    if (to <= from) report(known, `${at}.to`, "must be after `from`");
    const before = calendar.open[index - 1];
    if (before === undefined) continue;
    if (before.weekday > weekday || (before.weekday === weekday && before.from > from)) {
      report(known, at, "must come after the opening before it");
    }
  }
  checkClosed(known, calendar.closed, `${path}.closed`);
}

function checkClosed(known: Known, closed: CalendarPlan["closed"], path: string): void {
  checkDays(known, closed.days, `${path}.days`);
  if (closed.kind === "same") return;
  mustExist(known, known.partnerFields, closed.field, `${path}.field`, "field of the partners");
  mustBeUnique(
    known,
    closed.regions.map(({ value }, index) => ({ name: value, path: `${path}.regions[${index}].value` })),
  );
  for (const [index, { days }] of closed.regions.entries()) {
    checkDays(known, days, `${path}.regions[${index}].days`);
  }
}

function checkDays(known: Known, days: readonly string[], path: string): void {
  const unsorted = days.findIndex((day, index) => index > 0 && day <= (days[index - 1] ?? day));
  if (unsorted > 0) report(known, `${path}[${unsorted}]`, "must be later than the day before it");
}

/** Checks one zone table. */
export function checkZone(known: Known, zone: ZoneTable, path: string): void {
  if (zone.offset.length !== zone.from.length) {
    report(known, `${path}.offset`, `must hold one offset for each instant of \`${path}.from\``);
  }
  const unsorted = zone.from.findIndex((at, index) => index > 0 && at <= (zone.from[index - 1] ?? at));
  if (unsorted > 0) report(known, `${path}.from[${unsorted}]`, "must be later than the instant before it");
}
