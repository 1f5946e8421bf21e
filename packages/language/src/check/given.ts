/**
 * The rows that a test gives: tables become cells as the dataset's file would write them (SPEC §3.12).
 *
 * A table names fields, not columns. What it leaves out is filled in by the runner, so here it is only made sure
 * that it can be: the partner and the dates of `for … in`, and keys that can be numbered.
 */
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { properCells, properCount } from "./cell-forms.ts";
import { cellOf } from "./cells.ts";
import { periodKind } from "./civil.ts";
import { wholeNumber } from "./exact.ts";
import type { GivenModel } from "./model.ts";
import { guess } from "./offers.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportTestCell } from "./rules/test-cell.rule.ts";
import { reportTestPeriod } from "./rules/test-period.rule.ts";
import { reportTestRule, reportTestSeparators, reportTestTable } from "./rules/test-table.rule.ts";
import { reportUnknownField } from "./rules/unknown-field.rule.ts";
import { sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { type Field, isComputed, type Table } from "./tables.ts";
import { datasetNamed, type World } from "./world.ts";

/** What a `given` sentence gives; null where something in it was reported. */
export function givenOf(world: World, site: Site, node: ast.Given): GivenModel | null {
  const table = givenTable(world, site, node);
  const period = node.period === null || checkPeriod(site, node.period);
  if (table === null || !period || !checkFor(site, table, node)) return null;
  const shared = {
    dataset: table.name,
    source: node.source?.text ?? null,
    partner: node.partner?.text ?? null,
    period: node.period?.text ?? null,
    origin: site.origin({ start: node.span.start, end: node.table[0]?.span.start ?? node.span.end }),
  };
  if (node.source !== null) return { ...shared, columns: [], rows: [] };
  const rule = node.table.find(isRule);
  if (rule !== undefined) {
    reportTestRule(site, rule.span);
    return null;
  }
  const [header, ...rows] = node.table;
  if (header === undefined) {
    reportTestTable(site, node.span, "a given table needs a header row and rows, each between `|`");
    return null;
  }
  const columns = columnsOf(site, table, node, header);
  if (columns === null) return null;
  const read = rows.map((row) => rowOf(site, columns, header, row));
  const sound = read.filter((row) => row !== null);
  const isWhole = sound.length === read.length && checkKey(site, table, columns, header, rows.length);
  const names = columns.filter((column) => column !== "rows").map(({ name }) => name);
  return isWhole ? { ...shared, columns: names, rows: sound } : null;
}

/** Whether a period exists; if not, that is reported. */
export function checkPeriod(site: Site, node: ast.Expect["period"]): boolean {
  if (periodKind(node.text) !== null) return true;
  reportTestPeriod(site, node.span, node.text, null);
  return false;
}

function givenTable(world: World, site: Site, node: ast.Given): Table | null {
  if (node.dataset.text !== "partners") return datasetNamed(world, site, node.dataset);
  if (world.partners === null && !world.partnersUnread) reportPartnersNotDeclared(site, node.dataset.span);
  return world.partners;
}

/** Whose rows they are: a partner's where the dataset has one, the brand's otherwise. */
function checkFor(site: Site, table: Table, { partner }: ast.Given): boolean {
  if (partner === null || table.unread) return true;
  const isBrand = !table.hasPartner;
  const problem =
    table.name === "partners"
      ? "partners are given as they are, not `for` one of them"
      : isBrand && partner.text !== "brand"
        ? `rows of \`${table.name}\` are about the brand: write \`for "brand"\``
        : null;
  if (problem !== null) reportTestTable(site, partner.span, problem);
  return problem === null;
}

type Column = Field | "rows";

/** The columns of a table's header: `rows`, or fields of the dataset, each once. */
function columnsOf(
  site: Site,
  table: Table,
  node: ast.Given,
  header: ast.TableRow,
): readonly Column[] | null {
  const columns: Column[] = [];
  for (const { text, span } of header.cells) {
    const column = text === "rows" ? text : table.fields.get(text);
    if (column === undefined) {
      const name = { kind: "Name", text, span } as const;
      if (!table.unread) reportUnknownField(site, name, table.name, columnsLike(table, text));
      return null;
    }
    const problem = columnProblem(table, node, column, columns);
    if (problem !== null) {
      const earlier = header.cells[columns.indexOf(column)];
      const first = earlier === undefined ? null : { span: earlier.span, says: "it stands here first" };
      reportTestTable(site, span, problem, first);
      return null;
    }
    columns.push(column);
  }
  return columns;
}

/** What a column may be called; of `wait (s)`, only the field before the parenthesis. */
function columnsLike(table: Table, text: string): readonly string[] {
  const names = [...table.fields.keys(), "rows"];
  const bare = /^(\w+)\s*[([]/.exec(text)?.[1];
  return bare !== undefined && names.includes(bare) ? [bare] : names;
}

function columnProblem(
  table: Table,
  node: ast.Given,
  column: Column,
  earlier: readonly Column[],
): string | null {
  const name = column === "rows" ? column : column.name;
  if (earlier.includes(column)) return `column \`${name}\` stands twice`;
  if (column === "rows") return null;
  if (column.node !== null && isComputed(column.node.type))
    return `\`${name}\` is computed from other fields, so it is not given`;
  const partner = table.node.kind === "Dataset" ? sentenceOf(table.node, "DatasetPartner") : null;
  const isPartner = partner?.via === null && partner.field.text === name;
  return isPartner && node.partner !== null
    ? `\`for\` gives the partner already, so \`${name}\` is not written`
    : null;
}

/** A key that is left out is numbered, which text and numbers can be. */
function checkKey(
  site: Site,
  table: Table,
  columns: readonly Column[],
  header: ast.TableRow,
  rows: number,
): boolean {
  const name = keyOf(table);
  const key = name === null ? undefined : table.fields.get(name);
  if (name === null || key === undefined || rows === 0 || columns.includes(key) || key.type === null)
    return true;
  if (key.type.kind === "text" || key.type.kind === "number") return true;
  reportTestTable(
    site,
    header.span,
    `column \`${name}\` must be written: keys are filled in for text and numbers only`,
  );
  return false;
}

/** The field that tells the rows of a file apart; clocks have no file. */
function keyOf({ node }: Table): string | null {
  if (node.kind === "Clock") return null;
  return node.kind === "Dataset" ? node.rowPer.text : node.key.text;
}

function rowOf(
  site: Site,
  columns: readonly Column[],
  header: ast.TableRow,
  row: ast.TableRow,
): GivenModel["rows"][number] | null {
  if (row.cells.length !== columns.length) {
    const separated = otherSeparators(site, row.span, columns.length);
    if (separated !== null) {
      reportTestSeparators(site, row.span, separated, header.span);
      return null;
    }
    const count = row.cells.length;
    const words = `the row has ${count} ${count === 1 ? "cell" : "cells"}, its header ${columns.length}`;
    const place = { span: header.span, says: "the header stands here" };
    reportTestTable(site, row.span, words, place, surplusCells(row, columns.length));
    return null;
  }
  const cells: (string | null)[] = [];
  let repeat: number | null = 1;
  let sound = true;
  for (const [index, cell] of row.cells.entries()) {
    const column = columns[index];
    if (column === "rows") repeat = repeatOf(site, cell);
    else if (column !== undefined) {
      const text = cellText(site, column, cell);
      if (text === undefined) sound = false;
      else cells.push(text);
    }
  }
  return repeat === null || !sound ? null : { repeat, cells, line: site.origin(row.span).line };
}

/** Without the cells behind the last column, where nothing stands in them. */
function surplusCells({ cells, span }: ast.TableRow, count: number): readonly Fix[] {
  const [last, surplus] = [cells[count - 1], cells.slice(count)];
  if (last === undefined || surplus.length === 0 || surplus.some(({ text }) => text !== "")) return [];
  return [guess("remove the empty cells", { span: { start: last.span.end, end: span.end }, text: " |" })];
}

/** The row with bars where tabs or semicolons stand between as many cells as there should be. */
function otherSeparators({ file }: Site, { start, end }: Span, count: number): string | null {
  const cells = file.text
    .slice(start, end)
    .replace(/^\||\|$/g, "")
    .split(/[\t;]/);
  return cells.length === count && count > 1 ? `| ${cells.map((cell) => cell.trim()).join(" | ")} |` : null;
}

/** `|----|----|` below the header, as other tables have it. */
function isRule({ cells }: ast.TableRow): boolean {
  return cells.length > 0 && cells.every(({ text }) => /^:?-{2,}:?$/.test(text));
}

type AstCell = ast.TableRow["cells"][number];

function repeatOf(site: Site, cell: AstCell): number | null {
  if (cell.text === "") return 1;
  const repeat = wholeNumber(cell.text.replaceAll("_", ""), 0);
  if (repeat === null)
    reportTestCell(
      site,
      cell.span,
      "rows",
      "write how often the row stands, such as `95`",
      { text: cell.text, among: [] },
      [properCount(cell.text) ?? []].flat(),
    );
  return repeat;
}

/** The cell as the file would write it; null for missing, undefined where it was reported. */
function cellText(site: Site, column: Field, cell: AstCell): string | null | undefined {
  if (column.plan === null) return undefined;
  if (cell.text === "") {
    if (column.optional) return null;
    reportTestCell(site, cell.span, column.name, "it is not optional, so it must be given", null);
    return undefined;
  }
  const read = cellOf(column.plan.type, cell.text);
  if ("text" in read) return read.text;
  const choice = { text: cell.text, among: read.candidates ?? [] };
  const forms = properCells(column.plan.type, cell.text);
  reportTestCell(site, cell.span, column.name, read.problem, choice, forms);
  return undefined;
}
