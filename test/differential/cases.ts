/**
 * Random cases: an agreement as text, rows of text for its datasets, and an instant.
 *
 * fast-check gives lists of numbers, one per declaration and one per row; `Tape` turns them into choices. Declarations
 * and rows can therefore be left out one by one when a failing case shrinks.
 */
import fc from "fast-check";
import type { RawData, RawRow } from "../reference/rows.ts";
import { showDay } from "../reference/time.ts";
import { eras, someDay, zones } from "./calendar.ts";
import { type MetricSpec, metric, type Surroundings, shorter } from "./metrics-text.ts";
import { amendment, exclusion, type StandardSpec, standard } from "./standards-text.ts";
import { type Cells, makeTables, type TableSpec } from "./tables.ts";
import { Tape } from "./tape.ts";

export interface Case {
  readonly text: string;
  /** Rows and instants to judge; each is a case of its own. */
  readonly runs: readonly Rows[];
}

/** Rows by dataset, and how they are judged. */
export interface Rows {
  readonly data: RawData;
  readonly asOf: string;
  readonly tolerateBadRows: number;
}

interface Seeds {
  readonly world: readonly number[];
  readonly partners: number;
  readonly metrics: readonly (readonly number[])[];
  readonly exclusions: readonly (readonly number[])[];
  readonly standards: readonly (readonly number[])[];
  readonly amendments: readonly (readonly number[])[];
  readonly runs: readonly RunSeeds[];
}

interface RunSeeds {
  readonly world: readonly number[];
  readonly partners: readonly (readonly number[])[];
  readonly rows: readonly (readonly (readonly number[])[])[];
}

const tape = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.noBias(fc.integer({ min: 0, max: 0xfffff })), {
    minLength: length,
    maxLength: length,
    size: "max",
  });

const list = (length: number, least: number, most: number): fc.Arbitrary<number[][]> =>
  fc.noBias(fc.array(tape(length), { minLength: least, maxLength: most, size: "max" }));

/** Most rows of each dataset, in the order of `makeTables`. */
const mostPartners = 3;
const mostRows = [60, 30, 20, 14, 40, 4, 8, 12];

const rowLists = mostRows.map((most) =>
  fc.oneof(
    { weight: 1, arbitrary: list(50, 0, most) },
    { weight: 3, arbitrary: list(50, Math.floor(most / 2), most) },
  ),
);

const run: fc.Arbitrary<RunSeeds> = fc.record({
  world: tape(8),
  partners: list(10, mostPartners, mostPartners),
  rows: fc.tuple(...rowLists),
});

/** How many sets of rows each agreement is judged on. */
export const runsPerAgreement = 2;

const seeds: fc.Arbitrary<Seeds> = fc.record({
  world: tape(40),
  partners: fc.noBias(fc.integer({ min: 1, max: mostPartners })),
  metrics: list(60, 1, 5),
  exclusions: list(40, 0, 2),
  standards: list(90, 1, 3),
  amendments: list(10, 0, 1),
  runs: fc.array(run, { minLength: 1, maxLength: runsPerAgreement, size: "max" }).map((runs) => runs),
});

/** Random cases, simplest choices first. */
export const cases: fc.Arbitrary<Case> = seeds.map(build);

const partnerKeys = ["P1", "P2", "10", "9", "é", "e\u0301", "😀", "\uFFFD", "p1", "P 1"];

function build(seed: Seeds): Case {
  const world = new Tape(seed.world);
  const era = world.pick(eras);
  const isDeclared = !world.chance(15);
  const offset = world.chance(30) ? world.upTo(6) : 0;
  const keys = seed.partners.map((_, at) => partnerKeys[(at + offset) % partnerKeys.length] ?? "P1");
  const tables = makeTables(world, era, keys);
  const around: Surroundings = {
    tables,
    each: [...new Set(era.spans.flatMap((span) => shorter[span] ?? []))],
    partnerTests: isDeclared ? partnerTests(era.edges[3] ?? era.from) : [],
  };
  const measurable = tables.filter(({ party }) => party !== "none");
  const weighted = [measurable[0], measurable[0], measurable[0], ...measurable].filter(
    (one) => one !== undefined,
  );

  const metrics: MetricSpec[] = [];
  for (const [at, numbers] of seed.metrics.entries()) {
    const one = new Tape(numbers);
    const party = one.chance(15) ? "brand" : "partner";
    const among = weighted.filter((table) => table.party === party);
    metrics.push(
      metric(
        one,
        `m${at + 1}`,
        among,
        metrics.filter((other) => other.table.party === party),
        around,
      ),
    );
  }
  const exclusions = seed.exclusions.map((numbers, at) => {
    const name = `x${at + 1}`;
    const read = [...new Set(metrics.map(({ table }) => table))];
    return { name, ...exclusion(new Tape(numbers), name, read, around) };
  });
  const standards: StandardSpec[] = seed.standards.map((numbers, at) =>
    standard(new Tape(numbers), `s${at + 1}`, { metrics, exclusions, era, around }),
  );
  const amendments = seed.amendments.flatMap((numbers, at) => {
    const lines = amendment(new Tape(numbers), `a${at + 1}`, standards, keys, era);
    return lines === null ? [] : [lines];
  });
  const rounding = world.pick([
    "",
    "",
    "",
    "rounding 0 decimals half_up",
    "rounding 1 decimal half_up",
    "rounding 2 decimals half_up",
    "rounding none",
  ]);
  const yearStarts = world.pick([
    "",
    "",
    "year starts on 1 april",
    "year starts on 15 july",
    "year starts on 28 february",
  ]);
  const blocks = [
    [
      'agreement random_case "A random case"',
      "  version 1.0.0",
      `  effective from ${era.from} until ${era.until ?? "further notice"}`,
      `  time zone "${world.pick(zones)}"`,
      "  currency EUR",
      ...[rounding, yearStarts].filter((line) => line !== "").map((line) => `  ${line}`),
    ],
    ...(isDeclared ? [partnersDeclaration(world.chance(25))] : []),
    ...tables.map(declaration),
    ...metrics.map(({ lines }) => lines),
    ...exclusions.map(({ lines }) => lines),
    ...standards.map(({ lines }) => lines),
    ...amendments,
  ];
  const isDirty = world.chance(8);
  const data: Record<string, readonly RawRow[]> = {};
  for (const [at, table] of tables.entries()) {
    data[table.name] = (seed.rows[at] ?? []).map((numbers) => rowOf(table, new Tape(numbers), isDirty));
  }
  const partners = seed.partners.map((numbers, at) => partnerRow(new Tape(numbers), keys[at] ?? "P1", era));
  return {
    text: `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    data: isDeclared ? { partners, ...data } : data,
    asOf: world.pick(era.asOf),
    tolerateBadRows: isDirty ? world.pick([50, 1, 0, 50]) : 0,
  };
}

const declaration = (table: TableSpec): readonly string[] => [
  table.head[0] ?? "",
  ...table.head
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => `  ${line}`),
  ...table.fields.map((field) => `  field ${field.name} ${field.declared}`),
];

const partnerTests = (date: string): readonly string[] => [
  "partner.kind is carrier",
  "partner.kind is not dealer",
  "partner.tier at least 2",
  'partner.country is "NL"',
  "partner.country is given",
  "partner.vip is yes",
  `partner.started_on at most ${date}`,
  'partner.country is one of "NL", "é"',
  'partner.country matches "^[A-Z]+$"',
  'not partner.country is "NL"',
  'not (partner.tier is 1 or partner.country is "NL")',
  "partner.fee from 0 EUR to 100 EUR",
];

function partnersDeclaration(hasActive: boolean): readonly string[] {
  return [
    'partners from "partners.csv" key partner_id',
    ...(hasActive ? ["  active from started_on until ended_on"] : []),
    "  field partner_id text",
    '  field kind one of carrier, dealer written "D-1"',
    "  field country text optional",
    "  field tier number optional",
    "  field vip yes_no optional",
    "  field fee money EUR optional",
    "  field started_on date optional",
    "  field ended_on date optional",
  ];
}

function partnerRow(one: Tape, key: string, era: (typeof eras)[number]): RawRow {
  return {
    partner_id: key,
    kind: one.pick(["carrier", "D-1"]),
    country: one.pick(["NL", "BE", "é", null]),
    tier: one.pick(["1", "2", "3", null]),
    vip: one.pick(["yes", "no", null, "true"]),
    fee: one.pick(["100", "100.01", null, "-1"]),
    started_on: one.chance(25) ? showDay(someDay(one, era)) : one.pick(["2020-01-01", null]),
    ended_on: one.chance(20) ? showDay(someDay(one, era)) : null,
  };
}

/** A row of cells; in a dirty case one cell in sixty cannot be read. */
function rowOf(table: TableSpec, one: Tape, isDirty: boolean): RawRow {
  const row: Cells = {};
  for (const field of table.fields) Object.assign(row, field.cells(one));
  if (!isDirty || !one.chance(20)) return row;
  const columns = Object.keys(row);
  const column = one.pick(columns);
  return { ...row, [column]: one.pick(["oops", null, "1,2,3", "99", "2026-02-30"]) };
}
