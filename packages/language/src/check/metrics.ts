/**
 * Metrics: their populations bound, their unit worked out, their sentences checked (SPEC §3.5).
 *
 * Metrics may be made of other metrics, declared anywhere, so each is made when it is first asked for; one that is
 * asked for while it is being made is part of itself, which is reported once.
 */
import type { MetricForm, MetricPlan, Population, Ratio, SpanUnit } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { bindOptional, momentField } from "./conditions.ts";
import { compareRatios, percentRatio, wholeNumber } from "./exact.ts";
import { rangeOf } from "./field-types.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportElapsedTime } from "./rules/elapsed-time.rule.ts";
import { reportMetricCycle } from "./rules/metric-cycle.rule.ts";
import { reportMetricField } from "./rules/metric-field.rule.ts";
import { reportMetricRows } from "./rules/metric-rows.rule.ts";
import { checkMissingSaid } from "./rules/missing-unsaid.rule.ts";
import { reportPercentile } from "./rules/percentile.rule.ts";
import { reportPeriodMeanWindow } from "./rules/period-mean-window.rule.ts";
import { reportPersonalField } from "./rules/personal-field.rule.ts";
import { reportRatioUnits } from "./rules/ratio-units.rule.ts";
import { checkScoreRanges } from "./rules/score-ranges.rule.ts";
import { reportSharePopulations } from "./rules/share-populations.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { reportWindowUnit } from "./rules/window-unit.rule.ts";
import { declarationsOf, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { calendarUnit, holdsWhole } from "./spans.ts";
import { type Field, fieldOf, type Table } from "./tables.ts";
import { isAddable, unitOf, type ValueType } from "./types.ts";
import { type Metric, metricNamed, tableNamed, type World } from "./world.ts";

/** A form as far as it could be made. */
interface MadeForm {
  readonly form: MetricForm | null;
  readonly type: ValueType | null;
  readonly tables: readonly Table[];
  readonly metrics: readonly Metric[];
}

const NOTHING: MadeForm = { form: null, type: null, tables: [], metrics: [] };
const COUNT: ValueType = { kind: "number", counting: "count" };
const AMOUNT: ValueType = { kind: "number", counting: "amount" };

type NodeOf<K extends ast.MetricForm["kind"]> = Extract<ast.MetricForm, { readonly kind: K }>;
type SentenceOf<K extends ast.MetricSentence["kind"]> = Extract<ast.MetricSentence, { readonly kind: K }>;

/** All metrics of the scope by name. `world.metrics` must be the map that is returned, for metrics read each other. */
export function metricsOf(world: Omit<World, "metrics">): ReadonlyMap<string, Metric> {
  const own = declarationsOf(world.scope, "Metric").filter(
    ({ node }) => world.scope.names.get(node.name.text)?.node === node,
  );
  const declared = new Map(own.map((one) => [one.node.name.text, one]));
  const metrics = new LazyMetrics((name, map) => {
    const found = declared.get(name);
    return found === undefined ? null : madeMetric({ ...world, metrics: map }, found.site, found.node);
  });
  for (const name of declared.keys()) metrics.get(name);
  return metrics;
}

/** A map whose entries are made when they are first read. */
class LazyMetrics extends Map<string, Metric> {
  readonly #making = new Set<string>();
  readonly #make: (name: string, map: ReadonlyMap<string, Metric>) => Metric | null;

  constructor(make: (name: string, map: ReadonlyMap<string, Metric>) => Metric | null) {
    super();
    this.#make = make;
  }

  override get(name: string): Metric | undefined {
    const known = super.get(name);
    if (known !== undefined || this.#making.has(name)) return known;
    this.#making.add(name);
    const made = this.#make(name, this);
    if (made !== null) this.set(name, made);
    this.#making.delete(name);
    return made ?? undefined;
  }
}

function madeMetric(world: World, site: Site, node: ast.MetricDeclaration): Metric {
  const name = node.name.text;
  const made = madeForm(world, site, node);
  const type = made.type;
  const unit = type === null ? null : unitOf(type);
  const plan =
    made.form === null || unit === null
      ? null
      : {
          name,
          label: node.label?.text ?? null,
          form: made.form,
          unit,
          ...sentencePlans(site, node, made),
          origin: site.origin(node.headSpan),
        };
  if (made.form === null) sentencePlans(site, node, made);
  return {
    name,
    site,
    node,
    plan,
    type,
    datasets: new Set([
      ...made.tables.map((table) => table.name),
      ...made.metrics.flatMap((metric) => [...metric.datasets]),
    ]),
    parts: new Set([name, ...made.metrics.flatMap((metric) => [...metric.parts])]),
  };
}

function madeForm(world: World, site: Site, node: ast.MetricDeclaration): MadeForm {
  const { form } = node;
  switch (form.kind) {
    case "Share":
      return share(world, site, form);
    case "Count":
      return overRows(world, site, form.population, (population) => ({
        form: { kind: "count", population },
        type: COUNT,
      }));
    case "Rate":
      return rate(world, site, form);
    case "Ratio":
      return ratio(world, site, node, form);
    case "PeriodMean":
      return periodMean(world, site, node, form);
    case "UnavailableForm":
      return NOTHING;
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

function overRows(
  world: World,
  site: Site,
  node: ast.Population,
  make: (population: Population) => { readonly form: MetricForm; readonly type: ValueType },
): MadeForm {
  const { table, plan } = bindPopulation(world, site, node);
  const tables = table === null ? [] : [table];
  return plan === null ? { ...NOTHING, tables } : { ...make(plan), tables, metrics: [] };
}

function share(world: World, site: Site, node: NodeOf<"Share">): MadeForm {
  const numerator = bindPopulation(world, site, node.numerator);
  const denominator = bindPopulation(world, site, node.denominator);
  const tables = [numerator.table, denominator.table].filter((table) => table !== null);
  const [over, under] = [numerator.table, denominator.table];
  if (over !== null && under !== null && over !== under) {
    reportSharePopulations(site, node.numerator.dataset, node.denominator.dataset);
    return NOTHING;
  }
  if (numerator.plan === null || denominator.plan === null || over === null) return { ...NOTHING, tables };
  checkMissingSaid(site, node, over, world.partners);
  return {
    form: { kind: "share", numerator: numerator.plan, denominator: denominator.plan },
    type: { kind: "percent" },
    tables: [over],
    metrics: [],
  };
}

function rate(world: World, site: Site, node: NodeOf<"Rate">): MadeForm {
  const numerator = bindPopulation(world, site, node.numerator);
  const denominator = bindPopulation(world, site, node.denominator);
  const per = wholeNumber(node.per.text, 1);
  if (per === null) reportWholeNumber(site, node.per, 1);
  const tables = [...new Set([numerator.table, denominator.table])].filter((table) => table !== null);
  if (numerator.plan === null || denominator.plan === null || per === null) return { ...NOTHING, tables };
  return {
    form: { kind: "rate", numerator: numerator.plan, per: String(per), denominator: denominator.plan },
    type: AMOUNT,
    tables,
    metrics: [],
  };
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

function overField(world: World, site: Site, node: FieldForm): MadeForm {
  const { table, plan } = bindPopulation(world, site, node.population);
  if (table === null) return NOTHING;
  const field = fieldOf(site, table, node.field);
  const type = field === null ? null : fieldFormType(site, node, field);
  if (node.kind === "Latest") checkLatestDated(site, node, table);
  const form = field === null || plan === null ? null : fieldForm(site, node, field, plan);
  return { form: type === null ? null : form, type, tables: [table], metrics: [] };
}

function checkLatestDated(site: Site, node: FieldForm, table: Table): void {
  const dated = table.node.kind === "Dataset" && sentenceOf(table.node, "DatasetDated") !== null;
  if (!dated && !table.unread) {
    reportDatedNeeded(site, node.population.dataset.span, table.name, "the `latest` value");
  }
}

/** The type of a metric over a field; null where the field cannot be used so, which is reported. */
function fieldFormType(site: Site, node: FieldForm, field: Field): ValueType | null {
  if (field.personal) {
    reportPersonalField(site, node.field, "what a metric is made of");
    return null;
  }
  if (field.type === null) return null;
  const type = typeOverField(node.kind, field.type);
  if (type === null) reportMetricField(site, node.field, node.kind, field.type);
  return type;
}

function typeOverField(kind: FieldForm["kind"], type: ValueType): ValueType | null {
  switch (kind) {
    case "Distinct":
      return COUNT;
    case "Latest":
      return type.kind === "date" || type.kind === "timestamp" ? null : type;
    case "NetScore":
      return type.kind === "number" ? AMOUNT : null;
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
      return netScore(site, node, field, population);
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
  const sound = !percent.numerator.startsWith("-") && percent.numerator !== "0";
  if (sound && compareRatios(percent, { numerator: "1", denominator: "1" }) <= 0) return percent;
  reportPercentile(site, node);
  return null;
}

function netScore(
  site: Site,
  node: NodeOf<"NetScore">,
  field: Field,
  population: Population,
): MetricForm | null {
  const promoters = rangeOf(site, ...node.promoters);
  const detractors = rangeOf(site, ...node.detractors);
  if (promoters === null || detractors === null) return null;
  if (!checkScoreRanges(site, node, field, promoters, detractors)) return null;
  return { kind: "net_score", field: field.name, population, promoters, detractors };
}

/** The metric that another is made of; a metric that is part of itself is reported and read as unknown. */
function partOf(world: World, site: Site, owner: ast.MetricDeclaration, name: ast.Name): Metric | null {
  const part = metricNamed(world, site, name);
  const declared = world.scope.names.get(name.text)?.node.kind === "Metric";
  if (part === null && declared) reportMetricCycle(site, owner.name.text, name);
  return part;
}

function ratio(world: World, site: Site, owner: ast.MetricDeclaration, node: NodeOf<"Ratio">): MadeForm {
  const over = partOf(world, site, owner, node.numerator);
  const under = partOf(world, site, owner, node.denominator);
  const metrics = [over, under].filter((metric) => metric !== null);
  if (over?.type == null || under?.type == null) return { ...NOTHING, metrics };
  const type = ratioType(over.type, under.type);
  if (type === null) {
    reportRatioUnits(site, node.span, over, under);
    return { ...NOTHING, metrics };
  }
  const form = { kind: "ratio", numerator: over.name, denominator: under.name } as const;
  return { form, type, tables: [], metrics };
}

/** What a ratio is counted in: like over like is a number, anything over a number keeps its unit. */
function ratioType(over: ValueType, under: ValueType): ValueType | null {
  if (!isAddable(over) && over.kind !== "percent") return null;
  if (under.kind === "number") return over.kind === "percent" ? null : over.kind === "number" ? AMOUNT : over;
  if (over.kind === "money") return under.kind === "money" && over.currency === under.currency ? AMOUNT : null;
  if (over.kind === "duration") return under.kind === "duration" && over.unit === under.unit ? AMOUNT : null;
  return over.kind === "percent" && under.kind === "percent" ? AMOUNT : null;
}

function periodMean(
  world: World,
  site: Site,
  owner: ast.MetricDeclaration,
  node: NodeOf<"PeriodMean">,
): MadeForm {
  const metric = partOf(world, site, owner, node.metric);
  const span = calendarUnit(node.each.unit);
  if (span === null) reportWindowUnit(site, node.each.span, "a calendar span");
  if (metric === null || metric.type === null || span === null) {
    return { ...NOTHING, metrics: metric === null ? [] : [metric] };
  }
  const type = metric.type.kind === "number" ? AMOUNT : metric.type;
  if (!isAddable(type) && type.kind !== "percent") {
    reportMetricField(site, node.metric, node.kind, type);
    return { ...NOTHING, metrics: [metric] };
  }
  for (const part of metric.parts) {
    const inner = world.metrics.get(part)?.plan?.form;
    if (inner?.kind !== "period_mean" || holdsWhole(span, inner.span, world.yearStartsOnFirst)) continue;
    reportPeriodMeanWindow(site, node.metric, part, inner.span);
    return { ...NOTHING, metrics: [metric] };
  }
  return { form: { kind: "period_mean", metric: metric.name, span }, type, tables: [], metrics: [metric] };
}

type SentencePlans = Pick<MetricPlan, "dated" | "final" | "countsAtMost" | "better">;

function sentencePlans(site: Site, node: ast.MetricDeclaration, made: MadeForm): SentencePlans {
  const dated = sentenceOf(node, "MetricDated");
  const final = sentenceOf(node, "Final");
  const counts = sentenceOf(node, "CountsAtMost");
  return {
    dated: dated === null ? null : datedField(site, dated, made),
    final: final === null ? null : finalOf(site, final),
    countsAtMost: counts === null ? null : countsAtMost(site, counts, made),
    better: sentenceOf(node, "Better")?.direction ?? null,
  };
}

/** The one table whose rows a metric reads; null where it reads several or only other metrics (reported). */
function onlyTable(site: Site, made: MadeForm, node: ast.Node, words: string): Table | null {
  const [table, ...others] = made.tables;
  if (table !== undefined && others.length === 0) return table;
  if (others.length > 0 || made.metrics.length > 0) reportMetricRows(site, node.span, words, others.length > 0);
  return null;
}

function datedField(site: Site, node: SentenceOf<"MetricDated">, made: MadeForm): string | null {
  const table = onlyTable(site, made, node, "dated");
  return table === null ? null : (momentField(site, table, node.field)?.name ?? null);
}

function finalOf(site: Site, node: SentenceOf<"Final">): { count: number; unit: SpanUnit } | null {
  const count = wholeNumber(node.length.count.text, 1);
  if (count === null) reportWholeNumber(site, node.length.count, 1);
  if (node.length.qualifier !== null) reportElapsedTime(site, node.length);
  return count === null ? null : { count, unit: node.length.unit };
}

function countsAtMost(
  site: Site,
  node: SentenceOf<"CountsAtMost">,
  made: MadeForm,
): MetricPlan["countsAtMost"] {
  const table = onlyTable(site, made, node, "counts at most");
  const rows = wholeNumber(node.rows.text, 1);
  if (rows === null) reportWholeNumber(site, node.rows, 1);
  const field = table === null ? null : fieldOf(site, table, node.per);
  if (field?.personal === true) reportPersonalField(site, node.per, "what rows are grouped by");
  const dated = table === null || table.unread || table.node.kind !== "Dataset" || sentenceOf(table.node, "DatasetDated") !== null;
  if (!dated) reportDatedNeeded(site, node.span, table.name, "the newest rows");
  return rows === null || field === null ? null : { rows, per: field.name };
}
