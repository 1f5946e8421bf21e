/**
 * What a standard reads, judged as a whole: one party, dated rows, windows that its metrics fit into.
 *
 * The metrics of a standard are those of its limits, gates, warnings, tolerances, windows and needs, and the metrics
 * that these are made of. Look-ups and evidence may read any dataset; they are no part of this.
 */
import type { CalendarUnit, Window } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import type { LimitModel } from "./model.ts";
import { isDated, isValidity } from "./row-dates.ts";
import { reportBrandPartner } from "./rules/brand-partner.rule.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportExclusionUnread } from "./rules/exclusion-unread.rule.ts";
import { reportLatestDataset, reportLatestRedated } from "./rules/latest-dataset.rule.ts";
import { reportMixedParties } from "./rules/mixed-parties.rule.ts";
import { reportNeedsCounts } from "./rules/needs-counts.rule.ts";
import { reportPeriodMeanWindow } from "./rules/period-mean-window.rule.ts";
import { reportTimeOutside } from "./rules/time-outside.rule.ts";
import { reportValidRows } from "./rules/valid-rows.rule.ts";
import { type Declared, nameOf, sentenceOf, sentencesOf } from "./scope.ts";
import { relatedAt, type Site } from "./site.ts";
import { canHold } from "./spans.ts";
import type { Table } from "./tables.ts";
import type { Measuring } from "./windows.ts";
import { type Metric, measuresTime, type World } from "./world.ts";

/** A metric or dataset that a standard reads, where it first names it. */
interface Use {
  readonly name: ast.Name;
  readonly metric: Metric | null;
  readonly tables: readonly Table[];
}

/** The party that a standard judges, or null where what it reads does not go together (which is reported). */
export function checkReads(
  world: World,
  { site, node }: Declared<ast.StandardDeclaration>,
  measuring: Measuring,
  limits: readonly LimitModel[],
): "partner" | "brand" | null {
  const uses = usesOf(world, node);
  const party = partyOf(site, uses);
  if (party === null) return null;
  const single = party === "partner" || checkBrand(site, node, uses);
  const dated = uses.every((use) => checkDated(site, use));
  const latest = checkLatest(world, site, uses, measuring);
  const means = checkPeriodMeans(
    world,
    site,
    uses,
    measuring.measured.map(({ window }) => window),
  );
  const groups = checkNeedsGroups(world, site, node, limits);
  const excluded = checkExclusions(world, site, node, uses);
  return single && dated && latest && means && groups && excluded ? party : null;
}

/** Everything named in the standard that reads rows, each once. */
function usesOf(world: World, node: ast.StandardDeclaration): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const name of namesRead(node)) {
    if (uses.has(name.text)) continue;
    const metric = world.metrics.get(name.text) ?? null;
    const datasets = metric === null ? [name.text] : [...metric.datasets];
    const tables = datasets
      .map((dataset) => world.tables.get(dataset))
      .filter((table) => table !== undefined);
    if (tables.length > 0) uses.set(name.text, { name, metric, tables });
  }
  return [...uses.values()];
}

/** The metrics and datasets that a standard names, where it names them. */
export function namesRead(node: ast.StandardDeclaration): readonly ast.Name[] {
  return node.sentences.flatMap((sentence): readonly ast.Name[] => {
    switch (sentence.kind) {
      case "Requires":
        return sentence.limits.map((limit) => limit.metric);
      case "Tolerates":
        return [sentence.metric];
      case "AppliesWhen":
      case "WarnsWhen":
        return metricsInCondition(sentence.condition);
      case "Measured":
        return [
          ...(sentence.window.kind === "LatestRows" ? [sentence.window.dataset] : []),
          ...(sentence.when === null ? [] : metricsInCondition(sentence.when)),
        ];
      case "Needs":
        return sentence.rows.map((row) => row.counts).filter((counts) => counts !== null);
      default:
        return [];
    }
  });
}

/** The metrics that a condition over metrics compares. */
function metricsInCondition(node: ast.Condition): readonly ast.Name[] {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.flatMap(metricsInCondition);
    case "Not":
      return metricsInCondition(node.operand);
    case "Comparison":
      return node.left.form === "field" ? [node.left.name] : [];
    case "Lookup":
      return [];
  }
}

/** Whose verdict it is: the partners' where every dataset has one, the brand's where none has. */
function partyOf(site: Site, uses: readonly Use[]): "partner" | "brand" | null {
  const reads = uses.flatMap((use) => use.tables.map((table) => ({ use, table })));
  const known = reads.filter(({ table }) => !table.unread);
  const owned = known.find(({ table }) => table.hasPartner);
  const brand = known.find(({ table }) => !table.hasPartner);
  if (owned !== undefined && brand !== undefined) {
    const later = known.indexOf(owned) > known.indexOf(brand) ? owned : brand;
    reportMixedParties(site, later.use.name, owned.table.name, brand.table.name);
    return null;
  }
  if (known.length === 0) return null;
  return brand === undefined ? "partner" : "brand";
}

/** A standard about the brand has no partner to ask. */
function checkBrand(site: Site, node: ast.StandardDeclaration, uses: readonly Use[]): boolean {
  const [read] = uses.flatMap(({ tables }) => tables).filter(({ unread }) => !unread);
  const because =
    read === undefined
      ? null
      : relatedAt(read.site, (nameOf(read.node) ?? read.node).span, "its rows belong to no partner");
  const applies = sentenceOf(node, "AppliesTo");
  if (applies !== null) reportBrandPartner(site, applies.span, because);
  const rows = sentencesOf(node, "Requires").flatMap((requires) =>
    requires.limits.flatMap((limit) => limit.rows),
  );
  const needs = sentenceOf(node, "Needs")?.rows ?? [];
  const years = sentencesOf(node, "Measured").find(({ window }) => window.kind === "EachPartnerYear");
  if (years !== undefined) reportBrandPartner(site, years.window.span, because);
  const relative = rows.find(({ test }) => test.kind !== "Test");
  if (relative !== undefined) reportBrandPartner(site, relative.test.span, because);
  const conditions = [...rows, ...needs].map((row) => row.where).filter((where) => where !== null);
  const asked = conditions.find(asksPartner);
  if (asked !== undefined) reportBrandPartner(site, asked.span, because);
  return [applies, years, relative, asked].every((found) => found == null);
}

function asksPartner(node: ast.Condition): boolean {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.some(asksPartner);
    case "Not":
      return asksPartner(node.operand);
    case "Comparison":
      return node.left.form === "partner";
    case "Lookup":
      return false;
  }
}

/** A dataset that is counted as it stands needs dates; what metrics read is checked with them. */
function checkDated(site: Site, use: Use): boolean {
  if (use.metric !== null) return true;
  const undated = use.tables.find((table) => !table.unread && !isDated(table) && !isValidity(table));
  if (undated !== undefined) reportDatedNeeded(site, use.name.span, undated.name, "counting in a window");
  return undated === undefined;
}

/** The newest rows are the newest of one dataset, by the dates of that dataset. */
function checkLatest(world: World, site: Site, uses: readonly Use[], measuring: Measuring): boolean {
  for (const { window } of measuring.measured) {
    if (window.kind !== "latest") continue;
    const time = uses.find(({ metric }) => metric !== null && measuresTime(world, metric));
    if (time !== undefined) {
      reportTimeOutside(site, time.name.span, "the latest rows are no stretch of time");
      return false;
    }
    const { dataset } = window.population;
    const odd = uses.find((use) => use.tables.some((table) => table.name !== dataset));
    const other = odd?.tables.find((table) => table.name !== dataset);
    if (odd !== undefined && other !== undefined) {
      reportLatestDataset(site, odd.name, other.name, dataset);
      return false;
    }
    if (!checkLatestDates(world, site, uses, dataset)) return false;
  }
  return true;
}

function checkLatestDates(world: World, site: Site, uses: readonly Use[], dataset: string): boolean {
  const table = world.tables.get(dataset);
  const [use] = uses;
  if (table === undefined || table.unread || use === undefined) return true;
  const redated = uses.find((one) => [...(one.metric?.parts ?? [])].some((part) => isRedated(world, part)));
  if (isValidity(table)) reportValidRows(site, use.name.span, dataset);
  else if (!isDated(table)) reportDatedNeeded(site, use.name.span, dataset, "a window of the latest rows");
  else if (redated !== undefined) reportLatestRedated(site, redated.name);
  else return true;
  return false;
}

/** Whether a metric puts rows into windows by a date of its own. */
function isRedated(world: World, part: string): boolean {
  const node = world.metrics.get(part)?.node;
  return node !== undefined && sentenceOf(node, "MetricDated") !== null;
}

/** A metric that is read, where it is named. */
export interface MetricRead {
  readonly name: Pick<ast.Name, "text" | "span">;
  readonly metric: Metric | null;
}

/** A mean of span values needs a window that can hold a whole span. */
export function checkPeriodMeans(
  world: World,
  site: Site,
  reads: readonly MetricRead[],
  windows: readonly Window[],
): boolean {
  for (const { name, metric } of reads) {
    for (const part of metric?.parts ?? []) {
      const form = world.metrics.get(part)?.plan?.form;
      if (form?.kind !== "period_mean") continue;
      if (windows.every((window) => canHold(window, form.span))) continue;
      reportPeriodMeanWindow(site, name, part, form.span);
      return false;
    }
  }
  return true;
}

/** The same for metrics that a condition reads over each span of the calendar; other names are none. */
export function checkMetricsOver(
  world: World,
  site: Site,
  uses: readonly Pick<MetricRead, "name">[],
  span: CalendarUnit,
): boolean {
  const reads = uses.map(({ name }) => ({ name, metric: world.metrics.get(name.text) ?? null }));
  return checkPeriodMeans(world, site, reads, [{ kind: "calendar", span }]);
}

/** Where limits are judged per group, the minimum is counted per group too. */
function checkNeedsGroups(
  world: World,
  site: Site,
  node: ast.StandardDeclaration,
  limits: readonly LimitModel[],
): boolean {
  const counts = (sentenceOf(node, "Needs")?.rows ?? [])
    .map((row) => row.counts)
    .find((name) => name !== null);
  if (counts === undefined || counts === null) return true;
  const metric = world.metrics.get(counts.text);
  const datasets = metric === undefined ? [counts.text] : [...metric.datasets];
  for (const { group } of limits) {
    const lacking = datasets
      .map((name) => world.tables.get(name))
      .find((table) => table !== undefined && !table.unread && group !== null && !table.fields.has(group));
    if (lacking === undefined || group === null) continue;
    reportNeedsCounts(
      site,
      counts.span,
      `\`${lacking.name}\` has no field \`${group}\`, so it cannot be counted for each \`${group}\``,
    );
    return false;
  }
  return true;
}

/** A table, and the dataset whose rows are the cases of a clock; the rows of a log are none by themselves. */
export function datasetsBehind({ name, node }: Table): readonly string[] {
  return node.kind === "Clock" && node.by === null ? [name, node.on.text] : [name];
}

/** An exclusion removes rows of a dataset that the standard reads. */
function checkExclusions(
  world: World,
  site: Site,
  node: ast.StandardDeclaration,
  uses: readonly Use[],
): boolean {
  const names = sentencesOf(node, "Excluding").flatMap((sentence) => sentence.names);
  if (names.length === 0 || uses.length === 0) return true;
  const read = new Set(uses.flatMap((use) => use.tables.flatMap(datasetsBehind)));
  for (const name of names) {
    const declared = world.scope.names.get(name.text);
    if (declared?.node.kind !== "Exclusion") continue;
    const removed = sentenceOf(declared.node, "Removes")?.population.dataset.text;
    if (removed === undefined || !world.tables.has(removed) || read.has(removed)) continue;
    reportExclusionUnread(site, name, removed, node.name.text);
    return false;
  }
  return true;
}
