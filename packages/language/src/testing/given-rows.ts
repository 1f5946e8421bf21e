/**
 * The rows of a test's tables, with everything that was left out filled in (SPEC §3.12).
 *
 * A table becomes plain rows of text, keyed by field name, in two steps. Cells that were written already stand as the
 * dataset's file would write them. The rest is supplied here: keys `#1`, `#2`, … (1, 2, … for a number), the partner
 * of `for`, and for row i the period's start plus i seconds (a date field: its first day); rows are numbered through
 * the whole test. Where a dataset finds its partner or its date in another one, `for … in` also supplies the row
 * there, unless the test gives that dataset itself. Fields that stay empty are missing; one that the tested standards
 * read and that may not be missing is a problem of the test.
 */
import {
  type Bundle,
  type DatasetPlan,
  type FieldPlan,
  formatDay,
  formatInstant,
  type PartnersPlan,
  type ZoneClock,
} from "@tenet-lang/evaluator";
import type { GivenModel, TestModel } from "../check/model.ts";
import type { FieldsRead } from "./fields-read.ts";
import { periodDays } from "./periods.ts";
import type { TestProblem } from "./test-report.ts";

/** One row: field name to cell, its number among the dataset's rows, and the line of the table it comes from. */
export interface GivenRow {
  readonly cells: Readonly<Record<string, string | null>>;
  readonly number: number;
  readonly line: number;
}

/** Rows of one dataset that were written, or supplied, in the same form. */
export interface GivenRows {
  readonly dataset: string;
  /** File of the test. */
  readonly file: string;
  /** Fields whose cells stand as the dataset's file writes them; all others are in the default form. */
  readonly written: ReadonlySet<string>;
  readonly rows: readonly GivenRow[];
}

/** What filling in needs to know. */
export interface Filling {
  readonly test: TestModel;
  readonly bundle: Bundle;
  readonly read: FieldsRead;
  /** Fields by which tested metrics date rows in place of the dataset's own date. */
  readonly metricDates: ReadonlySet<string>;
  readonly clock: ZoneClock;
}

/** Most rows that one test may give. */
const MOST_ROWS = 1_000_000;

/** The rows of all tables of a test, and what is wrong with them. */
export function givenRows(filling: Filling): {
  readonly rows: readonly GivenRows[];
  readonly problems: readonly TestProblem[];
} {
  const { test, bundle } = filling;
  const tables = test.given.filter(({ source }) => source === null);
  const total = tables.flatMap(({ rows }) => rows).reduce((sum, { repeat }) => sum + repeat, 0);
  if (total > MOST_ROWS) {
    const message = `the test gives more than ${MOST_ROWS.toLocaleString("en-US")} rows; fewer show the same`;
    return { rows: [], problems: [{ message, file: test.origin.file, line: test.origin.line }] };
  }
  const counts = new Map<string, number>();
  const rows = tables.map((given) => {
    const first = counts.get(given.dataset) ?? 0;
    const filled = filledTable(given, first, filling);
    counts.set(given.dataset, first + filled.rows.length);
    return filled;
  });
  const problems = tables.flatMap((given, index) => [
    ...unwrittenFields(given, filling),
    ...rowsBehindPeriod(given, rows[index]?.rows ?? [], filling),
  ]);
  const linked = bundle.datasets.flatMap((dataset) => linkedRows(dataset, rows, filling));
  return { rows: [...rows, ...linked], problems };
}

type Plan = DatasetPlan | PartnersPlan;

function planOf(dataset: string, { bundle }: Filling): Plan | undefined {
  if (dataset === "partners") return bundle.partners ?? undefined;
  return bundle.datasets.find(({ name }) => name === dataset);
}

function unwrittenFields(given: GivenModel, filling: Filling): readonly TestProblem[] {
  const { dataset, columns, origin } = given;
  const plan = planOf(dataset, filling);
  const supplied = suppliedFields(given, filling);
  const isRead = (name: string): boolean =>
    filling.read.get(dataset)?.has(name) === true || (dataset === "partners" && plan?.key === name);
  return (plan?.fields ?? [])
    .filter(({ optional, columns: sources }) => !optional && sources.length > 0)
    .filter(({ name }) => isRead(name) && !supplied.has(name) && !columns.includes(name))
    .map(({ name }) => ({
      message: `\`${name}\` of \`${dataset}\` must be written: the tested standards read it, and it is not optional`,
      file: origin.file,
      line: origin.line,
    }));
}

/** What the numbering of rows, `for` and `in` supply where it is not written. */
type Supplied = "key" | "link" | "partner" | "date";

function suppliedFields(given: GivenModel, filling: Filling): ReadonlyMap<string, Supplied> {
  const supplied = new Map<string, Supplied>();
  const plan = filling.bundle.datasets.find(({ name }) => name === given.dataset);
  if (plan === undefined) return supplied;
  const { partner, dated, key, fields } = plan;
  const isOf = (name: string, ...kinds: readonly string[]): boolean =>
    fields.some((field) => field.name === name && kinds.includes(field.type.kind));
  if (given.period !== null) for (const name of dateFields(plan, filling)) supplied.set(name, "date");
  for (const via of [partner, dated]) {
    const isLinked = via?.kind === "via" && isSaid(via, given, plan) && !givesDataset(via.dataset, filling);
    if (isLinked && isOf(via.key, "text")) supplied.set(via.key, "link");
  }
  if (given.partner !== null && partner?.kind === "field") supplied.set(partner.field, "partner");
  if (key !== null && isOf(key, "text", "number")) supplied.set(key, "key");
  for (const name of given.columns) supplied.delete(name);
  return supplied;
}

/** Does `for` (or `in`) say what this look-up would find? */
function isSaid(via: object, given: GivenModel, plan: DatasetPlan): boolean {
  return (via === plan.partner && given.partner !== null) || (via === plan.dated && given.period !== null);
}

function givesDataset(name: string, { test }: Filling): boolean {
  return test.given.some(({ dataset }) => dataset === name);
}

/** The fields that put a row of the dataset in a window: its own date, and those of metrics that override it. */
function dateFields({ dated, fields }: DatasetPlan, { metricDates }: Filling): readonly string[] {
  const own = dated?.kind === "field" ? dated.field : null;
  return fields.map(({ name }) => name).filter((name) => name === own || metricDates.has(name));
}

function filledTable(given: GivenModel, first: number, filling: Filling): GivenRows {
  const plan = planOf(given.dataset, filling);
  const dateCell = dateWriter(given.period, filling);
  const supplied = [...suppliedFields(given, filling)].map(([name, what]) => ({
    name,
    cell: cellWriter(
      what,
      given,
      plan?.fields.find((field) => field.name === name),
      dateCell,
    ),
  }));
  const rows: GivenRow[] = [];
  for (const { repeat, cells, line } of given.rows) {
    const written = given.columns.map((name, index) => [name, cells[index] ?? null] as const);
    for (let made = 0; made < repeat; made += 1) {
      const number = first + rows.length + 1;
      const filled = supplied.map(({ name, cell }) => [name, cell(number)] as const);
      rows.push({ cells: Object.fromEntries([...written, ...filled]), number, line });
    }
  }
  return { dataset: given.dataset, file: given.origin.file, written: new Set(given.columns), rows };
}

/** Writes the cell of a row by its number. */
function cellWriter(
  what: Supplied,
  given: GivenModel,
  field: FieldPlan | undefined,
  dateCell: DateCell,
): (number: number) => string | null {
  switch (what) {
    case "date":
      return (number) => dateCell(field, number);
    case "partner":
      return () => given.partner;
    case "link":
      return (number) => `#${given.dataset}-${number}`;
    case "key":
      return field?.type.kind === "number" ? String : (number) => `#${number}`;
  }
}

/** The date of row i of a period, in the default form of the field's type. */
type DateCell = (field: FieldPlan | undefined, number: number) => string | null;

const MICROS_PER_SECOND = 1_000_000;

function dateWriter(period: string | null, { bundle, clock }: Filling): DateCell {
  const days = period === null ? null : periodDays(period, bundle.agreement.yearStarts);
  if (days === null) return () => null;
  const start = clock.startOfDay(days.start);
  return (field, number) =>
    field?.type.kind === "date" ? formatDay(days.start) : formatInstant(start + number * MICROS_PER_SECOND);
}

/** Rows that would be dated later than the period they are given for. */
function rowsBehindPeriod(
  given: GivenModel,
  rows: readonly GivenRow[],
  filling: Filling,
): readonly TestProblem[] {
  const { bundle, clock } = filling;
  const days = given.period === null ? null : periodDays(given.period, bundle.agreement.yearStarts);
  const isDated = [...suppliedFields(given, filling).values()].includes("date");
  if (days === null || !isDated) return [];
  const seconds = (clock.startOfDay(days.end) - clock.startOfDay(days.start)) / MICROS_PER_SECOND;
  const behind = rows.find(({ number }) => number >= seconds);
  if (behind === undefined) return [];
  const message = `row ${behind.number} of \`${given.dataset}\`, a second after the one before, falls behind the end of ${given.period}; write its date`;
  return [{ message, file: given.origin.file, line: behind.line }];
}

/** Rows of a dataset in which others find the partner or date that `for … in` gave them; each key once. */
function linkedRows(
  target: DatasetPlan,
  tables: readonly GivenRows[],
  filling: Filling,
): readonly GivenRows[] {
  if (givesDataset(target.name, filling)) return [];
  const found = new Map<string, GivenRow>();
  const givens = filling.test.given.filter(({ source }) => source === null);
  for (const [index, given] of givens.entries()) {
    for (const { key, field, value, line } of linksInto(target, given, tables[index]?.rows ?? [], filling)) {
      const place = target.key === null ? `${key.cell}\n${value}` : key.cell;
      const cells = { ...found.get(place)?.cells, [key.name]: key.cell, [field]: value };
      found.set(place, { cells, number: found.size + 1, line });
    }
  }
  const { file } = filling.test.origin;
  const rows = [...found.values()];
  return rows.length === 0 ? [] : [{ dataset: target.name, file, written: new Set(), rows }];
}

/** What the look-ups of one table's rows must find in another dataset: by which key, in which field, which value. */
interface Link {
  readonly key: { readonly name: string; readonly cell: string };
  readonly field: string;
  readonly value: string | null;
  readonly line: number;
}

function linksInto(
  target: DatasetPlan,
  given: GivenModel,
  rows: readonly GivenRow[],
  filling: Filling,
): readonly Link[] {
  const plan = filling.bundle.datasets.find(({ name }) => name === given.dataset);
  if (plan === undefined) return [];
  const dateCell = dateWriter(given.period, filling);
  return [plan.partner, plan.dated].flatMap((via) => {
    if (via?.kind !== "via" || via.dataset !== target.name || !isSaid(via, given, plan)) return [];
    const field = target.fields.find(({ name }) => name === via.field);
    return rows.flatMap(({ cells, number, line }) => {
      const cell = cells[via.key] ?? null;
      if (cell === null) return [];
      const value = via === plan.partner ? given.partner : dateCell(field, number);
      return [{ key: { name: via.key, cell }, field: via.field, value, line }];
    });
  });
}
