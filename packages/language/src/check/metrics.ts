/**
 * Metrics: a form, a unit, and the sentences that say which rows count and when (SPEC §3.5).
 *
 * Metrics may be made of other metrics, declared anywhere, so each is made when it is first asked for; one that is
 * asked for while it is being made is part of itself, which is reported once.
 */
import type { MetricPlan, SpanUnit } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { wholeNumber } from "./exact.ts";
import { type MadeForm, madeForm } from "./metric-forms.ts";
import { isDated, isValidity, momentField } from "./row-dates.ts";
import { reportDatedNeeded } from "./rules/dated-needed.rule.ts";
import { reportMetricRows } from "./rules/metric-rows.rule.ts";
import { reportTimeOutside } from "./rules/time-outside.rule.ts";
import { reportValidRows } from "./rules/valid-rows.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { reportWindowUnit } from "./rules/window-unit.rule.ts";
import { type Declared, declarationsOf, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import { unitOf } from "./types.ts";
import type { Metric, World } from "./world.ts";

/** All metrics of the scope by name, made with the rest of the world. */
export function metricsOf(world: Omit<World, "metrics">): ReadonlyMap<string, Metric> {
  const own = declarationsOf(world.scope, "Metric").filter(
    ({ node }) => world.scope.names.get(node.name.text)?.node === node,
  );
  const declared = new Map(own.map((one) => [one.node.name.text, one]));
  const metrics = new LazyMetrics((name, map) => {
    const found = declared.get(name);
    return found === undefined ? null : madeMetric({ ...world, metrics: map }, found);
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

function madeMetric(world: World, { site, node }: Declared<ast.MetricDeclaration>): Metric {
  const name = node.name.text;
  const made = madeForm(world, site, node);
  const unit = made.type === null ? null : unitOf(made.type);
  const sentences = sentencePlans(site, node, made);
  checkDates(site, node, made);
  const label = node.label?.text ?? null;
  const origin = site.origin(node.headSpan);
  const plan =
    made.form === null || unit === null ? null : { name, label, form: made.form, unit, ...sentences, origin };
  const ofTables = made.tables.map((table) => table.name);
  return {
    name,
    site,
    node,
    plan,
    type: made.type,
    datasets: new Set([...ofTables, ...made.metrics.flatMap((metric) => [...metric.datasets])]),
    parts: new Set([name, ...made.metrics.flatMap((metric) => [...metric.parts])]),
  };
}

/** Rows are put into windows by their date, or while they are valid; never by a guess. */
function checkDates(site: Site, node: ast.MetricDeclaration, made: MadeForm): void {
  const own = sentenceOf(node, "MetricDated");
  for (const table of made.tables) {
    if (table.unread) continue;
    if (own !== null && isValidity(table)) reportValidRows(site, own.span, table.name);
    if (own !== null || isDated(table)) continue;
    const orders = node.form.kind === "Latest" || sentenceOf(node, "CountsAtMost") !== null;
    if (!isValidity(table)) reportDatedNeeded(site, datasetSpan(node.form, table), table.name, "a metric");
    else if (orders) reportDatedNeeded(site, datasetSpan(node.form, table), table.name, "the newest row");
  }
}

/** Where a form names a dataset. */
function datasetSpan(form: ast.MetricForm, table: Table): ast.Node["span"] {
  const populations =
    "population" in form
      ? [form.population]
      : form.kind === "Share" || form.kind === "Rate"
        ? [form.numerator, form.denominator]
        : [];
  return populations.find(({ dataset }) => dataset.text === table.name)?.dataset.span ?? form.span;
}

type SentencePlans = Pick<MetricPlan, "dated" | "final" | "countsAtMost" | "better">;
type SentenceOf<K extends ast.MetricSentence["kind"]> = Extract<ast.MetricSentence, { readonly kind: K }>;

function sentencePlans(site: Site, node: ast.MetricDeclaration, made: MadeForm): SentencePlans {
  const dated = sentenceOf(node, "MetricDated");
  const final = sentenceOf(node, "Final");
  const counts = sentenceOf(node, "CountsAtMost");
  return {
    dated: dated === null ? null : datedField(site, dated, made),
    final: final === null ? null : finalOf(site, final),
    countsAtMost: counts === null ? null : countsAtMost(site, counts, node.form, made),
    better: sentenceOf(node, "Better")?.direction ?? null,
  };
}

/** The one table whose rows a metric reads; null where it reads several or only other metrics (reported). */
function onlyTable(site: Site, made: MadeForm, node: ast.Node, words: string): Table | null {
  const [table, ...others] = made.tables;
  if (made.form?.kind === "time_outside") {
    reportTimeOutside(site, node.span, `\`${words}\` chooses among rows`);
    return null;
  }
  if (table !== undefined && others.length === 0) return table;
  if (others.length > 0) reportMetricRows(site, node.span, words, "this metric reads several datasets");
  else if (made.metrics.length > 0)
    reportMetricRows(site, node.span, words, "this metric is made of other metrics");
  return null;
}

function datedField(site: Site, node: SentenceOf<"MetricDated">, made: MadeForm): string | null {
  const table = onlyTable(site, made, node, "dated");
  return table === null ? null : (momentField(site, table, node.field)?.name ?? null);
}

function finalOf(site: Site, node: SentenceOf<"Final">): { count: number; unit: SpanUnit } | null {
  const { count: written, unit, qualifier, span } = node.length;
  const count = wholeNumber(written.text, 1);
  const isShort = unit === "second" || unit === "minute" || unit === "hour";
  if (count === null) reportWholeNumber(site, written, 1);
  if (isShort || qualifier !== null) reportWindowUnit(site, span, "`final`");
  return count === null ? null : { count, unit };
}

function countsAtMost(
  site: Site,
  node: SentenceOf<"CountsAtMost">,
  form: ast.MetricForm,
  made: MadeForm,
): MetricPlan["countsAtMost"] {
  const rows = wholeNumber(node.rows.text, 1);
  if (rows === null) reportWholeNumber(site, node.rows, 1);
  if (form.kind === "Rate") {
    reportMetricRows(site, node.span, "counts at most", "a rate has rows of two kinds");
    return null;
  }
  const table = onlyTable(site, made, node, "counts at most");
  const field = table === null ? null : fieldOf(site, table, node.per);
  return rows === null || field === null ? null : { rows, per: field.name };
}
