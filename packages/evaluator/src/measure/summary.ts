/** The account of every dataset's rows, and whether the errors in them stop the run (SPEC §4.7). */
import type { ChunkSource, DataError } from "../columns/chunk.ts";
import { LIMIT_OF_DIGITS } from "../exact/ratio.ts";
import { compareText } from "../exact/text-order.ts";
import { type FactValue, isExact } from "./facts.ts";
import type { Measured } from "./measure.ts";
import { metricsOf } from "./metrics-of.ts";
import type { Table } from "./run.ts";

/** Rows in = used + setAside + duplicates + superseded + nobodys + afterAsOf, always. */
export interface DataSummary {
  readonly dataset: string;
  /** Where several versions are judged together: the one that read it so. */
  readonly version?: string;
  readonly source: string;
  readonly rows: number;
  readonly used: number;
  readonly setAside: number;
  readonly duplicates: number;
  readonly superseded: number;
  readonly nobodys: number;
  readonly afterAsOf: number;
  /** Of the used: rows without a date, which stand in no window. */
  readonly undated: number;
  /** Keys that rows named and no partner has, also only rows set aside; the first twenty in code-point order. */
  readonly unknownPartners: readonly string[];
  readonly ignoredColumns: readonly string[];
  /** Local times that did not exist (moved forward) or existed twice (read as the earlier). */
  readonly clockChanges: { readonly skipped: number; readonly repeated: number };
  readonly errors: readonly DataError[];
  /** All errors, also those beyond the listed ones. */
  readonly errorCount: number;
}

/** Accounts for the rows of every dataset that was given. */
export function dataSummaries(
  measured: Measured,
  given: ReadonlyMap<string, ChunkSource>,
): readonly DataSummary[] {
  return measured.tables
    .filter(({ plan }) => given.has(plan.name))
    .map((table) =>
      summary(table, given.get(table.plan.name)?.name ?? table.plan.source, clocksOn(table, measured)),
    )
    .sort((a, b) => compareText(a.dataset, b.dataset));
}

/** The clocks whose cases are made of a table's rows: what is wrong with them is an error of these rows. */
function clocksOn({ plan }: Table, { tables }: Measured): readonly Table[] {
  return tables.filter(({ cases }) => cases?.clock.on === plan.name);
}

function summary(table: Table, source: string, clocks: readonly Table[]): DataSummary {
  const { tally, counts } = table;
  const tallies = [table, ...clocks].map((each) => each.tally);
  const found: DataSummary = {
    dataset: table.plan.name,
    source,
    rows: tally.rows,
    used: counts.used,
    setAside: tally.setAside + counts.setAside,
    duplicates: tally.duplicates,
    superseded: counts.superseded,
    nobodys: counts.nobodys,
    afterAsOf: counts.afterAsOf,
    undated: counts.undated,
    unknownPartners: unknownPartners(table),
    ignoredColumns: tally.ignoredColumns,
    clockChanges: { skipped: tally.skippedTimes, repeated: tally.repeatedTimes },
    errors: tallies
      .flatMap(({ errors }) => errors)
      .slice(0, tally.maxErrors)
      .map((error) => ({ ...error, source })),
    errorCount: tallies.reduce((sum, { errorCount }) => sum + errorCount, 0),
  };
  assertConserved(found, tally.fatal);
  return found;
}

/** Where partners are found in the data, rows that were set aside may have named others (SPEC §3.2.4). */
function unknownPartners({ counts, tally, run }: Table): readonly string[] {
  const setAsideOf = run.bundle.partners === null ? tally.setAsideOf : [];
  return [...new Set([...counts.unknownPartners, ...setAsideOf])]
    .filter((code) => code >= 0 && run.parties.find(code) < 0)
    .map((code) => run.pool.text(code))
    .sort(compareText)
    .slice(0, 20);
}

/** INVARIANT: no row vanishes. A source that broke off (fatal) has not said how many rows it has. */
function assertConserved(found: DataSummary, brokeOff: boolean): void {
  const sum =
    found.used + found.setAside + found.duplicates + found.superseded + found.nobodys + found.afterAsOf;
  if (sum !== found.rows && !brokeOff) {
    throw new Error(`rows of ${found.dataset} do not add up: ${found.rows} in, ${sum} accounted for`);
  }
}

/** Why the errors in the data stop the run; empty where they do not. */
export function problemsOfData(
  measured: Measured,
  tolerated: number,
): readonly { code: string; message: string }[] {
  const broken = measured.tables.filter(({ tally }) => tally.fatal);
  if (broken.length > 0) {
    return broken.map(({ plan }) => ({
      code: "TEN4004",
      message: `\`${plan.name}\` could not be read; see its data errors`,
    }));
  }
  const tooLong = longValues(measured);
  if (tooLong.length > 0) {
    return tooLong.map((metric) => ({
      code: "TEN4034",
      message: `a value of \`${metric}\` has more than 38 digits`,
    }));
  }
  const setAside = measured.tables.reduce(
    (sum, { tally, counts }) => sum + tally.setAside + counts.setAside,
    0,
  );
  if (setAside <= tolerated) return [];
  const rows = setAside === 1 ? "1 row has a data error" : `${setAside} rows have data errors`;
  const limit = tolerated === 0 ? "" : `, and ${tolerated} may be set aside`;
  return [
    { code: "TEN4004", message: `${rows}${limit}; nothing is judged on data that could not be read whole` },
  ];
}

/** Metrics made of others whose exact value outgrows what the language holds (SPEC §4.2.3). */
function longValues({ run, standards }: Measured): readonly string[] {
  const found = new Set<string>();
  for (const standard of run.bundle.standards) {
    for (const line of standards.get(standard.name) ?? []) {
      const cells = run.parties.size * line.windows.occasions.length;
      for (const name of metricsOf(standard)) {
        const { plan, value } = line.facts(name, null);
        if (plan.form.kind !== "ratio" && plan.form.kind !== "period_mean") continue;
        for (let cell = 0; cell < cells; cell += 1) if (isTooLong(value(cell))) found.add(name);
      }
    }
  }
  return [...found];
}

function isTooLong(value: FactValue | null): boolean {
  if (!isExact(value)) return false;
  const { numerator, denominator } = value;
  return numerator >= LIMIT_OF_DIGITS || numerator <= -LIMIT_OF_DIGITS || denominator >= LIMIT_OF_DIGITS;
}
