/** Deliveries as files, and the six metrics per partner and month that are asked of them. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Bundle, JudgeResult, MetricValue } from "@tenet-lang/evaluator";
import { bundleOf } from "../agreement.ts";
import { type Random, random } from "../random.ts";
import type { Answer, Size } from "../work.ts";

const ROWS: Readonly<Record<Size, number>> = { quick: 100_000, usual: 1_000_000, full: 10_000_000 };

export function rowCount(size: Size): string {
  return ROWS[size].toLocaleString("en");
}

export const AS_OF = "2027-02-01T00:00:00Z";

const agreement = `agreement six_metrics "Six metrics"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

dataset deliveries from "deliveries.csv" one row per line
  partner carrier_id
  dated promised_at
  field delivery_id text
  field carrier_id text
  field promised_at timestamp
  field outcome one of delivered, failed, returned, lost
  field minutes_late number 0 decimals optional
  field wait duration in seconds
  field fee money EUR
  field csat number from 0 to 10 optional
  field damaged yes_no

metric on_time percent of deliveries where minutes_late at most 0 and minutes_late is given out of deliveries where outcome is delivered
metric damage percent of deliveries where damaged is yes out of deliveries
metric lost number of deliveries where outcome is lost
metric mean_wait average of wait in deliveries where outcome is delivered
metric fees sum of fee in deliveries
metric nps net score of csat in deliveries promoters 9 to 10 detractors 0 to 6

standard monthly "All six"
  requires on_time at least 90%
  requires damage less than 5%
  requires lost fewer than 100
  requires mean_wait at most 120 seconds
  requires fees at most 1_000_000 EUR
  requires nps at least 0
  measured each calendar month
  needs no minimum
`;

/** Metrics in the order of an answer's line. */
const METRICS = ["on_time", "damage", "lost", "mean_wait", "fees", "nps"];

export async function writeBundle(folder: string): Promise<void> {
  writeFileSync(join(folder, "deliveries.json"), JSON.stringify(await bundleOf(agreement)));
}

export function readBundle(folder: string): Bundle {
  return JSON.parse(readFileSync(join(folder, "deliveries.json"), "utf8"));
}

/** A delivery, cell by cell as files have it; empty where a value is missing. */
export interface Delivery {
  readonly delivery_id: string;
  readonly carrier_id: string;
  readonly promised_at: string;
  readonly outcome: string;
  readonly minutes_late: string;
  readonly wait: string;
  readonly fee: string;
  readonly csat: string;
  readonly damaged: string;
}

/** Writes so many deliveries as lines of a file. */
export function writeDeliveries(
  path: string,
  size: Size,
  header: string,
  lineOf: (delivery: Delivery) => string,
): void {
  const numbers = random(7);
  const file = openSync(path, "w");
  writeSync(file, header);
  for (let row = 0; row < ROWS[size]; ) {
    const lines: string[] = [];
    for (const last = Math.min(row + 10_000, ROWS[size]); row < last; row += 1)
      lines.push(lineOf(delivery(row, numbers)));
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

/** The bytes of a file, piece by piece. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  const piece = new Uint8Array(1 << 18);
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
      yield piece.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function delivery(row: number, { below, of, percent }: Random): Delivery {
  const outcome = of(["delivered", "delivered", "delivered", "delivered", "failed", "returned", "lost"]);
  return {
    delivery_id: `D${String(row).padStart(9, "0")}`,
    carrier_id: `carrier-${below(100)}`,
    // At three in the morning no clock has ever been changed.
    promised_at: `2026-${two(1 + below(12))}-${two(1 + below(28))}T${two(3 + below(21))}:${two(below(60))}:00`,
    outcome,
    minutes_late: outcome === "delivered" ? String(below(400) - 300) : "",
    wait: String(below(240)),
    fee: `${below(12)}.${two(below(100))}`,
    csat: percent(60) ? "" : String(below(11)),
    damaged: percent(4) ? "yes" : "no",
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Values by partner and month, one line each. */
export function linesOfResult(result: JudgeResult): Answer {
  if (result.problems.length > 0) throw new Error(result.problems[0]?.message);
  return result.verdicts
    .map(({ party, period, metrics }) => {
      const values = METRICS.map((name) =>
        valueText(metrics.find(({ metric }) => metric === name)?.value ?? null),
      );
      return `${party.key} ${period.label} ${values.join(" ")}`;
    })
    .sort();
}

/** A value in lowest terms, since not all contestants keep the same denominator. */
function valueText(value: MetricValue | null): string {
  if (value?.numerator == null || value.denominator === null) return "-";
  return ratioText(BigInt(value.numerator), BigInt(value.denominator));
}

export function ratioText(numerator: bigint, denominator: bigint): string {
  if (denominator === 0n) return "-";
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${numerator / a}/${denominator / a}`;
}
