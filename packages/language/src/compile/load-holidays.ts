/** Fetches the library of holidays where an agreement needs it, and only there. */
import type { Model } from "../check/model.ts";
import { type HolidaySource, namesHolidays } from "./calendars.ts";

/** What `compile` is given as `holidays`; undefined for a model in which no calendar names any. */
export async function loadHolidays(model: Pick<Model, "calendars">): Promise<HolidaySource | undefined> {
  if (!model.calendars.some(namesHolidays)) return undefined;
  const { publicHolidays } = await import("./holidays.ts");
  return publicHolidays;
}
