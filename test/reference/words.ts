/** Values as people read them, for the reference (§4.2.9). */
import type { MetricUnit } from "@tenet-lang/evaluator";
import { abs, type Rational } from "./rational.ts";

/** A value in the unit of its metric; null for no value. */
export function textOf(value: Rational | string | boolean | null, unit: MetricUnit): string | null {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  switch (unit.kind) {
    case "percent":
      return `${shortest({ n: value.n * 100n, d: value.d })}%`;
    case "duration":
      return `${shortest(value)} ${value.n === value.d ? unit.unit : `${unit.unit}s`}`;
    case "money": {
      const { sign, whole, fraction, rest } = cutOff(value, unit.decimals);
      return `${sign}${inThousands(whole)}${fraction === "" ? "" : `.${fraction}`}${rest} ${unit.currency}`;
    }
    default:
      return shortest(value);
  }
}

/** With at most two decimals; without zeros at the end, where nothing is cut off. */
function shortest(value: Rational): string {
  const { sign, whole, fraction, rest } = cutOff(value, 2);
  const digits = `${whole}.${fraction}`;
  return sign + (rest === "" ? digits.replace(/\.?0*$/, "") : digits + rest);
}

/** The first so many decimals of a value, and `…` for more. */
function cutOff({ n, d }: Rational, decimals: number) {
  const whole = abs(n) / d;
  let left = abs(n) % d;
  let fraction = "";
  for (let place = 0; place < decimals; place += 1) {
    fraction += String((left * 10n) / d);
    left = (left * 10n) % d;
  }
  return { sign: n < 0n ? "-" : "", whole: String(whole), fraction, rest: left === 0n ? "" : "…" };
}

/** Digits in groups of three, from the right. */
function inThousands(digits: string): string {
  const head = digits.length % 3;
  const groups = digits.slice(head).match(/.../g) ?? [];
  return [...(head === 0 ? [] : [digits.slice(0, head)]), ...groups].join(",");
}
