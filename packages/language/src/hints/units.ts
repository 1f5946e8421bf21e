/** What is counted: the unit of a metric behind its name, and of a limit on a count behind the number. */
import { typeWords, type ValueType } from "../check/types.ts";
import type * as ast from "../syntax/ast.ts";
import type { Hint, Hinting, HintsOf } from "./hint.ts";

export const unitHints: HintsOf = (hinting, node) => {
  if (node.kind === "Metric") return metricHints(hinting, node);
  if (node.kind !== "Standard") return [];
  return node.sentences.flatMap((sentence) =>
    sentence.kind === "Requires" ? sentence.limits.flatMap((limit) => limitHints(hinting, limit)) : [],
  );
};

function metricHints({ world }: Hinting, { name }: ast.MetricDeclaration): readonly Hint[] {
  const type = world.metrics.get(name.text)?.type ?? null;
  if (type === null) return [];
  const words = unitWords(type);
  const says = `Each value of \`${name.text}\` is ${typeWords(type)}.`;
  return [{ offset: name.span.end, label: `: ${words}`, says, kind: "unit" }];
}

/** `percentage`, `count`, `minutes`, `EUR` */
function unitWords(type: ValueType): string {
  switch (type.kind) {
    case "percent":
      return "percentage";
    case "number":
      return type.counting === "count" ? "count" : "number";
    case "duration":
      return `${type.unit}s`;
    case "money":
      return type.currency;
    case "one_of":
      return "one of a list";
    case "yes_no":
      return "yes or no";
    default:
      return type.kind;
  }
}

/** Behind the numbers of a limit that have no unit in the text. */
function limitHints({ world }: Hinting, { metric, rows }: ast.Limit): readonly Hint[] {
  const form = world.metrics.get(metric.text)?.node.form;
  const counted = form === undefined ? null : countedWords(form);
  if (counted === null) return [];
  const values = rows.flatMap(({ test }) => (test.kind === "Test" ? test.values : []));
  return values.flatMap((value): readonly Hint[] => {
    const says = `The limit is a number of ${counted.what}.`;
    return value.kind === "Number"
      ? [{ offset: value.span.end, label: ` ${counted.label}`, says, kind: "unit" }]
      : [];
  });
}

/** What a number of a metric counts; null for what is no count. */
function countedWords(form: ast.MetricForm): { readonly label: string; readonly what: string } | null {
  switch (form.kind) {
    case "Count":
      return { label: form.population.dataset.text, what: `rows of \`${form.population.dataset.text}\`` };
    case "Distinct": {
      const { field, population } = form;
      return {
        label: `× ${field.text}`,
        what: `different values of \`${field.text}\` in \`${population.dataset.text}\``,
      };
    }
    case "Rate": {
      const rate = `per ${form.per.text} ${form.denominator.dataset.text}`;
      return { label: rate, what: `rows of \`${form.numerator.dataset.text}\` ${rate}` };
    }
    default:
      return null;
  }
}
