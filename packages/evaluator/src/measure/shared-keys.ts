/**
 * `one row per KEY`: rows that share a key are all set aside, each with an error of its own, so that the order of the
 * file never matters (SPEC §3.2.9, §4.7.7).
 *
 * A row that streams by is counted before a later one turns out to share its key; what it was counted as is kept with
 * its place, and taken back then.
 */
import { reportError } from "../columns/read-tally.ts";
import { NOBODYS, SET_ASIDE, USED } from "./fates.ts";
import type { Table } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { identityReader, undatedTest, valueText } from "./table.ts";

/** What a row was counted as that later turns out to share its key. */
const [AS_USED, AS_UNDATED, AS_NOBODYS, AS_SET_ASIDE] = [0, 1, 2, 3] as const;
const MARKS = 4;

/** Decides for the rows of the view. Of each key the first place is kept, which is a line where rows stream by. */
export function setSharedKeys(table: Table, length: number): void {
  const { stored, fates } = table;
  const name = table.plan.key;
  if (name === null) return;
  const key = identityReader(table, name);
  const isUndated = undatedTest(table);
  const seen = stored ? new Map<number | bigint, number>() : table.seenKeys;
  for (let row = 0; row < length; row += 1) {
    const value = key(row);
    if ((fates[row] !== USED && fates[row] !== NOBODYS) || Number.isNaN(value)) continue;
    const first = seen.get(value);
    if (first === undefined) {
      const mark = fates[row] === NOBODYS ? AS_NOBODYS : isUndated(row) ? AS_UNDATED : AS_USED;
      seen.set(value, (stored ? row : table.lineOf(row)) * MARKS + mark);
      continue;
    }
    const place = Math.floor(first / MARKS);
    const [line, firstLine] = [table.lineOf(row), stored ? table.lineOf(place) : place];
    const mark = first % MARKS;
    if (mark !== AS_SET_ASIDE) {
      seen.set(value, place * MARKS + AS_SET_ASIDE);
      if (stored) fates[place] = SET_ASIDE;
      else takeBack(table, mark);
      reportSharedKey(table, name, value, firstLine, line);
    }
    fates[row] = SET_ASIDE;
    reportSharedKey(table, name, value, line, firstLine);
  }
}

/** A row that was counted, or is about to be, is set aside after all. */
function takeBack({ counts }: Table, mark: number): void {
  counts.setAside += 1;
  if (mark === AS_NOBODYS) counts.nobodys -= 1;
  else counts.used -= 1;
  if (mark === AS_UNDATED) counts.undated -= 1;
}

function reportSharedKey(
  table: Table,
  name: string,
  value: number | bigint,
  line: number,
  otherLine: number,
): void {
  const field = table.plan.fields[fieldIndex(table.plan.fields, name)];
  const text = field === undefined || field.personal ? null : valueText(field.type, value, table.run);
  reportError(table.tally, {
    code: "TEN4031",
    source: table.plan.source,
    row: line,
    column: field?.columns[0] ?? name,
    value: text,
    message: `this key stands in row ${otherLine} too, and \`${table.plan.name}\` has one row per \`${name}\``,
  });
}
