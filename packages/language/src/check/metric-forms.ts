/** The forms of metrics, and no others: their populations bound, their unit worked out (SPEC §3.5.3). */
import type { MetricForm, Population, Ratio } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { bindOptional } from "./conditions.ts";
import { compareRatios, percentRatio, wholeNumber } from "./exact.ts";
import { rangeOf } from "./field-types.ts";
import { reportMetricCycle } from "./rules/metric-cycle.rule.ts";
import { reportMetricField } from "./rules/metric-field.rule.ts";
import { checkMissingSaid } from "./rules/missing-unsaid.rule.ts";
import { reportNestedMean } from "./rules/nested-mean.rule.ts";
import { reportPercentile } from "./rules/percentile.rule.ts";
import { reportPersonalField } from "./rules/personal-field.rule.ts";
import { reportRatioUnits } from "./rules/ratio-units.rule.ts";
import { checkScoreRanges } from "./rules/score-ranges.rule.ts";
import { reportSharePopulations } from "./rules/share-populations.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { reportWindowUnit } from "./rules/window-unit.rule.ts";
import { resolve } from "./scope.ts";
import type { Site } from "./site.ts";
import { calendarUnit } from "./spans.ts";
import { type Field, fieldOf, type Table } from "./tables.ts";
import { isAddable, type ValueType } from "./types.ts";
import { type Metric, metricNamed, tableNamed, type World } from "./world.ts";

/** A form as far as it could be made: what it reads is known even where the form is not. */
export interface MadeForm {
  readonly form: MetricForm | null;
  readonly type: ValueType | null;
  readonly tables: readonly Table[];
  readonly metrics: readonly Metric[];
}

const NOTHING: MadeForm = { form: null, type: null, tables: [], metrics: [] };
const COUNT: ValueType = { kind: "number", counting: "count" };
const AMOUNT: ValueType = { kind: "number", counting: "amount" };

type NodeOf<K extends ast.MetricForm["kind"]> = Extract<ast.MetricForm, { readonly kind: K }>;

/** The form of a metric. */
export function madeForm(world: World, site: Site, node: ast.MetricDeclaration): MadeForm {
  const { form } = node;
  switch (form.kind) {
    case "Share":
      return share(world, site, form);
    case "Count":
      return count(world, site, form);
    case "Rate":
      return rate(world, site, form);
    case "Ratio":
      return ratio(world, site, node, form);
    case "PeriodMean":
      return periodMean(world, site, node, form);
    case "TimeOutside":
      return timeOutside(world, site, form);
    default:
      return overField(world, site, form);
  }
}

interface BoundPopulation {
  readonly table: Table | null;
  /** Null where it was reported. */
  readonly plan: Population | null;
}

/** `DATASET [where CONDITION]`. */
export function bindPopulation(world: World, site: Site, node: ast.Population): BoundPopulation {
  const table = tableNamed(world, site, node.dataset);
  if (table === null) return { table, plan: null };
  const where = bindOptional(world, site, { kind: "row", table }, node.where);
  return { table, plan: where === undefined ? null : { dataset: table.name, where } };
}

function count(world: World, site: Site, node: NodeOf<"Count">): MadeForm {
  const { table, plan } = bindPopulation(world, site, node.population);
  const form = plan === null ? null : { kind: "count" as const, population: plan };
  return { form, type: COUNT, tables: table === null ? [] : [table], metrics: [] };
}

function share(world: World, site: Site, node: NodeOf<"Share">): MadeForm {
  const over = bindPopulation(world, site, node.numerator);
  const under = bindPopulation(world, site, node.denominator);
  if (over.table !== null && under.table !== null && over.table !== under.table) {
    reportSharePopulations(site, node.numerator.dataset, node.denominator.dataset);
    return NOTHING;
  }
  const table = over.table ?? under.table;
  const made = { type: { kind: "percent" }, tables: table === null ? [] : [table], metrics: [] } as const;
  if (over.plan === null || under.plan === null || table === null) return { form: null, ...made };
  checkMissingSaid(site, node, table.fields);
  return { form: { kind: "share", numerator: over.plan, denominator: under.plan }, ...made };
}

function timeOutside(world: World, site: Site, node: NodeOf<"TimeOutside">): MadeForm {
  const declared = resolve(world.scope, site, node.clock, ["Clock"]);
  const table = declared === null ? undefined : world.tables.get(node.clock.text);
  if (table === undefined) return { ...NOTHING, type: { kind: "percent" } };
  const form = { kind: "time_outside", clock: table.name } as const;
  return { form, type: { kind: "percent" }, tables: [table], metrics: [] };
}

function rate(world: World, site: Site, node: NodeOf<"Rate">): MadeForm {
  const over = bindPopulation(world, site, node.numerator);
  const under = bindPopulation(world, site, node.denominator);
  const per = wholeNumber(node.per.text, 1);
  if (per === null) reportWholeNumber(site, node.per, 1);
  const tables = [...new Set([over.table, under.table])].filter((table) => table !== null);
  if (over.plan === null || under.plan === null || per === null) {
    return { form: null, type: AMOUNT, tables, metrics: [] };
  }
  const form = { kind: "rate", numerator: over.plan, per: String(per), denominator: under.plan } as const;
  return { form, type: AMOUNT, tables, metrics: [] };
}

type FieldForm = NodeOf<
  "Distinct" | "Average" | "Sum" | "Median" | "Lowest" | "Highest" | "Latest" | "Percentile" | "NetScore"
>;

const FORM_KINDS = {
  Average: "average",
  Sum: "sum",
  Median: "median",
  Lowest: "lowest",
  Highest: "highest",
  Latest: "latest",
} as const;

/** Forms whose value is the value of one row. */
const SHOWS_ONE_ROW: ReadonlySet<string> = new Set(["Latest", "Lowest", "Highest", "Median", "Percentile"]);

function overField(world: World, site: Site, node: FieldForm): MadeForm {
  const { table, plan } = bindPopulation(world, site, node.population);
  if (table === null) return NOTHING;
  const field = fieldOf(site, table, node.field);
  const type = field === null ? null : fieldFormType(site, node, field);
  const form = field === null || type === null || plan === null ? null : fieldForm(site, node, field, plan);
  return { form, type, tables: [table], metrics: [] };
}

/** The type of a metric over a field; null where the field cannot be used so, which is reported. */
function fieldFormType(site: Site, node: FieldForm, field: Field): ValueType | null {
  if (field.type === null) return null;
  if (field.personal && SHOWS_ONE_ROW.has(node.kind)) {
    reportPersonalField(site, node.field, "no metric gives back one row's value of it");
    return null;
  }
  const type = typeOverField(node.kind, field);
  if (type === null) reportMetricField(site, node.field, node.kind, field.type);
  return type;
}

function typeOverField(kind: FieldForm["kind"], { type, plan }: Field): ValueType | null {
  if (type === null) return null;
  switch (kind) {
    case "Distinct":
      return COUNT;
    case "Latest":
      return type.kind === "date" || type.kind === "timestamp" ? null : type;
    case "NetScore":
      return type.kind === "number" && plan?.type.kind !== "days" ? AMOUNT : null;
    case "Average":
      return type.kind === "number" ? AMOUNT : isAddable(type) ? type : null;
    default:
      return isAddable(type) ? type : null;
  }
}

function fieldForm(site: Site, node: FieldForm, field: Field, population: Population): MetricForm | null {
  const name = field.name;
  switch (node.kind) {
    case "Distinct":
      return { kind: "distinct", field: name, population };
    case "NetScore":
      return netScore(site, node, name, population);
    case "Percentile": {
      const percent = percentOf(site, node.percent);
      return percent === null ? null : { kind: "percentile", percent, field: name, population };
    }
    default:
      return { kind: FORM_KINDS[node.kind], field: name, population };
  }
}

function percentOf(site: Site, node: ast.NumberValue): Ratio | null {
  const percent = percentRatio(node.text);
  const isAboveZero = BigInt(percent.numerator) > 0n;
  if (isAboveZero && compareRatios(percent, { numerator: "1", denominator: "1" }) <= 0) return percent;
  reportPercentile(site, node);
  return null;
}

function netScore(
  site: Site,
  node: NodeOf<"NetScore">,
  field: string,
  population: Population,
): MetricForm | null {
  const promoters = rangeOf(site, ...node.promoters);
  const detractors = rangeOf(site, ...node.detractors);
  if (promoters === null || detractors === null) return null;
  if (!checkScoreRanges(site, node, promoters, detractors)) return null;
  return { kind: "net_score", field, population, promoters, detractors };
}

/** The metric that another is made of; a metric that is part of itself is reported and read as unknown. */
function partOf(world: World, site: Site, owner: ast.MetricDeclaration, name: ast.Name): Metric | null {
  const part = metricNamed(world, site, name);
  if (part === null && isMetric(world, name)) reportMetricCycle(site, owner.name, name);
  return part;
}

function isMetric({ scope }: World, { text }: ast.Name): boolean {
  return scope.names.get(text)?.node.kind === "Metric";
}

function ratio(world: World, site: Site, owner: ast.MetricDeclaration, node: NodeOf<"Ratio">): MadeForm {
  const over = partOf(world, site, owner, node.numerator);
  // A metric of itself that is named on both sides is one mistake.
  const isSame = node.denominator.text === node.numerator.text;
  const isSaid = isSame && over === null && isMetric(world, node.numerator);
  const under = isSaid ? null : partOf(world, site, owner, node.denominator);
  const metrics = [over, under].filter((metric) => metric !== null);
  if (over?.type == null || under?.type == null) return { ...NOTHING, metrics };
  const type = ratioType(over.type, under.type);
  if (type === null) {
    reportRatioUnits(site, node.span, over, under);
    return { ...NOTHING, metrics };
  }
  return {
    form: { kind: "ratio", numerator: over.name, denominator: under.name },
    type,
    tables: [],
    metrics,
  };
}

/** What a ratio is counted in: like over like is a plain number, anything over a plain number keeps its unit. */
function ratioType(over: ValueType, under: ValueType): ValueType | null {
  if (!isAddable(over) && over.kind !== "percent") return null;
  if (under.kind === "number") return over.kind === "number" ? AMOUNT : over;
  if (over.kind === "money")
    return under.kind === "money" && over.currency === under.currency ? AMOUNT : null;
  return over.kind === under.kind ? AMOUNT : null;
}

function periodMean(
  world: World,
  site: Site,
  owner: ast.MetricDeclaration,
  node: NodeOf<"PeriodMean">,
): MadeForm {
  const metric = partOf(world, site, owner, node.metric);
  const span = calendarUnit(node.each.unit);
  if (span === null) reportWindowUnit(site, node.each.span, "an average over spans");
  const metrics = metric === null ? [] : [metric];
  if (metric === null || metric.type === null || span === null) return { ...NOTHING, metrics };
  const type = metric.type.kind === "number" ? AMOUNT : metric.type;
  const inner = [...metric.parts].find((part) => world.metrics.get(part)?.node.form.kind === "PeriodMean");
  if (inner !== undefined) reportNestedMean(site, node.metric, inner);
  else if (!isAddable(type) && type.kind !== "percent") reportMetricField(site, node.metric, node.kind, type);
  else return { form: { kind: "period_mean", metric: metric.name, span }, type, tables: [], metrics };
  return { ...NOTHING, metrics };
}
