/** Verdicts from facts: 2,000 partners × 12 months × 30 standards, each a limit and a minimum of rows. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "@tenet-lang/evaluator";
import { bundleOf } from "../agreement.ts";
import { random } from "../random.ts";
import type { Answer, Doing, Size, Work } from "../work.ts";

const PARTNERS: Readonly<Record<Size, number>> = { quick: 500, usual: 2_000, full: 2_000 };
const MONTHS = 12;
const STANDARDS = 30;
const LEAST_ROWS = 30;
/** Partners that a slow contestant judges. */
const SAMPLE = 2;

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

export const thresholds: Work = {
  name: "thresholds",
  title: (size) =>
    `${(PARTNERS[size] * MONTHS * STANDARDS).toLocaleString("en")} verdicts of limits from facts in columns`,
  goal: "1.5",
  rounds: "warm",
  generate: (folder) => writeFileSync(join(folder, "limits.json"), JSON.stringify(bundleOf(agreement()))),
  contestants: [
    {
      name: "a generated loop over typed arrays",
      prepare: (_, size) => judging(size, generatedLoop(factsOf(size))),
    },
    {
      name: "Tenet, rules over fact columns",
      async prepare(folder, size) {
        const { ruleCodes } = await import("./thresholds-tenet.ts");
        return judging(size, ruleCodes(readBundle(folder), factsOf(size)));
      },
    },
    {
      name: "Tenet, whole order of verdicts",
      async prepare(folder, size) {
        const { standardCodes } = await import("./thresholds-tenet.ts");
        return judging(size, standardCodes(readBundle(folder), factsOf(size)));
      },
    },
    {
      name: "json-rules-engine 7, the same rules",
      times: (size) => PARTNERS[size] / SAMPLE,
      async prepare(folder, size) {
        const { engineCodes } = await import("./thresholds-engine.ts");
        return await engineCodes(readBundle(folder), factsOf(size), SAMPLE * MONTHS);
      },
    },
  ],
};

/** Standards are listed by name, so the names keep their order. */
export function nameOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(2, "0")}`;
}

function limitOf(standard: number): number {
  return 45 + standard;
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

function readBundle(folder: string): Bundle {
  return JSON.parse(readFileSync(join(folder, "limits.json"), "utf8"));
}

/** The same facts for every contestant. */
function factsOf(size: Size): Facts {
  const { below } = random(30);
  const cells = PARTNERS[size] * MONTHS;
  const calls = Float64Array.from({ length: cells }, () => below(250));
  const good = Array.from({ length: STANDARDS }, () =>
    calls.map((count) => Math.ceil((count * below(101)) / 100)),
  );
  return { cells, calls, good };
}

/** One loop with all limits written out, as a program that writes programs would have it. */
function generatedLoop({ cells, calls, good }: Facts): () => Codes {
  const codes = good.map(() => new Uint8Array(cells));
  const lines = good.map(
    (_, standard) =>
      `codes${standard}[cell] = rows < ${LEAST_ROWS} ? ${NOT_ENOUGH} : good${standard}[cell] * 100 >= rows * ${limitOf(standard)} ? ${MET} : ${MISSED};`,
  );
  const names = [...good.map((_, at) => `good${at}`), ...codes.map((_, at) => `codes${at}`)];
  const body = `for (let cell = 0; cell < ${cells}; cell += 1) { const rows = calls[cell]; ${lines.join("\n")} }`;
  const loop = new Function("calls", ...names, body);
  return () => {
    loop(calls, ...good, ...codes);
    return codes;
  };
}

function judging(size: Size, judge: () => Codes): Doing {
  let codes: Codes = [];
  return {
    round() {
      codes = judge();
    },
    answer: () => linesOf(codes, PARTNERS[size]),
  };
}

/** One line per partner: its months, and in each its standards. */
export function linesOf(codes: Codes, partners: number): Answer {
  return Array.from({ length: partners }, (_, partner) =>
    Array.from({ length: MONTHS }, (__, month) =>
      codes.map((of) => of[partner * MONTHS + month]).join(""),
    ).join(" "),
  );
}
