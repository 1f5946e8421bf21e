/**
 * Limits: what a metric must reach, row by row (SPEC §3.6).
 *
 * A limit that varies is a list of rows, read top-down: the first whose condition holds and whose date has come is
 * in force, or a newer one of the same condition. The model has the rows in an order in which "first" alone decides;
 * a row that can never be in force is reported.
 */
import type { Condition, LimitComparison, PlainComparison } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { isDate } from "./civil.ts";
import { bindOptional, bindTest } from "./conditions.ts";
import type { LimitModel, LimitRowModel } from "./model.ts";
import { operatorOf } from "./operators.ts";
import { relativeComparison } from "./relative-limits.ts";
import { reportGroupField, reportGroupType } from "./rules/group-field.rule.ts";
import { reportGroupsDiffer } from "./rules/groups-differ.rule.ts";
import { reportInvalidDate } from "./rules/invalid-date.rule.ts";
import { reportLastOtherwise } from "./rules/last-otherwise.rule.ts";
import { reportLimitValue } from "./rules/limit-value.rule.ts";
import { reportNotInForce } from "./rules/not-in-force.rule.ts";
import { reportPersonalField } from "./rules/personal-field.rule.ts";
import { reportTimeOutside } from "./rules/time-outside.rule.ts";
import { reportUnreachableRow } from "./rules/unreachable-row.rule.ts";
import { type Declared, hasUnread } from "./scope.ts";
import type { Site } from "./site.ts";
import { type Field, fieldOf } from "./tables.ts";
import { areAlike } from "./types.ts";
import { boundWords } from "./value-words.ts";
import { type Metric, measuresTime, metricNamed, type World } from "./world.ts";

/** What checking a limit needs to know of the agreement. */
export interface Term {
  readonly from: string;
  readonly until: string | null;
}

const WORDS: Readonly<Partial<Record<ast.TestOperator, string>>> = {
  is: "is",
  isNot: "is not",
  atLeast: "at least",
  atMost: "at most",
  moreThan: "more than",
  lessThan: "less than",
  fewerThan: "fewer than",
  fromTo: "from",
};

/** A limit's comparison with the metric's value, or null where it was reported or the metric is not known. */
export function limitComparison(
  world: World,
  site: Site,
  metric: Metric,
  name: ast.Name,
  test: ast.Test,
): PlainComparison | null {
  const { type } = metric;
  const words = WORDS[test.operator];
  if (type === null || words === undefined) return null;
  const field = test.values.find(
    (value) => value.kind === "Name" && type.kind !== "one_of" && type.kind !== "yes_no",
  );
  if (field !== undefined) {
    reportLimitValue(site, metric.name, type, field);
    return null;
  }
  const left = { words: name.text, span: name.span, type, civil: false, row: null };
  const values = bindTest(world, site, left, test);
  const operator = operatorOf(test);
  if (values === null || !isLimitOperator(operator)) return null;
  return {
    operator,
    values,
    words,
    text: boundWords(site.file, test),
  };
}

function isLimitOperator(operator: string): operator is PlainComparison["operator"] {
  return ["is", "is_not", "at_least", "at_most", "more_than", "less_than", "between"].includes(operator);
}

/** A limit with its rows in the order in which they are tried; null where something in it was reported. */
export function limitOf(
  world: World,
  standard: Declared<ast.StandardDeclaration>,
  sentence: ast.Requires,
  node: ast.Limit,
  term: Term | null,
): LimitModel | null {
  const { site } = standard;
  const metric = metricNamed(world, site, node.metric);
  const rows = node.rows.map((row) =>
    limitRow(world, site, metric, node, row, writtenAt(sentence, node, row)),
  );
  const sound = rows.filter((row) => row !== null);
  const ordered = node.rows.map((row, index) => ({
    span: row.span,
    where: row.where === null ? null : (rows[index]?.where ?? undefined),
    from: row.from?.text ?? null,
  }));
  checkOrder(site, ordered, term, hasUnread(standard));
  checkInForce(site, node, term);
  const group = groupOf(world, site, node, metric);
  if (metric === null || group === undefined || sound.length !== rows.length) return null;
  return { metric: metric.name, group, rows: inOrder(sound), tolerates: null };
}

/** Where people find a row: the whole sentence if it is all there is, the row or the alternative otherwise. */
function writtenAt(sentence: ast.Requires, limit: ast.Limit, row: ast.LimitRow): ast.Node["span"] {
  if (limit.rows.length > 1) return row.span;
  return sentence.limits.length > 1 ? limit.span : sentence.span;
}

function limitRow(
  world: World,
  site: Site,
  metric: Metric | null,
  limit: ast.Limit,
  row: ast.LimitRow,
  span: ast.Node["span"],
): LimitRowModel | null {
  const comparison = metric === null ? null : rowComparison(world, site, metric, limit, row);
  const where = bindOptional(world, site, { kind: "terms" }, row.where);
  if (row.from !== null && !isDate(row.from.text)) {
    reportInvalidDate(site, row.from.span, "date");
    return null;
  }
  if (comparison === null || where === undefined) return null;
  return { comparison, where, from: row.from?.text ?? null, origin: site.origin(span) };
}

function rowComparison(
  world: World,
  site: Site,
  metric: Metric,
  limit: ast.Limit,
  row: ast.LimitRow,
): LimitComparison | null {
  return row.test.kind === "Test"
    ? limitComparison(world, site, metric, limit.metric, row.test)
    : relativeComparison(world, site, metric, row, row.test);
}

/** A row of a limit or of `needs`; `where` is undefined where the condition is not known. */
export interface OrderedRow {
  readonly span: ast.Node["span"];
  readonly where: Condition | null | undefined;
  readonly from: string | null;
}

/**
 * Reports rows that can never be in force, and a last row that leaves some partners without any (unless a row after
 * it may be what could not be read).
 */
export function checkOrder(
  site: Site,
  rows: readonly OrderedRow[],
  term: Term | null,
  hasUnread: boolean,
): void {
  for (const [index, row] of rows.entries()) {
    const earlier = rows.slice(0, index).find((other) => hides(other, row, term));
    if (earlier !== undefined) {
      reportUnreachableRow(site, row.span, earlier.span, earlier.where === null && row.where !== null);
      return;
    }
  }
  const last = rows.at(-1);
  if (last === undefined || last.where === null || hasUnread) return;
  reportLastOtherwise(site, last.span, rows.length > 1 ? (rows[0]?.span ?? null) : null);
}

/** Whether `later` can never be reached because of `earlier`. */
function hides(earlier: OrderedRow, later: OrderedRow, term: Term | null): boolean {
  if (earlier.where === undefined || later.where === undefined) return false;
  if (earlier.where === null && later.where !== null) return beginsBefore(earlier.from, later.from, term);
  return earlier.from === later.from && areSameCondition(earlier.where, later.where);
}

/** Whether a row with one date is in force whenever a row with the other can be. */
function beginsBefore(earlier: string | null, later: string | null, term: Term | null): boolean {
  if (earlier === null || (later !== null && earlier <= later)) return true;
  return term !== null && earlier <= term.from;
}

/** A verdict must never lack a limit because none has begun: the earliest unconditional row covers the first day. */
function checkInForce(site: Site, node: ast.Limit, term: Term | null): void {
  const dates = node.rows.filter((row) => row.where === null).map((row) => row.from);
  if (term === null || dates.length === 0 || dates.some((date) => date === null || date.text <= term.from))
    return;
  const first = dates.filter((date) => date !== null).sort((a, b) => (a.text < b.text ? -1 : 1))[0];
  if (first !== undefined && isDate(first.text)) reportNotInForce(site, first, node.metric.text, term.from);
}

/**
 * Rows so that the first which holds is the one in force. The law takes the first row that holds and has begun, and
 * then, of those with its condition that have begun, the newest; so a row is tried where the first row stands of its
 * condition that has begun whenever it has, newer ones before older.
 */
function inOrder(rows: readonly LimitRowModel[]): readonly LimitRowModel[] {
  if (rows.length < 2) return rows;
  const placed = rows.map((row) => ({ row, place: rows.findIndex((other) => goesBefore(other, row)) }));
  return placed.sort((a, b) => a.place - b.place || newestFirst(a.row, b.row)).map(({ row }) => row);
}

function goesBefore(other: LimitRowModel, row: LimitRowModel): boolean {
  return (other.from ?? "") <= (row.from ?? "") && areSameCondition(other.where, row.where);
}

function areSameCondition(one: Condition | null, other: Condition | null): boolean {
  if (one === other) return true;
  return one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);
}

function newestFirst(a: LimitRowModel, b: LimitRowModel): number {
  return (a.from ?? "") < (b.from ?? "") ? 1 : -1;
}

/** The field of `for each`, the same in every row; null for none, undefined where it was reported. */
function groupOf(
  world: World,
  site: Site,
  node: ast.Limit,
  metric: Metric | null,
): string | null | undefined {
  const [first, ...others] = node.rows;
  const group = first?.group ?? null;
  const odd = others.find((row) => row.group?.text !== group?.text);
  if (odd !== undefined) {
    reportGroupsDiffer(site, odd.group?.span ?? odd.span, node.metric.text);
    return undefined;
  }
  if (group === null) return null;
  if (metric === null) return undefined;
  if (measuresTime(world, metric)) {
    reportTimeOutside(site, group.span, "time does not fall into groups");
    return undefined;
  }
  return checkGroup(world, site, group, [...metric.datasets], metric.name) ? group.text : undefined;
}

/** Types of which values make groups. */
const GROUPING: ReadonlySet<string> = new Set(["text", "one_of", "yes_no", "number", "date"]);

/** Whether every dataset has the field that groups are made by; what hinders is reported. */
export function checkGroup(
  world: World,
  site: Site,
  group: ast.Name,
  datasets: readonly string[],
  readBy: string,
): boolean {
  const tables = datasets.map((name) => world.tables.get(name)).filter((table) => table !== undefined);
  const [first, ...others] = tables.filter((table) => table.fields.has(group.text));
  const lacking = tables.find((table) => !table.fields.has(group.text));
  if (lacking !== undefined) {
    if (first === undefined) fieldOf(site, lacking, group);
    else if (!lacking.unread) reportGroupField(site, group, lacking.name, readBy, false);
    return false;
  }
  const field = first?.fields.get(group.text);
  const odd = others.find((table) => !areSame(field, table.fields.get(group.text)));
  if (odd !== undefined) reportGroupField(site, group, odd.name, readBy, true);
  if (field?.type != null && !GROUPING.has(field.type.kind)) {
    reportGroupType(site, group, field.type);
    return false;
  }
  if (field?.personal === true) reportPersonalField(site, group, "no groups are made by it");
  return field !== undefined && odd === undefined && !field.personal;
}

function areSame(a: Field | undefined, b: Field | undefined): boolean {
  return a?.type == null || b?.type == null || areAlike(a.type, b.type);
}
