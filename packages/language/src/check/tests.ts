/**
 * Tests: sample rows and what must come of them (SPEC §3.12).
 *
 * Tables become cells as the dataset's file would write them, expectations become exact values; whether they come
 * true is for the runner to find out.
 */
import type * as ast from "../syntax/ast.ts";
import { cellOf } from "./cells.ts";
import { periodKind } from "./civil.ts";
import { wholeNumber } from "./exact.ts";
import { limitComparison } from "./limits.ts";
import { checkMoment, instantOf } from "./literals.ts";
import type { ExpectModel, GivenModel, TestModel } from "./model.ts";
import { allVerdicts, verdictOf } from "./needs.ts";
import { reportExpectation } from "./rules/expectation.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportTestCell } from "./rules/test-cell.rule.ts";
import { reportTestPeriod } from "./rules/test-period.rule.ts";
import { reportTestTable } from "./rules/test-table.rule.ts";
import { reportTypeMismatch } from "./rules/type-mismatch.rule.ts";
import { reportUnknownField } from "./rules/unknown-field.rule.ts";
import { type Declared, hasUnread, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import { type Site, wordsOf } from "./site.ts";
import { type CheckedStandard, hasKnownLimits, limitsOf } from "./standards.ts";
import type { Field, Table } from "./tables.ts";
import { type Metric, tableNamed, type World } from "./world.ts";

/** The model of a test; null where something in it was reported. */
export function testOf(
  world: World,
  { site, node }: Declared<ast.TestDeclaration>,
  standards: ReadonlyMap<string, CheckedStandard>,
): TestModel | null {
  const asOf = sentenceOf(node, "AsOf");
  const soundAsOf = asOf === null || checkMoment(site, asOf.at);
  const given = sentencesOf(node, "Given").map((one) => givenOf(world, site, one));
  const expects = sentencesOf(node, "Expect").map((one) => expectOf(world, site, one, standards));
  const soundGiven = given.filter((one) => one !== null);
  const soundExpects = expects.filter((one) => one !== null);
  if (!soundAsOf || soundGiven.length !== given.length || soundExpects.length !== expects.length) return null;
  if (node.label === null || expects.length === 0 || hasUnread({ site, node })) return null;
  return {
    name: node.name.text,
    label: node.label.text,
    asOf: asOf === null ? null : instantOf(world, asOf.at),
    given: soundGiven,
    expects: soundExpects,
    origin: site.origin(node.headSpan),
  };
}

function givenOf(world: World, site: Site, node: ast.Given): GivenModel | null {
  const table = givenTable(world, site, node);
  const period = node.period === null || checkPeriod(site, node.period);
  if (table === null || !period) return null;
  const shared = {
    dataset: table.name,
    source: node.source?.text ?? null,
    partner: node.partner?.text ?? null,
    period: node.period?.text ?? null,
    origin: site.origin({ start: node.span.start, end: node.table[0]?.span.start ?? node.span.end }),
  };
  if (node.source !== null) return { ...shared, columns: [], rows: [] };
  const [header, ...rows] = node.table;
  if (header === undefined) {
    reportTestTable(site, node.span, "a given table needs a header row and rows, each between `|`");
    return null;
  }
  const columns = columnsOf(site, table, header);
  if (columns === null) return null;
  const read = rows.map((row) => rowOf(site, columns, row));
  const sound = read.filter((row) => row !== null);
  if (sound.length !== read.length) return null;
  return { ...shared, columns: columns.filter((column) => column !== "rows").map(({ name }) => name), rows: sound };
}

function givenTable(world: World, site: Site, node: ast.Given): Table | null {
  if (node.dataset.text !== "partners") return tableNamed(world, site, node.dataset);
  if (world.partners === null && !world.partnersUnread) reportPartnersNotDeclared(site, node.dataset.span);
  return world.partners;
}

type Column = Field | "rows";

/** The columns of a table's header: `rows`, or fields of the dataset, each once. */
function columnsOf(site: Site, table: Table, header: ast.TableRow): readonly Column[] | null {
  const columns: Column[] = [];
  for (const { text, span } of header.cells) {
    const column = text === "rows" ? text : table.fields.get(text);
    if (column === undefined && table.unread) return null;
    if (column === undefined) {
      reportUnknownField(site, { kind: "Name", text, span }, table.name, [...table.fields.keys(), "rows"]);
      return null;
    }
    if (columns.includes(column)) {
      reportTestTable(site, span, `column \`${text}\` stands twice`);
      return null;
    }
    columns.push(column);
  }
  return columns;
}

function rowOf(site: Site, columns: readonly Column[], row: ast.TableRow): GivenModel["rows"][number] | null {
  if (row.cells.length !== columns.length) {
    const words = `the row has ${row.cells.length} cells, its header ${columns.length}`;
    reportTestTable(site, row.span, words);
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

type AstCell = ast.TableRow["cells"][number];

function repeatOf(site: Site, cell: AstCell): number | null {
  const repeat = wholeNumber(cell.text.replaceAll("_", ""), 0);
  if (repeat === null) reportTestCell(site, cell.span, "rows", "write how often the row stands, such as `95`", null);
  return repeat;
}

/** The cell as the file would write it; null for missing, undefined where it was reported. */
function cellText(site: Site, column: Field, cell: AstCell): string | null | undefined {
  if (column.plan === null) return undefined;
  if (cell.text === "" && !cell.quoted) {
    if (column.optional) return null;
    reportTestCell(site, cell.span, column.name, "it is not optional, so it must be given", null);
    return undefined;
  }
  const read = cellOf(column.plan.type, cell.text);
  if ("text" in read) return read.text;
  reportTestCell(site, cell.span, column.name, read.problem, { text: cell.text, among: read.candidates ?? [] });
  return undefined;
}

type PeriodNode = ast.Expect["period"];

function checkPeriod(site: Site, node: PeriodNode): boolean {
  if (periodKind(node.text) !== null) return true;
  reportTestPeriod(site, node.span, node.text, null);
  return false;
}

function expectOf(
  world: World,
  site: Site,
  node: ast.Expect,
  standards: ReadonlyMap<string, CheckedStandard>,
): ExpectModel | null {
  const period = checkPeriod(site, node.period);
  const declared = resolve(world.scope, site, node.subject, ["Standard", "Metric"]);
  if (declared === null) return null;
  const standard = standards.get(node.subject.text);
  const metric = world.metrics.get(node.subject.text);
  const value =
    standard === undefined
      ? metric === undefined
        ? null
        : metricValue(world, site, metric, node)
      : verdictValue(site, node);
  const because =
    standard === undefined ? checkNoBecause(site, node) : value !== null && checkBecause(world, site, node, standard);
  const fits = standard === undefined || checkPeriodFits(site, node, standard);
  if (value === null || !because || !period || !fits) return null;
  return {
    kind: standard === undefined ? "metric" : "verdict",
    subject: node.subject.text,
    party: node.partner.text,
    period: node.period.text,
    negated: node.negated,
    value,
    because: node.because?.text ?? null,
    origin: site.origin(node.span),
  };
}

function verdictValue(site: Site, node: ast.Expect): ExpectModel["value"] | null {
  if (node.value.kind !== "Name") {
    reportExpectation(site, node.value.span, `\`${node.subject.text}\` is a standard, so a verdict is expected`);
    return null;
  }
  const verdict = verdictOf(site, node.value, allVerdicts);
  return verdict === null ? null : { kind: "verdict", verdict };
}

function metricValue(world: World, site: Site, metric: Metric, node: ast.Expect): ExpectModel["value"] | null {
  if (metric.type === null) return null;
  const test: ast.Test = {
    kind: "Test",
    span: node.value.span,
    operator: "is",
    values: [node.value],
    operatorSpan: node.value.span,
  };
  if (node.value.kind === "Name" && metric.type.kind !== "one_of" && metric.type.kind !== "yes_no") {
    const left = { words: metric.name, span: node.subject.span, type: metric.type, civil: false, row: null };
    reportTypeMismatch(site, left, node.value);
    return null;
  }
  const literal = limitComparison(world, site, metric, node.subject, test)?.values[0];
  switch (literal?.kind) {
    case "number":
      return { kind: "ratio", ...literal.value, text: wordsOf(site.file, node.value.span) };
    case "text":
      return { kind: "text", text: literal.text };
    case "member":
      return { kind: "text", text: literal.name };
    case "yes_no":
      return { kind: "text", text: literal.value ? "yes" : "no" };
    default:
      return null;
  }
}

function checkNoBecause(site: Site, node: ast.Expect): boolean {
  if (node.because === null) return true;
  reportExpectation(site, node.because.span, "`because` names the missed limit of a standard; a metric has no limit");
  return false;
}

/** `because` names a metric with a limit in the standard, and stands with `missed`. */
function checkBecause(world: World, site: Site, node: ast.Expect, standard: CheckedStandard): boolean {
  const { because } = node;
  if (because === null) return true;
  if (resolve(world.scope, site, because, ["Metric"]) === null) return false;
  const named = limitsOf(standard.node).some((limit) => limit.metric.text === because.text);
  if (!named && hasKnownLimits(world, standard)) {
    reportExpectation(site, because.span, `\`${because.text}\` has no limit in \`${node.subject.text}\``);
  }
  const missed = node.value.kind === "Name" && node.value.text === "missed" && !node.negated;
  if (named && !missed) reportExpectation(site, because.span, "`because` goes with `is missed`");
  return named && missed;
}

/** A verdict's period is one of the standard's own: its calendar span, or an assessment day. */
function checkPeriodFits(site: Site, node: ast.Expect, standard: CheckedStandard): boolean {
  const window = standard.model?.measured[0]?.window;
  const kind = periodKind(node.period.text);
  if (window === undefined || kind === null) return true;
  const wanted = window.kind === "calendar" ? window.span : "day";
  if (kind === wanted) return true;
  reportTestPeriod(site, node.period.span, node.period.text, { standard: node.subject.text, window, wanted });
  return false;
}
