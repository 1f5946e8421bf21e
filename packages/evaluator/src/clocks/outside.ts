/**
 * What rows ask of calendars that are not the same for everybody, or do not reach far enough (SPEC §2.7.9, §3.2.43,
 * §3.2.44, §3.3.9).
 *
 * Business days in a calendar that closes by partner are counted here, once the partners are known, and not while
 * the row is read. A row that asks for a day outside of a calendar's table is set aside, and so is a partner whose
 * region no calendar knows: holidays are never guessed.
 */
import type { FieldPlan, FieldType } from "../bundle/table-plan.ts";
import { reportError } from "../columns/read-tally.ts";
import type { OutsideTest } from "../measure/clock-engine.ts";
import type { Reach } from "../measure/needed.ts";
import type { Table } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { columnReader, kindOfDate, partnerCodeReader, valueText } from "../measure/table.ts";
import { businessDaysBetween, momentOf } from "../time/business.ts";

/** The test of a table's rows; null where they ask nothing of calendars. */
export function outsideTest(table: Table, reaches: readonly Reach[]): OutsideTest | null {
  const { name, fields } = table.plan;
  // A case takes over what was counted for its row.
  const isClock = table.run.bundle.clocks.some((clock) => clock.name === name);
  const tests = [
    ...(name === "partners" ? regionTests(table) : []),
    ...(isClock ? [] : fields.flatMap((field, index) => partnerDays(table, field, index))),
    ...reaches.flatMap((reach) => reachTest(table, reach)),
  ];
  // Every test is asked, since some fill columns.
  return tests.length === 0 ? null : (row) => tests.filter((test) => test(row)).length > 0;
}

/** Partners whose region is none of those that a calendar closes by. */
function regionTests(table: Table): readonly OutsideTest[] {
  return table.run.bundle.calendars.flatMap(({ name, closed }) => {
    if (closed.kind === "same") return [];
    const field = table.plan.fields[fieldIndex(table.plan.fields, closed.field)];
    const known = new Set(closed.regions.map(({ value }) => value));
    if (field === undefined) return [];
    const read = columnReader(table, field.name);
    return (row: number): boolean => {
      const value = read(row);
      if (Number.isNaN(value)) return false;
      const text = valueText(field.type, value, table.run);
      if (known.has(text)) return false;
      refuse(table, row, "TEN4038", field, text, `\`${text}\` is no region whose holidays \`${name}\` knows`);
      return true;
    };
  });
}

type Days = FieldType & { readonly kind: "days" };

/** `days … in CALENDAR` where the calendar closes by partner: missing in rows whose partner is not known. */
function partnerDays(table: Table, field: FieldPlan, index: number): readonly OutsideTest[] {
  const { run, plan, view } = table;
  if (field.type.kind !== "days") return [];
  const { from, to, calendar: name }: Days = field.type;
  const calendar = run.bundle.calendars.find((each) => each.name === name);
  if (name === null || calendar?.closed.kind !== "by_partner" || plan.partner?.kind !== "field") return [];
  const code = partnerCodeReader(table, plan.partner.field);
  const ends = [from, to].map((end) => ({
    read: columnReader(table, end),
    isInstant: kindOfDate(plan.fields, end) === "timestamp",
  }));
  return [
    (row) => {
      const column = view.columns[index];
      const [first, last] = ends.map(({ read }) => read(row));
      const found = Number.isNaN(code(row)) ? null : run.calendar(name, run.parties.indexOf(code(row)));
      if (found === null || first === undefined || last === undefined || Number.isNaN(first + last)) {
        if (column) column[row] = Number.NaN;
        return false;
      }
      const [begin, end] = [first, last].map((value, at) =>
        momentOf(found, value, ends[at]?.isInstant ?? false),
      );
      const days =
        begin === undefined || end === undefined ? Number.NaN : businessDaysBetween(found, begin, end.day);
      if (column) column[row] = days;
      if (Number.isNaN(days)) refuseReach(table, row, field, name);
      return Number.isNaN(days);
    },
  ];
}

/** Look-ups in business days after a field of the row. */
function reachTest(table: Table, { field, days }: Reach): readonly OutsideTest[] {
  const calendar = table.run.frame.businessDays;
  const plan = table.plan.fields[fieldIndex(table.plan.fields, field)];
  if (calendar === null || plan === undefined) return [];
  const read = columnReader(table, field);
  const isInstant = plan.type.kind === "timestamp";
  return [
    (row) => {
      const value = read(row);
      if (Number.isNaN(value)) return false;
      const { dayZero } = momentOf(calendar, value, isInstant);
      if (!Number.isNaN(calendar.businessDay(dayZero, days))) return false;
      refuseReach(table, row, plan, calendar.name);
      return true;
    },
  ];
}

function refuseReach(table: Table, row: number, field: FieldPlan, calendar: string): void {
  refuse(table, row, "TEN4037", field, null, `asks for a day outside of those that \`${calendar}\` knows`);
}

function refuse(
  table: Table,
  row: number,
  code: string,
  field: FieldPlan,
  value: string | null,
  message: string,
): void {
  reportError(table.tally, {
    code,
    source: table.plan.source,
    row: table.lineOf(row),
    column: field.columns[0] ?? field.name,
    value: field.personal ? null : value,
    message: field.personal ? message.replace(/^`.*?`/, "the value") : message,
  });
}
