/**
 * Random cases: an agreement as text, rows of text for its datasets, and an instant.
 *
 * fast-check gives lists of numbers, one per declaration and one per row; `Tape` turns them into choices. Declarations
 * and rows can therefore be left out one by one when a failing case shrinks.
 */

import fc from "fast-check";
import type { RawData, RawRow } from "../reference/parse.ts";
import { showDay } from "../reference/time.ts";
import { type AgreementSeeds, type AgreementSpec, makeAgreement } from "./agreement.ts";
import { type Era, someDay } from "./calendar.ts";
import type { Cells } from "./fields.ts";
import { homes } from "./openings-text.ts";
import type { TableSpec } from "./table-spec.ts";
import { Tape } from "./tape.ts";
import { versionsOf } from "./versions-text.ts";

/** An agreement and what it is judged on; each of the runs is a case of its own. */
export interface Case {
  readonly text: string;
  readonly runs: readonly Run[];
  /** Versions that are judged together on one of the runs. */
  readonly versions: readonly string[] | null;
}

/** Rows by dataset, and how they are judged. */
export interface Run {
  readonly data: RawData;
  readonly asOf: string;
  readonly tolerateBadRows: number;
}

interface RunSeeds {
  readonly world: readonly number[];
  readonly partners: readonly number[];
  /** Seeds of the rows of each dataset, in the order of the tables. */
  readonly rows: readonly (readonly number[])[];
}

/** How many sets of rows an agreement is judged on. */
export const runsPerAgreement = 5;

const mostPartners = 9;

/** Most rows of each dataset. */
const mostRowsOf: Readonly<Record<string, number>> = {
  visits: 48,
  calls: 24,
  cases: 16,
  certificates: 12,
  survey: 32,
  evidence: 4,
  owners: 8,
  orders: 12,
  tickets: 24,
  events: 16,
};
const tableNames = Object.keys(mostRowsOf);
const mostRows = Object.values(mostRowsOf);

const tape = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.noBias(fc.integer({ min: 0, max: 0xfffff })), {
    minLength: length,
    maxLength: length,
    size: "max",
  });

const list = (length: number, least: number, most: number): fc.Arbitrary<number[][]> =>
  fc.noBias(fc.array(tape(length), { minLength: least, maxLength: most, size: "max" }));

const agreement: fc.Arbitrary<AgreementSeeds> = fc.record({
  world: tape(40),
  steady: tape(12),
  // Peers are judged only among many.
  partners: fc.oneof(
    { weight: 6, arbitrary: fc.noBias(fc.integer({ min: 1, max: 3 })) },
    { weight: 1, arbitrary: fc.noBias(fc.integer({ min: 6, max: mostPartners })) },
  ),
  metrics: list(60, 1, 5),
  exclusions: list(40, 0, 2),
  standards: list(90, 1, 3),
  amendments: list(10, 0, 1),
  facts: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list(40, 1, 3) }),
  rampUps: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list(12, 1, 2) }),
  consequences: list(60, 0, 3),
});

const seed = fc.noBias(fc.nat({ max: 0xffffffff }));
const seeds = (least: number, most: number): fc.Arbitrary<number[]> =>
  fc.noBias(fc.array(seed, { minLength: least, maxLength: most, size: "max" }));

/** Most datasets are at least half full, so that windows hold rows. */
const rowLists = mostRows.map((most) =>
  fc.oneof(
    { weight: 1, arbitrary: seeds(0, most) },
    { weight: 3, arbitrary: seeds(Math.floor(most / 2), most) },
  ),
);

const run: fc.Arbitrary<RunSeeds> = fc.record({
  world: tape(8),
  partners: seeds(mostPartners, mostPartners),
  rows: fc.tuple(...rowLists),
});

/** Random cases, simplest choices first. */
export const cases: fc.Arbitrary<Case> = fc
  .tuple(agreement, fc.array(run, { minLength: runsPerAgreement, maxLength: runsPerAgreement }), tape(24))
  .map(([seeds, runs, ofVersions]) => {
    const spec = makeAgreement(seeds);
    const one = new Tape(ofVersions);
    const versions = one.chance(30) ? versionsOf(one, spec.text, spec.era) : null;
    return { text: spec.text, runs: runs.map((seed) => makeRun(seed, spec)), versions };
  });

function makeRun(seeds: RunSeeds, { tables, keys, era, isDeclared }: AgreementSpec): Run {
  const world = new Tape(seeds.world);
  const asOf = world.pick(era.asOf);
  const isDirty = world.chance(8);
  const data: Record<string, readonly RawRow[]> = {};
  for (const table of tables) {
    if (table.clockOf !== undefined) continue;
    const rows: RawRow[] = [];
    for (const number of seeds.rows[tableNames.indexOf(table.name)] ?? [])
      for (let copy = 0; copy < copiesFor(keys.length); copy += 1)
        rows.push(...rowsOf(table, new Tape(number === 0 ? 0 : number + copy), isDirty, rows));
    data[table.name] = rows;
  }
  if (isDeclared)
    data.partners = keys.map((key, at) => partnerRow(new Tape(seeds.partners[at] ?? 0), key, era));
  return { data, asOf, tolerateBadRows: isDirty ? world.pick([50, 1, 0, 50]) : 0 };
}

/** Where peers are compared each of them needs rows, too. */
const copiesFor = (partners: number): number => (partners < 6 ? 1 : 3);

function partnerRow(one: Tape, key: string, era: Era): RawRow {
  return {
    partner_id: key,
    kind: one.pick(["carrier", "D-1"]),
    country: one.pick(["NL", "BE", "é", null]),
    tier: one.pick(["1", "2", "3", null]),
    vip: one.pick(["yes", "no", null, "true"]),
    fee: one.pick(["100", "100.01", null, "-1"]),
    started_on: one.chance(35) ? showDay(someDay(one, era)) : one.pick(["2020-01-01", null]),
    ended_on: one.chance(20) ? showDay(someDay(one, era)) : null,
    home: one.pick(homes),
    joined_at: one.chance(70) ? `${showDay(someDay(one, era))} ${one.pick(["09:00:00", "23:59:59"])}` : null,
  };
}

/** The rows of a seed: one of cells, one of the rows before it again, or the history of a case. */
function rowsOf(table: TableSpec, one: Tape, isDirty: boolean, before: readonly RawRow[]): readonly RawRow[] {
  const cells = (): Cells => Object.assign({}, ...table.fields.map((field) => field.cells(one)));
  const rows = table.histories?.(one, cells) ?? [cells()];
  if (table.repeats && before.length > 0 && one.chance(25)) return [{ ...one.pick(before) }];
  return isDirty ? rows.map((row) => soiled(row, one)) : rows;
}

/** In one row of five a cell that may not be readable. */
function soiled(row: Cells, one: Tape): RawRow {
  if (!one.chance(20)) return row;
  const columns = Object.keys(row);
  const column = one.pick(columns);
  return { ...row, [column]: one.pick(["oops", null, "1,2,3", "99", "2026-02-30"]) };
}
