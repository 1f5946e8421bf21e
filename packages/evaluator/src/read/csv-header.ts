/**
 * The header of a CSV file against the columns that a table reads.
 *
 * Columns are matched by name, exactly and in any order; columns that nobody declared are ignored and named once.
 * A declared column that is missing or stands twice makes the file unreadable (SPEC §4.7).
 */
import { shown } from "../columns/cell.ts";
import { nearestName } from "../columns/nearest-name.ts";
import type { TableLayout } from "../columns/table-layout.ts";
import type { FileProblem } from "./csv-problems.ts";

export interface Header {
  /** Slot of each column of the file; -1 for ignored ones. */
  readonly slots: Int32Array;
  readonly ignored: readonly string[];
}

export function matchHeader(
  names: readonly string[],
  layout: TableLayout,
  delimiter: string,
): Header | { problems: readonly FileProblem[] } {
  const places = new Map(layout.columns.map((column, slot) => [column, slot]));
  const problems = [
    ...layout.columns
      .filter((column) => !names.includes(column))
      .map((column) => missingColumn(column, names, places)),
    ...layout.columns
      .filter((column) => isTwice(column, names))
      .map((column) => repeatedColumn(column, names)),
  ];
  const [problem] = problems;
  if (problem !== undefined) return { problems: otherDelimiter(names, delimiter) ?? problems };
  const slots = Int32Array.from(names, (name) => places.get(name) ?? -1);
  return { slots, ignored: [...new Set(names.filter((name) => !places.has(name)))].map(shown) };
}

function isTwice(column: string, names: readonly string[]): boolean {
  return names.indexOf(column) !== names.lastIndexOf(column);
}

function missingColumn(
  column: string,
  names: readonly string[],
  places: ReadonlyMap<string, number>,
): FileProblem {
  const spare = names.filter((name) => !places.has(name));
  const near = nearestName(column, spare);
  const hint = near === null ? `; the file has ${listed(names)}` : `; did you mean \`${shown(near)}\`?`;
  return { code: "TEN4302", row: 1, column, message: `the file has no column \`${column}\`${hint}` };
}

function repeatedColumn(column: string, names: readonly string[]): FileProblem {
  const places = names.flatMap((name, index) => (name === column ? [index + 1] : []));
  const message = `the column \`${column}\` stands ${places.length} times (columns ${places.join(", ")}), so its values are not certain`;
  return { code: "TEN4303", row: 1, column, message };
}

/** Most columns that a message lists. */
const LISTED = 10;

function listed(names: readonly string[]): string {
  const first = names.slice(0, LISTED).map((name) => `\`${shown(name)}\``);
  return `${first.join(", ")}${names.length > LISTED ? `, … (${names.length} in all)` : ""}`;
}

const NAMED: Readonly<Record<string, string>> = { ",": "a comma", ";": "a semicolon", "\t": "a tab" };

/** A header that is one column with another delimiter inside. */
function otherDelimiter(names: readonly string[], delimiter: string): readonly FileProblem[] | null {
  const [only = ""] = names;
  const other =
    names.length > 1 ? undefined : [";", "\t", ","].find((sign) => sign !== delimiter && only.includes(sign));
  if (other === undefined) return null;
  const message = `the header is a single column divided by ${NAMED[other]}, and this file is read with ${NAMED[delimiter]} between columns; read it with ${NAMED[other]}`;
  return [{ code: "TEN4304", row: 1, column: null, message }];
}
