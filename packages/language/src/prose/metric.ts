/** A metric as prose: what is counted, among what, and who reads it. */
import { tablesOf } from "../occurrences/metric-tables.ts";
import type { NameSymbol } from "../occurrences/name-symbol.ts";
import { usersOf } from "../occurrences/usage.ts";
import type { SourceFile } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import type { PartialReading, Reader } from "./said.ts";
import { plainText, written } from "./written.ts";

/** What a metric measures. */
export function metricReading(
  { names }: Reader,
  symbol: NameSymbol,
  node: ast.MetricDeclaration,
): PartialReading {
  const { file } = symbol;
  const all = usersOf(names, symbol).map(({ symbol: user }) => user);
  const tests = all.filter(({ kind }) => kind === "test").length;
  const users = [
    ...all.filter(({ kind }) => kind !== "test").map(({ name, kind }) => `\`${name}\` (${kind})`),
    ...(tests === 0 ? [] : [tests === 1 ? "one test" : `${tests} tests`]),
  ];
  const tables = tablesOf(names.declared, node);
  const rows = tables.map(({ name, node: table }) => {
    const source = table?.kind === "Dataset" ? ` from \`${plainText(table.source.text)}\`` : "";
    return `\`${name}\`${source}`;
  });
  return {
    sentences: [`${formWords(file, node.form)}.`],
    points: [
      ...(rows.length === 0 ? [] : [`Counts rows of ${listed(rows)}${ownersWords(tables)}.`]),
      ...node.sentences.map(({ span }) => `\`${written(file, span)}\``),
      ...(users.length === 0 ? [] : [`Read by ${listed(users)}.`]),
    ],
    quoted: [written(file, node.form.span)],
  };
}

/** Whose rows they are. */
function ownersWords(tables: readonly NameSymbol[]): string {
  const owned = tables.map(({ node }) =>
    node?.kind === "Dataset" ? node.sentences.some(({ kind }) => kind === "DatasetPartner") : true,
  );
  if (owned.every((one) => one)) return ", for each partner";
  return owned.some((one) => one) ? "" : ", for the brand";
}

/** `A`, `A and B`, `A, B and C` */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function formWords(file: SourceFile, form: ast.MetricForm): string {
  switch (form.kind) {
    case "Share": {
      const among = form.numerator.where;
      const part = among === null ? "that is also counted here" : `with ${condition(file, among)}`;
      return `Of all ${rowsWords(file, form.denominator)}, the percentage ${part}`;
    }
    case "Count":
      return `How many ${rowsWords(file, form.population)} there are`;
    case "Distinct":
      return `How many different values \`${form.field.text}\` has in ${rowsWords(file, form.population)}`;
    case "Percentile": {
      const rank = `The value of \`${form.field.text}\` that ${form.percent.text}% do not exceed`;
      return `${rank}, in ${rowsWords(file, form.population)}`;
    }
    case "NetScore": {
      const [high, low] = [form.promoters, form.detractors].map(([from, to]) => `${from.text} to ${to.text}`);
      const score = `The percentage of \`${form.field.text}\` from ${high} less that from ${low}`;
      return `${score}, in ${rowsWords(file, form.population)}`;
    }
    case "Rate": {
      const per = written(file, { start: form.numerator.span.end, end: form.denominator.span.start });
      const number = per.replace(/^per\s+/, "");
      return `How many ${rowsWords(file, form.numerator)} there are for every ${number} ${rowsWords(file, form.denominator)}`;
    }
    case "Ratio":
      return `\`${form.numerator.text}\` divided by \`${form.denominator.text}\``;
    case "PeriodMean":
      return `The mean of \`${form.metric.text}\` over every calendar ${form.each.unit.replace("_", " ")}`;
    case "TimeOutside":
      return `The percentage of the time in which no case of \`${form.clock.text}\` ran`;
    default:
      return `${VALUES[form.kind]} \`${form.field.text}\` in ${rowsWords(file, form.population)}`;
  }
}

const VALUES = {
  Average: "The average of",
  Sum: "The sum of",
  Median: "The median of",
  Lowest: "The lowest",
  Highest: "The highest",
  Latest: "The newest value of",
} as const;

/** `rows of calls`, `rows of calls with …` */
function rowsWords(file: SourceFile, { dataset, where }: ast.Population): string {
  return `rows of \`${dataset.text}\`${where === null ? "" : ` with ${condition(file, where)}`}`;
}

function condition(file: SourceFile, node: ast.Condition): string {
  return `\`${written(file, node.span)}\``;
}
