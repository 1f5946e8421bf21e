/** What a value is made of, in the words of its form: rows of rows, a sum over values, promoters less detractors, time. */
import { type Bundle, type MetricPlan, type MetricValue, rowWords } from "@tenet-lang/evaluator";
import { lengthWords } from "@tenet-lang/evaluator/due";
import { grouped, groupedText, spaced } from "./words.ts";

/** Nothing where the value stands for itself, as a count or a median does, or is made of other values. */
export function partsOf(plan: MetricPlan, value: MetricValue, bundle: Bundle): readonly string[] {
  const { numerator, denominator } = value;
  if (numerator === null || denominator === null) return [];
  const { form } = plan;
  switch (form.kind) {
    case "share":
      return [`${grouped(Number(numerator))} of ${grouped(Number(denominator))} ${rowWords(plan, bundle)}`];
    case "time_outside":
      // Whatever the clock counts in: a window is easier to compare in hours than in days.
      return [`${lengthWords(numerator, true)} of ${lengthWords(denominator, true)}`];
    case "net_score":
      return [`${netWords(BigInt(numerator) / 100n)} among ${groupedText(denominator)} answers`];
    case "rate": {
      const rows = String(BigInt(numerator) / BigInt(form.per));
      return [
        `${groupedText(rows)} ${rowWords(plan, bundle)} to ${groupedText(denominator)} ${spaced(form.denominator.dataset)}`,
      ];
    }
    case "average":
      return [sumWords(numerator, denominator, decimalsOf(plan, bundle))];
    default:
      return [];
  }
}

/** `5 more promoters than detractors`. */
function netWords(net: bigint): string {
  if (net === 0n) return "as many promoters as detractors";
  const [more, fewer] = net > 0n ? ["promoters", "detractors"] : ["detractors", "promoters"];
  const by = net > 0n ? net : -net;
  return `${groupedText(String(by))} more ${by === 1n ? more.slice(0, -1) : more} than ${fewer}`;
}

/** `a sum of 336 over 30 values`; where nobody knows the scale of both, they stand as they are. */
function sumWords(numerator: string, denominator: string, decimals: number | null): string {
  if (decimals === null) return `${numerator} ÷ ${denominator}`;
  const scale = 10n ** BigInt(decimals);
  const sum = BigInt(numerator);
  const magnitude = sum < 0n ? -sum : sum;
  const fraction = String(magnitude % scale)
    .padStart(decimals, "0")
    .replace(/0+$/, "");
  const whole = `${sum < 0n ? "-" : ""}${groupedText(String(magnitude / scale))}`;
  const values = BigInt(denominator) / scale;
  const over = `${groupedText(String(values))} ${values === 1n ? "value" : "values"}`;
  return `a sum of ${whole}${decimals === 0 || fraction === "" ? "" : `.${fraction}`} over ${over}`;
}

/** Decimals at which the field of an average is added up; null where they depend on the rows. */
function decimalsOf({ form }: MetricPlan, { datasets }: Bundle): number | null {
  if (form.kind !== "average") return null;
  const fields = datasets.find(({ name }) => name === form.population.dataset)?.fields ?? [];
  const type = fields.find(({ name }) => name === form.field)?.type;
  if (type?.kind === "days") return 0;
  return type?.kind === "number" || type?.kind === "total" || type?.kind === "money" ? type.decimals : null;
}
