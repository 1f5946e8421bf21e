/** Names in sentences of metrics and standards. */
import type * as ast from "../syntax/ast.ts";
import { walkCondition, walkPopulation, walkTest } from "./conditions.ts";
import { fieldIn } from "./declared.ts";
import { populationsOf, tablesNamed, tablesOf } from "./metric-tables.ts";
import type { NameSymbol } from "./name-symbol.ts";
import { nothing, type SentenceWalks, siblingOf } from "./sentence-walks.ts";
import { refer, referTo, referToField, referToPartnerField, type Walk, word } from "./walk.ts";

export const measureSentences: SentenceWalks<
  ast.MetricSentence["kind"] | Exclude<ast.StandardSentence["kind"], "Because">
> = {
  MetricDated: (walk, { field }) => referToOwnField(walk, field),
  Final: nothing,
  CountsAtMost: (walk, { per }) => referToOwnField(walk, per),
  Better: nothing,

  AppliesTo: (walk, { where }) => walkCondition(walk, { kind: "partner" }, where),
  AppliesWhen: (walk, { condition }) => walkCondition(walk, { kind: "names" }, condition),
  Requires: (walk, { limits }) => {
    for (const limit of limits) walkLimit(walk, limit);
  },
  Tolerates: (walk, { metric, limit }) => {
    referTo(walk, metric);
    referTo(walk, limit);
  },
  WarnsWhen: (walk, { condition }) => walkCondition(walk, { kind: "names" }, condition),
  Measured: (walk, { window, when }) => {
    if (window.kind === "EachPartnerYear") walkEach(walk, window);
    if (window.kind === "LatestRows") referTo(walk, window.dataset);
    walkCondition(walk, { kind: "names" }, when);
  },
  Assessed: (walk, { each }) => walkEach(walk, each),
  Needs: (walk, { rows, otherwise }) => {
    for (const { counts, where } of rows) {
      if (counts !== null) referTo(walk, counts);
      walkCondition(walk, { kind: "partner" }, where);
    }
    if (otherwise !== null) word(walk, otherwise, "verdict");
  },
  Excluding: (walk, { names }) => {
    for (const name of names) referTo(walk, name);
  },
  Covers: (walk, { names }) => {
    for (const name of names) referTo(walk, name);
  },
  BindsBrand: nothing,
  JudgedWith: (walk, { otherwise }) => word(walk, otherwise, "verdict"),
  MissingData: (walk, { verdict }) => word(walk, verdict, "verdict"),
};

/** Walks the form of a metric. */
export function walkForm(walk: Walk, form: ast.MetricForm): void {
  const tables = populationsOf(form).map((population) => walkPopulation(walk, population));
  switch (form.kind) {
    case "Ratio":
      referTo(walk, form.numerator);
      referTo(walk, form.denominator);
      return;
    case "PeriodMean":
      referTo(walk, form.metric);
      return;
    case "TimeOutside":
      referTo(walk, form.clock);
      return;
    case "Share":
    case "Count":
    case "Rate":
      return;
    default:
      referToField(walk, tables[0] ?? null, form.field);
  }
}

/** Walks a span: only a partner's year names something. */
export function walkEach(walk: Walk, each: ast.Each): void {
  if (each.kind === "EachPartnerYear") referToPartnerField(walk, each.from);
}

/** A field of the dataset that the walked metric counts. */
function referToOwnField(walk: Walk, name: ast.Name): void {
  const tables = walk.node.kind === "Metric" ? tablesOf(walk.declared, walk.node) : [];
  refer(walk, name, ...fieldsNamed(walk, tables, name));
}

function walkLimit(walk: Walk, { metric, rows }: ast.Limit): void {
  const measured = referTo(walk, metric);
  for (const { test, group, where } of rows) {
    if (test.kind === "Test") walkTest(walk, measured, null, test);
    else if (test.by !== null) referToPartnerField(walk, test.by);
    if (group !== null) refer(walk, group, ...fieldsNamed(walk, groupedTables(walk, metric.text), group));
    walkCondition(walk, { kind: "partner" }, where);
  }
}

function fieldsNamed(
  { declared }: Walk,
  tables: readonly NameSymbol[],
  { text }: ast.Name,
): readonly (NameSymbol | null)[] {
  return tables.map((table) => fieldIn(declared, table, text));
}

/** Whose rows are put into groups: the metric's, its tolerance's, and those that `needs` counts (SPEC §3.6.7, §3.6.16, §3.6.30). */
function groupedTables(walk: Walk, metric: string): readonly NameSymbol[] {
  const sentences: readonly (ast.Sentence | ast.BrokenSentence | ast.UnavailableSentence)[] =
    walk.node.sentences;
  const tolerated = sentences.flatMap((one) =>
    one.kind === "Tolerates" && one.limit.text === metric ? [one.metric.text] : [],
  );
  const counted = siblingOf(walk, "Needs")?.rows.flatMap(({ counts }) =>
    counts === null ? [] : [counts.text],
  );
  return [metric, ...tolerated, ...(counted ?? [])].flatMap((name) => tablesNamed(walk.declared, name));
}
