/** Facts of thirty metrics in columns, and the agreement that sets limits to them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "@tenet-lang/evaluator";
import { bundleOf } from "../agreement.ts";
import { random } from "../random.ts";
import type { Answer, Size } from "../work.ts";

export const PARTNERS: Readonly<Record<Size, number>> = { quick: 500, usual: 2_000, full: 2_000 };
export const MONTHS = 12;
export const STANDARDS = 30;
export const LEAST_ROWS = 30;
/** A verdict as the contestants write it. */
export const MISSED = 0;
export const NOT_ENOUGH = 1;
export const MET = 2;

/** What was measured, by cell: party × months + month. */
export interface Facts {
  readonly cells: number;
  readonly calls: Float64Array;
  /** Per metric, how many of the calls were good. */
  readonly good: readonly Float64Array[];
}

/** The judgement of a standard's cells. */
export type Codes = readonly Uint8Array[];

/** Standards are listed by name, so the names keep their order. */
export function nameOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(2, "0")}`;
}

export function limitOf(standard: number): number {
  return 45 + standard;
}

/** Writes the bundle of the agreement. */
export async function writeLimits(folder: string): Promise<void> {
  writeFileSync(join(folder, "limits.json"), JSON.stringify(await bundleOf(agreement())));
}

function agreement(): string {
  const numbers = Array.from({ length: STANDARDS }, (_, number) => number);
  const standard = (number: number): string => `
metric ${nameOf("share", number)} percent of calls where q${number} is yes out of calls

standard ${nameOf("standard", number)} "Standard ${number}"
  requires ${nameOf("share", number)} at least ${limitOf(number)}%
  measured each calendar month
  needs at least ${LEAST_ROWS} calls otherwise not_enough_data
`;
  return `agreement limits "Thirty limits"
  version 1.0.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"

dataset calls from "calls.csv" one row per line
  partner centre
  dated held_on
  field centre text
  field held_on date
${numbers.map((number) => `  field q${number} yes_no`).join("\n")}
${numbers.map(standard).join("")}`;
}

export function readLimits(folder: string): Bundle {
  return JSON.parse(readFileSync(join(folder, "limits.json"), "utf8"));
}

/** The same facts for every contestant. */
export function factsOf(size: Size): Facts {
  const { below } = random(30);
  const cells = PARTNERS[size] * MONTHS;
  const calls = Float64Array.from({ length: cells }, () => below(250));
  const good = Array.from({ length: STANDARDS }, () =>
    calls.map((count) => Math.ceil((count * below(101)) / 100)),
  );
  return { cells, calls, good };
}

/** One line per partner: its months, and in each its standards. */
export function linesOf(codes: Codes, partners: number): Answer {
  return Array.from({ length: partners }, (_, partner) =>
    Array.from({ length: MONTHS }, (__, month) =>
      codes.map((of) => of[partner * MONTHS + month]).join(""),
    ).join(" "),
  );
}
