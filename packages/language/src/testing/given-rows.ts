/**
 * The rows of a test's tables, with everything that was left out filled in (SPEC §3.12).
 *
 * A table becomes plain rows of text, keyed by field name, in two steps. Cells that were written already stand as the
 * dataset's file would write them. The rest is supplied here: keys `#1`, `#2`, … (1, 2, … for a number), the partner
 * of `for`, and for row i the period's start plus i seconds (a date field: its first day). Where a dataset finds its
 * partner or its date in another one, `for … in` also supplies the row there, unless the test gives that dataset
 * itself. Fields that stay empty are missing; one that the tested standards read and that may not be missing is a
 * problem of the test.
 */
import {
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
import type { TestedPart } from "./tested-part.ts";
import type { TestProblem } from "./test-report.ts";

/** One row: field name to cell, and the line of the table it comes from. */
export interface GivenRow {
  readonly cells: Readonly<Record<string, string | null>>;
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

/** Most rows that one test may give. */
export const MOST_ROWS = 1_000_000;

/** What filling in needs to know. */
export interface Filling {
  readonly test: TestModel;
  readonly part: TestedPart;
  readonly read: FieldsRead;
  readonly clock: ZoneClock;
}

/** The rows of all tables of a test, and what is wrong with them. */
export function givenRows(filling: Filling): {
  readonly rows: readonly GivenRows[];
  readonly problems: readonly TestProblem[];
} {
  const { test, part } = filling;
  const tables = test.given.filter(({ source }) => source === null);
  const total = tables.flatMap(({ rows }) => rows).reduce((sum, { repeat }) => sum + repeat, 0);
  if (total > MOST_ROWS) return { rows: [], problems: [tooMany(test)] };
  const problems = tables.flatMap((given) => unwrittenFields(given, filling));
  const counts = new Map<string, number>();
  const rows = tables.map((given) => {
    const first = counts.get(given.dataset) ?? 0;
    const filled = filledTable(given, first, filling);
    counts.set(given.dataset, first + filled.rows.length);
    return filled;
  });
  const linked = part.bundle.datasets.flatMap((dataset) => linkedRows(dataset, rows, filling));
  return { rows: [...rows, ...linked], problems };
}

function tooMany({ origin }: TestModel): TestProblem {
  const message = `the test gives more than ${MOST_ROWS.toLocaleString("en-US")} rows; fewer show the same`;
  return { message, file: origin.file, line: origin.line };
}

type Plan = DatasetPlan | PartnersPlan;

function planOf(dataset: string, { part }: Filling): Plan | undefined {
  if (dataset === "partners") return part.bundle.partners ?? undefined;
  return part.bundle.datasets.find(({ name }) => name === dataset);
}

function unwrittenFields(given: GivenModel, filling: Filling): readonly TestProblem[] {
  const plan = planOf(given.dataset, filling);
  const supplied = suppliedFields(given, filling);
  const unwritten = (plan?.fields ?? []).filter(
    ({ name, optional, columns }) =>
      !optional && columns.length > 0 && isRead(name, given.dataset, plan, filling) && !supplied.has(name),
  );
  return unwritten
    .filter(({ name }) => !given.columns.includes(name))
    .map(({ name }) => ({
      message: `\`${name}\` of \`${given.dataset}\` must be written: the tested standards read it, and it is not optional`,
      file: given.origin.file,
      line: given.origin.line,
    }));
}

function isRead(name: string, dataset: string, plan: Plan | undefined, { read }: Filling): boolean {
  return read.get(dataset)?.has(name) === true || (dataset === "partners" && plan?.key === name);
}

/** Fields that `for`, `in` and the numbering of rows supply, with what each of them is. */
function suppliedFields(
  given: GivenModel,
  filling: Filling,
): ReadonlyMap<string, "key" | "link" | "partner" | "date"> {
  const supplied = new Map<string, "key" | "link" | "partner" | "date">();
  const plan = filling.part.bundle.datasets.find(({ name }) => name === given.dataset);
  if (plan === undefined) return supplied;
  const { partner, dated, key } = plan;
  const isText = (name: string): boolean =>
    plan.fields.some((field) => field.name === name && field.type.kind === "text");
  if (given.period !== null) for (const name of dateFields(plan, filling)) supplied.set(name, "date");
  for (const via of [partner, dated]) {
    const isLinked = via?.kind === "via" && isSupplied(via, given, plan) && !givesDataset(via.dataset, filling);
    if (isLinked && isText(via.key)) supplied.set(via.key, "link");
  }
  if (given.partner !== null && partner?.kind === "field") supplied.set(partner.field, "partner");
  if (key !== null) supplied.set(key, "key");
  for (const name of given.columns) supplied.delete(name);
  return supplied;
}

/** Does `for` (or `in`) say what this look-up would find? */
function isSupplied(via: object, given: GivenModel, plan: DatasetPlan): boolean {
  return (via === plan.partner && given.partner !== null) || (via === plan.dated && given.period !== null);
}

function givesDataset(name: string, { test }: Filling): boolean {
  return test.given.some(({ dataset }) => dataset === name);
}

/** The fields that put a row of the dataset in a window: its own date, and those of metrics that override it. */
function dateFields(plan: DatasetPlan, { part }: Filling): readonly string[] {
  const own = plan.dated?.kind === "field" ? [plan.dated.field] : [];
  const others = part.metrics.flatMap(({ dated }) => (dated === null ? [] : [dated]));
  return [...own, ...others.filter((name) => plan.fields.some((field) => field.name === name))];
}

function filledTable(given: GivenModel, first: number, filling: Filling): GivenRows {
  const plan = planOf(given.dataset, filling);
  const supplied = [...suppliedFields(given, filling)].map(([name, what]) => ({ name, what }));
  const dateCells = dateWriter(given.period, filling);
  const rows: GivenRow[] = [];
  for (const { repeat, cells, line } of given.rows) {
    const written = given.columns.map((name, index) => [name, cells[index] ?? null] as const);
    for (let made = 0; made < repeat; made += 1) {
      const number = rows.length + 1;
      const filled = supplied.map(({ name, what }) => {
        const field = plan?.fields.find((each) => each.name === name);
        if (what === "date") return [name, dateCells(field, number)] as const;
        if (what === "partner") return [name, given.partner] as const;
        return [name, keyCell(field, what === "key" ? "" : `${given.dataset}-`, first + number)] as const;
      });
      rows.push({ cells: Object.fromEntries([...written, ...filled]), line });
    }
  }
  return { dataset: given.dataset, file: given.origin.file, written: new Set(given.columns), rows };
}

function keyCell(field: FieldPlan | undefined, prefix: string, number: number): string {
  return field?.type.kind === "number" ? String(number) : `#${prefix}${number}`;
}

/** The date of row i of a period, in the default form of the field's type. */
function dateWriter(
  period: string | null,
  { part, clock }: Filling,
): (field: FieldPlan | undefined, row: number) => string | null {
  const days = period === null ? null : periodDays(period, part.bundle.agreement.yearStarts);
  if (days === null) return () => null;
  const start = clock.startOfDay(days.start);
  return (field, row) =>
    field?.type.kind === "date" ? formatDay(days.start) : formatInstant(start + row * MICROS_PER_SECOND);
}

const MICROS_PER_SECOND = 1_000_000;

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
    const plan = filling.part.bundle.datasets.find(({ name }) => name === given.dataset);
    const dateCells = dateWriter(given.period, filling);
    for (const via of plan === undefined ? [] : [plan.partner, plan.dated]) {
      if (plan === undefined || via?.kind !== "via" || via.dataset !== target.name) continue;
      if (!isSupplied(via, given, plan)) continue;
      const field = target.fields.find(({ name }) => name === via.field);
      for (const [at, row] of (tables[index]?.rows ?? []).entries()) {
        const key = row.cells[via.key] ?? null;
        if (key === null) continue;
        const value = via === plan.partner ? given.partner : dateCells(field, at + 1);
        const known = found.get(`${key}\n${target.key === null ? value : ""}`);
        const cells = { ...known?.cells, [via.key]: key, [via.field]: value };
        found.set(`${key}\n${target.key === null ? value : ""}`, { cells, line: row.line });
      }
    }
  }
  const { file } = filling.test.origin;
  return found.size === 0 ? [] : [{ dataset: target.name, file, written: new Set(), rows: [...found.values()] }];
}
