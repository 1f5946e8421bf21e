/**
 * Written forms of dates, timestamps and durations, for agreements whose files have some (SPEC §3.2.34 to §3.2.36).
 *
 * A part of its own: the sources of files bring it, and `judge` takes it as `forms` where the rows of a program are
 * written so. `written-form.ts` reads the numbers of a text by its form; here they become readings of cells.
 */
import { type Reading, refuse, wholeReading } from "../columns/cell.ts";
import {
  civilDay,
  type FormEngine,
  localReading,
  microsOfDay,
  type TextReader,
} from "../columns/time-cell.ts";
import { durationForm, type FormProblem, timeForm } from "./written-form.ts";

/** Reads what is written in forms. */
export const formEngine: FormEngine = {
  date(written) {
    const form = timeForm(written, "date");
    if ("problem" in form) return unusable(written, form);
    const refusal = refuse("TEN4108", `is not a date (${written})`);
    return (text): Reading => {
      const time = form.read(text);
      return time === null ? refusal : (civilDay(time.year, time.month, time.day) ?? refusal);
    };
  },
  timestamp(written, zone) {
    const form = timeForm(written, "timestamp");
    if ("problem" in form) return unusable(written, form);
    const refusal = refuse("TEN4109", `is not a timestamp (${written})`);
    return (text): Reading => {
      const time = form.read(text);
      const day = time === null ? null : civilDay(time.year, time.month, time.day);
      const micros = time === null ? null : microsOfDay(time, time.millisecond * 1000);
      return day === null || micros === null ? refusal : localReading(day, micros, zone);
    };
  },
  duration(written) {
    const form = durationForm(written);
    if ("problem" in form) return unusable(written, form);
    const refusal = refuse("TEN4111", `is not a duration (${written})`);
    return (text): Reading => {
      const micros = form.read(text);
      if (micros === null) return refusal;
      return wholeReading(micros < 0n, String(micros < 0n ? -micros : micros));
    };
  },
};

/** A form that cannot be used refuses every cell. */
function unusable(written: string, { problem }: FormProblem): TextReader {
  const refusal = refuse("TEN4113", `cannot be read: the form \`${written}\` ${problem}`);
  return () => refusal;
}
