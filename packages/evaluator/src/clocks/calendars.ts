/** The calendars of a bundle, made ready when they are first asked for; one that closes by partner, once for every region. */
import type { Bundle } from "../bundle/rule.ts";
import type { CalendarBook } from "../measure/clock-engine.ts";
import { type BusinessCalendar, businessCalendar } from "../time/business.ts";

export function calendarBook({ calendars }: Pick<Bundle, "calendars">): CalendarBook {
  const known = books.get(calendars) ?? newBook(calendars);
  books.set(calendars, known);
  return known;
}

/** Who judges a bundle again and again makes its calendars ready once. */
const books = new WeakMap<Bundle["calendars"], CalendarBook>();

function newBook(calendars: Bundle["calendars"]): CalendarBook {
  const made = new Map<string, BusinessCalendar | null>();
  function once(key: string, make: () => BusinessCalendar | null): BusinessCalendar | null {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  }
  return {
    shared: (name) =>
      once(name, () => {
        const plan = calendars.find((calendar) => calendar.name === name);
        return plan?.closed.kind === "same" ? businessCalendar(plan) : null;
      }),
    ofRegion: (name, region) =>
      once(`${name} ${region}`, () => {
        const plan = calendars.find((calendar) => calendar.name === name);
        if (plan?.closed.kind !== "by_partner") return null;
        const found = plan.closed.regions.find(({ value }) => value === region);
        return found === undefined ? null : businessCalendar(plan, found.days);
      }),
  };
}
