/**
 * Rows as CSV text, and civil days as text. Times are those of a wall clock, without a zone, as real exports have them.
 */

/** File name to text. */
export type Files = Readonly<Record<string, string>>;

export type Cell = string | number | null;

/** CSV with a header; a cell with a comma, a quote or a line break is quoted, null is an empty cell. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${[header, ...rows].map((row) => row.map(cellText).join(",")).join("\n")}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const DAY = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function day(text: string): number {
  const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
  return Date.UTC(year, month - 1, date) / DAY;
}

/** `YYYY-MM-DD`. */
export function dateText(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

/** `DD.MM.YYYY`. */
export function germanDate(days: number): string {
  return dateText(days).split("-").reverse().join(".");
}

/** `YYYY-MM-DDTHH:mm:ss` of a minute counted from 1970, with seconds. */
export function timeText(minutes: number, seconds = 0): string {
  return new Date(minutes * 60_000 + seconds * 1000).toISOString().slice(0, 19);
}

/** The first days of the months from one to another, both included: `2026-01`. */
export function monthsFrom(
  first: string,
  last: string,
): readonly { label: string; start: number; days: number }[] {
  const months = [];
  for (let [year = 0, month = 1] = first.split("-").map(Number); ; month += 1) {
    const start = Date.UTC(year, month - 1, 1) / DAY;
    const label = dateText(start).slice(0, 7);
    if (label > last) return months;
    months.push({ label, start, days: Date.UTC(year, month, 1) / DAY - start });
  }
}

/** A number with so many digits, zeros in front. */
export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
