/**
 * Instants: microseconds since 1970-01-01T00:00Z, as safe integers.
 *
 * Safe integers reach from 1684 to 2255, far beyond the zone table of any agreement.
 */
import { civilFromDay, dayFromCivil, isCivilDate, pad } from "./civil.ts";

export const MICROS_PER_SECOND = 1_000_000;
export const MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

/** `2026-01-31T23:00:00Z`; a fraction is written only where there is one, without trailing zeros. */
export function formatInstant(micros: number): string {
  const day = Math.floor(micros / MICROS_PER_DAY);
  const inDay = micros - day * MICROS_PER_DAY;
  const seconds = Math.floor(inDay / MICROS_PER_SECOND);
  const fraction = inDay - seconds * MICROS_PER_SECOND;
  const { year, month, day: dayOfMonth } = civilFromDay(day);
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  const time = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  const tail = fraction === 0 ? "" : `.${pad(fraction, 6).replace(/0+$/, "")}`;
  return `${date}T${time}${tail}Z`;
}

/** The instant of `YYYY-MM-DDTHH:mm[:ss[.ffffff]]Z`, or null where the text is no such instant. */
export function parseInstant(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?Z$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  if (!isCivilDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((match[7] ?? "").padEnd(6, "0"));
  const seconds = dayFromCivil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  const micros = seconds * MICROS_PER_SECOND + fraction;
  return Number.isSafeInteger(micros) ? micros : null;
}
