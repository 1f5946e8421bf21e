/** Lines of a finding's arithmetic: the amount is the product of the factors, or stands for itself (SPEC §7.6.4). */
import type { Origin } from "../bundle/plan.ts";
import type { Exact } from "../exact/ratio.ts";
import type { FindingLine } from "../judge/finding.ts";
import { asRatio, productOf, sumOf } from "./amounts.ts";

/** A line before it is written. */
export interface Line {
  readonly what: FindingLine["what"];
  readonly of?: string;
  readonly period?: string;
  readonly factors?: readonly Exact[];
  /** Where there are no factors. */
  readonly amount?: Exact;
  readonly rows?: number;
  readonly text: string;
  readonly origin: Origin;
}

export function amountOf({ factors = [], amount }: Line): Exact {
  return amount ?? productOf(factors);
}

export function totalOf(lines: readonly Line[]): Exact {
  return sumOf(lines.map(amountOf));
}

export function written(line: Line): FindingLine {
  return {
    what: line.what,
    of: line.of ?? null,
    period: line.period ?? null,
    factors: (line.factors ?? []).map(asRatio),
    amount: asRatio(amountOf(line)),
    rows: line.rows ?? null,
    text: line.text,
    origin: { file: line.origin.file, line: line.origin.line },
  };
}
