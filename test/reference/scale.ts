/** Scales of sums and values, for the reference (§4.2.4, §4.2.5): the numerator and denominator as they are shown. */
import type { FieldType } from "@tenet-lang/evaluator";
import { microsPer } from "./cells.ts";
import { abs, gcd, type Rational, reduced } from "./rational.ts";

/**
 * A sum or a value over its scale (§4.2.1): declared decimals or minor units; without a declaration the fewest
 * decimals that hold it; a duration over the fewest parts of its unit that do.
 */
export function atScale(value: Rational, type: FieldType): Rational {
  switch (type.kind) {
    case "money":
      return overScale(value, type.decimals);
    case "number":
    case "total":
      return overScale(value, type.decimals ?? fewestDecimals(value));
    case "duration": {
      const perUnit = BigInt(microsPer(type.unit));
      const micros = (value.n * perUnit) / value.d;
      const common = gcd(abs(micros), perUnit);
      return { n: micros / common, d: perUnit / common };
    }
    default:
      return reduced(value);
  }
}

function overScale(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  return { n: (value.n * scale) / value.d, d: scale };
}

function fewestDecimals(value: Rational): number {
  return [0, 1, 2, 3, 4, 5].find((decimals) => (value.n * 10n ** BigInt(decimals)) % value.d === 0n) ?? 6;
}
