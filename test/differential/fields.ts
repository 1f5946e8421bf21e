/**
 * Fields of random datasets: how each is declared, what its cells hold, and what it can be compared with. Values sit
 * on and beside the limits that sentences use, so that ties are common.
 */
import { showDay } from "../reference/time.ts";
import { type Era, someDay, someMoment } from "./calendar.ts";
import type { Tape } from "./tape.ts";

export type Cells = Record<string, string | null>;

/** A field of a dataset, with what a generator must know of it. */
export interface FieldSpec {
  readonly name: string;
  /** The sentence after `field NAME`. */
  readonly declared: string;
  readonly kind: "text" | "yes_no" | "one_of" | "number" | "duration" | "money" | "date" | "timestamp";
  readonly cells: (tape: Tape) => Cells;
  /** Right sides: `at least 4`, `is done`. */
  readonly tests: readonly string[];
  /** Values that limits on an average or a rank of the field use. */
  readonly limits: readonly string[];
}

export const column =
  (name: string, values: readonly (string | null)[]) =>
  (tape: Tape): Cells => ({ [name]: tape.pick(values) });

export const orderTests = (values: readonly string[]): readonly string[] => [
  ...values.map((value) => `at least ${value}`),
  ...values.map((value) => `at most ${value}`),
  ...values
    .slice(0, 2)
    .flatMap((value) => [`more than ${value}`, `less than ${value}`, `is ${value}`, `is not ${value}`]),
  "is given",
  "is not given",
];

export const wait: FieldSpec = {
  name: "wait",
  declared: "duration in seconds optional",
  kind: "duration",
  cells: column("wait", ["60", "10", "59", "61", "59.999999", "60.0", "90", "3600", null, "-5", "120", "30"]),
  tests: [
    ...orderTests(["60 seconds", "1 minutes", "90 seconds"]),
    "from 10 seconds to 1 minutes",
    "at most talk",
    "less than talk",
  ],
  limits: ["60 seconds", "1 minutes", "45 seconds", "90 seconds", "0.5 hours"],
};

export const talk: FieldSpec = {
  name: "talk",
  declared: 'duration in minutes written "H:mm:ss" optional',
  kind: "duration",
  cells: column("talk", [
    "0:01:00",
    "0:00:59",
    "0:01:01",
    "12:34:56",
    "100:00:00",
    null,
    "0:00:00",
    "0:02:00",
  ]),
  tests: orderTests(["1 minutes", "60 seconds", "12 hours"]),
  limits: ["1 minutes", "2 minutes", "90 seconds", "10 hours"],
};

export const stars: FieldSpec = {
  name: "stars",
  declared: "number from 1 to 5 optional",
  kind: "number",
  cells: column("stars", ["4", "3", "5", "1", "2", "4.5", "3.999999", null, "4", "5"]),
  tests: [...orderTests(["4", "3"]), "from 2 to 4", "is one of 1, 5", "from 4 to 4"],
  limits: ["4", "3", "3.5", "4.5", "2"],
};

export const score: FieldSpec = {
  name: "score",
  declared: "number 2 decimals optional",
  kind: "number",
  cells: column("score", [
    "4.20",
    "4.2",
    "0",
    "0.01",
    "-0.01",
    "10",
    "9",
    null,
    "99999999999999.99",
    "7",
    "6",
    "9.5",
    "-3",
  ]),
  tests: [...orderTests(["4.2", "9"]), "from 0 to 6", "at least stars", "more than stars"],
  limits: ["4.2", "9", "0", "6.5", "5"],
};

export const amount: FieldSpec = {
  name: "amount",
  declared: 'number written "1.234,56" optional from "Amount (net)"',
  kind: "number",
  cells: column("Amount (net)", [
    "0,1",
    "0,2",
    "0,3",
    "1.234,56",
    "0,000001",
    "123.456.789.012,123456",
    null,
    "-7",
    "1000",
    "1.000",
  ]),
  tests: orderTests(["0.3", "1_000", "0.000001"]),
  limits: ["0.3", "0.2", "1_000", "100.5"],
};

export const fee: FieldSpec = {
  name: "fee",
  declared: "money EUR optional",
  kind: "money",
  cells: column("fee", [
    "10",
    "10.00",
    "9.99",
    "10.01",
    "0",
    "0.01",
    "1000000",
    "90071992547409.93",
    null,
    "-2.5",
  ]),
  tests: [...orderTests(["10 EUR", "9.99 EUR"]), "from 0 EUR to 10 EUR"],
  limits: ["10 EUR", "9.99 EUR", "5 EUR", "100 EUR"],
};

export const outcome: FieldSpec = {
  name: "outcome",
  declared: 'one of done, failed written "FAIL-1", lost optional',
  kind: "one_of",
  cells: column("outcome", ["done", "done", "FAIL-1", "lost", null, "done"]),
  tests: [
    "is done",
    "is not done",
    "is failed",
    "is one of done, lost",
    "is given",
    "is not given",
    "is not lost",
  ],
  limits: ["done", "lost"],
};

const lookalikes = ["north", "south", "10", "9", "é", "e\u0301", "😀", "\uFFFD", " north", "North"];

export const region: FieldSpec = {
  name: "region",
  declared: "text optional",
  kind: "text",
  cells: column("region", [...lookalikes, "north", "south", "north", null]),
  tests: [
    'is "north"',
    'is not "north"',
    'is "10"',
    'is one of "é", "south", "9"',
    'is "e\u0301"',
    'contains "orth"',
    'contains "\uFFFD"',
    'matches "^n"',
    'matches "(?i)^north$"',
    'matches "^.$"',
    'matches "[0-9]+"',
    "is given",
    "is not given",
  ],
  limits: ['"north"', '"10"', '"e\u0301"'],
};

export const ok: FieldSpec = {
  name: "ok",
  declared: 'yes_no written "1", "0" optional',
  kind: "yes_no",
  cells: column("ok", ["1", "0", "1", null, "0", "1"]),
  tests: ["is yes", "is no", "is not yes", "is given", "is not given"],
  limits: ["yes", "no"],
};

export const quarterOne: FieldSpec = {
  name: "q1",
  declared: "number 1 decimal optional",
  kind: "number",
  cells: column("q1", ["1", "2.5", "0", "3", null, "1.5"]),
  tests: orderTests(["2.5", "1"]),
  limits: ["2.5", "1", "2"],
};

export const quarterTwo: FieldSpec = {
  ...quarterOne,
  name: "q2",
  cells: column("q2", ["1", "2.5", "0", "3", "1.5", null, "2"]),
};

export const total: FieldSpec = {
  name: "t",
  declared: "total of q1, q2",
  kind: "number",
  cells: () => ({}),
  tests: orderTests(["4", "2.5"]),
  limits: ["4", "2.5", "3"],
};

export const reference = (values: readonly (string | null)[]): FieldSpec => ({
  name: "ref",
  declared: "text optional",
  kind: "text",
  cells: column("ref", values),
  tests: ['is "r1"', "is given", "is not given", 'is one of "r1", "r2"'],
  limits: ['"r1"'],
});

/** A field that is in the table so that rows have a key, a partner or an order; seldom compared. */
export const plain = (name: string, declared: string, cells: FieldSpec["cells"]): FieldSpec => ({
  name,
  declared,
  kind: "text",
  cells,
  tests: ["is given"],
  limits: [],
});

/** One of the era's edges, and two of them in order. */
const edge = (era: Era, at: number): string => era.edges[at % era.edges.length] ?? era.from;
const between = (era: Era, a: number, b: number): readonly string[] => [edge(era, a), edge(era, b)].sort();

export const moment = (name: string, era: Era, isOptional: boolean): FieldSpec => ({
  name,
  declared: `timestamp${isOptional ? " optional" : ""}`,
  kind: "timestamp",
  cells: (tape) => ({ [name]: isOptional && tape.chance(25) ? null : someMoment(tape, era) }),
  tests: [
    "is given",
    `at least ${edge(era, 4)} at 00:00`,
    `less than ${edge(era, 6)} at 02:30`,
    `from ${between(era, 2, 8).join(" at 00:00 to ")} at 23:59`,
  ],
  limits: [],
});

/** Timestamps of which many are equal. */
export const crowded = (name: string, era: Era): FieldSpec => ({
  ...moment(name, era, false),
  cells: (tape) => ({ [name]: `${tape.pick(era.edges)}T${tape.pick(["12:00:00", "00:00:00"])}` }),
});

const slashed = (text: string): string => {
  const [year, month, date] = text.split("-");
  return `${Number(date)}/${Number(month)}/${year}`;
};

export const civil = (
  name: string,
  era: Era,
  declared: string,
  columns: readonly string[],
  isOptional: boolean,
): FieldSpec => ({
  name,
  declared,
  kind: "date",
  cells: (tape) => {
    const text = showDay(someDay(tape, era));
    if (isOptional && tape.chance(20)) return Object.fromEntries(columns.map((one) => [one, null]));
    if (columns.length > 1) {
      const parts = text.split("-").map((part) => String(Number(part)));
      return Object.fromEntries(columns.map((one, at) => [one, parts[at] ?? null]));
    }
    return { [columns[0] ?? name]: declared.includes("D/M") ? slashed(text) : text };
  },
  tests: [
    `at least ${edge(era, 4)}`,
    `at most ${edge(era, 6)}`,
    `is ${edge(era, 3)}`,
    "is given",
    "is not given",
    `from ${between(era, 1, 7).join(" to ")}`,
  ],
  limits: [],
});
