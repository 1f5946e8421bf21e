/**
 * The first rows of a CSV file as cells, to tell types by. What judges reads files strictly and knows what is wrong with
 * them; this reads on, since a person looks at what comes of it.
 */

/** The header and some rows, all of the header's width. */
export interface CsvHead {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 500;

/** Null where there is no header. `isWhole` says that the text ends where the file does. */
export function csvHead(text: string, isWhole: boolean): CsvHead | null {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const records = recordsOf(content, delimiterOf(content), MOST_ROWS + 2);
  const whole = isWhole || records.length > MOST_ROWS + 1 ? records : records.slice(0, -1);
  const [columns, ...rows] = whole;
  if (columns === undefined || columns.every((column) => column.trim() === "")) return null;
  return { columns, rows: rows.slice(0, MOST_ROWS).filter((row) => row.length === columns.length) };
}

/** A comma, a semicolon or a tab: what the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** Records by RFC 4180: quotes may hold delimiters, line ends and doubled quotes. */
function recordsOf(text: string, delimiter: string, most: number): readonly (readonly string[])[] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length && records.length < most) {
    const record: string[] = [];
    for (;;) {
      const { value, end } = cellAt(text, at, delimiter);
      record.push(value);
      at = end;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (record.length > 1 || record[0] !== "") records.push(record);
  }
  return records;
}

function cellAt(
  text: string,
  start: number,
  delimiter: string,
): { readonly value: string; readonly end: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
    return { value: text.slice(start, end), end };
  }
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: Math.min(end + 1, text.length) };
}
