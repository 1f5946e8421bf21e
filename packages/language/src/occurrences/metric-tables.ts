/** Whose rows a metric reads. */
import type * as ast from "../syntax/ast.ts";
import type { Declared } from "./declared.ts";
import type { NameSymbol } from "./name-symbol.ts";

/** The datasets and clocks whose rows a metric counts, also by way of the metrics it is made of; each once. */
export function tablesOf(declared: Declared, node: ast.MetricDeclaration): readonly NameSymbol[] {
  const tables = new Set<NameSymbol>();
  const seen = new Set<ast.MetricDeclaration>();
  const visit = (metric: ast.MetricDeclaration): void => {
    if (seen.has(metric)) return;
    seen.add(metric);
    for (const { text } of rowsOf(metric.form)) {
      const table = declared.names.get(text);
      if (table !== undefined) tables.add(table);
    }
    for (const { text } of partsOf(metric.form)) {
      const part = declared.names.get(text)?.node;
      if (part?.kind === "Metric") visit(part);
    }
  };
  visit(node);
  return [...tables];
}

/** The tables of what is counted by a name: a metric's, or the dataset or clock itself. */
export function tablesNamed(declared: Declared, name: string): readonly NameSymbol[] {
  const symbol = declared.names.get(name);
  if (symbol === undefined) return [];
  return symbol.node?.kind === "Metric" ? tablesOf(declared, symbol.node) : [symbol];
}

/** The populations that a form counts among. */
export function populationsOf(form: ast.MetricForm): readonly ast.Population[] {
  switch (form.kind) {
    case "Share":
    case "Rate":
      return [form.numerator, form.denominator];
    case "Ratio":
    case "PeriodMean":
    case "TimeOutside":
      return [];
    default:
      return [form.population];
  }
}

/** The metrics that a form is made of. */
export function partsOf(form: ast.MetricForm): readonly ast.Name[] {
  if (form.kind === "Ratio") return [form.numerator, form.denominator];
  return form.kind === "PeriodMean" ? [form.metric] : [];
}

function rowsOf(form: ast.MetricForm): readonly ast.Name[] {
  return form.kind === "TimeOutside"
    ? [form.clock]
    : populationsOf(form).map((population) => population.dataset);
}
