/** What a percentage is of, and amounts as factors (SPEC §3.7.10). */
import type { Amount, Base } from "../bundle/consequence-plan.ts";
import { type Exact, fromText } from "../exact/ratio.ts";
import { type Currency, moneyWords, spaced, valueWords } from "../explain/words.ts";
import { isExact } from "../measure/facts.ts";
import type { DaySpan } from "../time/spans.ts";
import type { Reading } from "./reading.ts";

/** An amount ready to be multiplied. */
export interface Factors {
  /** Null: what the percentage is of has no value. */
  readonly factors: readonly Exact[] | null;
  /** `10% of monthly fee (100,000.00 EUR)`. */
  readonly text: string;
  /** `monthly fee`; empty for money. */
  readonly base: string;
}

/** An amount over some days; what is a percentage of the row paid for is not known here. */
export function factorsOf(amount: Amount, days: DaySpan, reading: Reading, currency: Currency): Factors {
  if (amount.kind === "money") {
    const value = fromText(amount.value);
    return { factors: [value], text: moneyWords(value, currency), base: "" };
  }
  const percent = fromText(amount.percent);
  const words = valueWords(percent, { kind: "percent" });
  const name = baseName(amount.of, reading);
  const value = baseValue(amount.of, days, reading);
  if (value === null) return { factors: null, text: `${words} of ${name}`, base: name };
  const text = `${words} of ${name} (${moneyWords(value, currency)})`;
  return { factors: [percent, value], text, base: name };
}

export function baseName(base: Base, reading: Reading): string {
  return base.kind === "metric" ? reading.nameOf(base.name) : spaced(base.field);
}

function baseValue(base: Base, days: DaySpan, reading: Reading): Exact | null {
  if (base.kind === "row") return null;
  const value =
    base.kind === "partner"
      ? reading.partner(`partner:${base.field}`)
      : reading.metric(base.name, days).value;
  return isExact(value) ? value : null;
}
