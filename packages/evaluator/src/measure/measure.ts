/**
 * Drives a run: stores and settles the datasets that are looked up, streams the others, and hands back what every
 * standard measured (see `run.ts` for the whole picture).
 *
 * Sources may be asynchronous. Reading is therefore written once, as a generator of *feeds* (some chunks, and what
 * takes them); the caller pulls each feed's chunks with `for` or with `for await`.
 */
import type { Condition, DatasetPlan, PartnersPlan } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Chunk, ChunkSource, ReadTally, TextPool } from "../columns/chunk.ts";
import { reportFatal } from "../columns/read-tally.ts";
import { parseInstant } from "../time/instant.ts";
import { timeFrame } from "../time/windows.ts";
import { zoneClock } from "../time/zone.ts";
import { compileCondition, type PatternEngine } from "./conditions.ts";
import { rowExclusion } from "./exclusions.ts";
import { USED } from "./fates.ts";
import { lookupTest, makeDateIndex, makePartnerIndex } from "./lookups.ts";
import { type Needs, needsOf } from "./needed.ts";
import { makePass, type Pass } from "./passes.ts";
import { declaredParties, foundParties, type Parties, type Run, type Table } from "./run.ts";
import { type LineMeasure, lineMeasure } from "./standard-measure.ts";
import { makeTable, partnerCodeReader, settle, valueText } from "./table.ts";
import type { RowTest } from "./truth.ts";
import { type WindowSet, windowSet } from "./window-set.ts";

export interface MeasureInput {
  readonly bundle: Bundle;
  /** Sources by dataset name; `partners` for the partners. */
  readonly sources: ReadonlyMap<string, ChunkSource>;
  readonly asOf: string;
  readonly pool: TextPool;
  readonly tally: () => ReadTally;
  readonly patterns: PatternEngine | null;
  /** May rows with errors be set aside? */
  readonly tolerant: boolean;
  /** Names of the standards to measure; null: all. */
  readonly standards: ReadonlySet<string> | null;
}

/** Chunks to be pulled, and what takes each of them. */
export interface Feed {
  readonly chunks: Iterable<Chunk> | AsyncIterable<Chunk>;
  take(chunk: Chunk): void;
}

export interface Measured {
  readonly run: Run;
  /** Tables in the order of the bundle, the partners first. */
  readonly tables: readonly Table[];
  /** Per standard, its lines. */
  readonly standards: ReadonlyMap<string, readonly LineMeasure[]>;
}

export interface Measuring {
  /** Datasets that are read, and not given. */
  readonly absent: readonly string[];
  readonly feeds: Generator<Feed, void, void>;
  /** What was measured; asked once the feeds are used up. */
  result(): Measured;
}

/** Prepares a run. Nothing is read until its feeds are pulled. */
export function measure(input: MeasureInput): Measuring {
  const { bundle } = input;
  const needs = needsOf(bundle, input.tolerant, input.standards);
  const { run, tables, setParties } = makeRun(input, needs);
  const testOf = testMaker(run);
  const passes = passMaker(run, testOf);
  const standards = new Map<string, readonly LineMeasure[]>();
  function* feeds(): Generator<Feed, void, void> {
    const all = [...tables.values()];
    const stored = all.filter((table) => table.stored);
    for (const table of stored) yield storeFeed(table, input, needs);
    const partners = tables.get("partners");
    if (partners !== undefined) setParties(partnersOf(partners, run));
    for (const table of stored) settleStored(table, run);
    for (const standard of bundle.standards) {
      if (input.standards !== null && !input.standards.has(standard.name)) continue;
      const lines = standard.measured.map(({ window }, index) => {
        const windows = passes.windows(window, standard.assessed);
        return lineMeasure(standard, index, windows, run, passes.passOf);
      });
      standards.set(standard.name, lines);
    }
    for (const table of stored) for (const pass of passes.of(table)) pass.take(table.store.length);
    for (const table of all) if (!table.stored) yield streamFeed(table, passes.of(table), input, needs);
    for (const pass of passes.all()) pass.finish();
    reportLatestTies(passes.all());
    reportLongSums(passes.all());
  }
  const absent = [...needs.referred].filter((name) => !input.sources.has(name));
  return { absent, feeds: feeds(), result: () => ({ run, tables: [...tables.values()], standards }) };
}

function makeRun(
  input: MeasureInput,
  needs: Needs,
): { run: Run; tables: Map<string, Table>; setParties: (parties: Parties) => void } {
  const { bundle, pool } = input;
  const clock = zoneClock(bundle.zone);
  const asOf = parseInstant(input.asOf) ?? 0;
  const tables = new Map<string, Table>();
  const dates = new Map<string, (key: number) => number>();
  const owners = new Map<string, (key: number) => readonly number[]>();
  let parties: Parties = foundParties();
  const run: Run = {
    bundle,
    pool,
    clock,
    asOf,
    frame: timeFrame(bundle.agreement, clock, asOf),
    patterns: input.patterns,
    get parties() {
      return parties;
    },
    table: (name) => tables.get(name) ?? null,
    dateIndex(via) {
      const key = `${via.dataset}.${via.field} by ${via.key}`;
      const index = dates.get(key) ?? makeDateIndex(run, via);
      dates.set(key, index);
      return index;
    },
    partnerIndex(via) {
      const key = `${via.dataset}.${via.field} by ${via.key}`;
      const index =
        owners.get(key) ?? makePartnerIndex(run, via, (target) => partnerCodeReader(target, via.field));
      owners.set(key, index);
      return index;
    },
  };
  const plans = [...(bundle.partners === null ? [] : [partnersPlan(bundle.partners)]), ...bundle.datasets];
  for (const plan of plans) tables.set(plan.name, makeTable(plan, run, needs, input.tally()));
  return {
    run,
    tables,
    setParties(found) {
      parties = found;
    },
  };
}

/** The partners as a dataset without dates. */
export function partnersPlan(partners: PartnersPlan): DatasetPlan {
  return {
    name: "partners",
    label: null,
    source: partners.source,
    key: partners.key,
    partner: null,
    dated: null,
    missing: [],
    duplicatesOnce: false,
    valid: null,
    keepsLatest: null,
    fields: partners.fields,
    origin: partners.origin,
  };
}

/** Chunks of a table's source; none where no source is given. */
function chunksOf(table: Table, input: MeasureInput, needs: Needs): Iterable<Chunk> | AsyncIterable<Chunk> {
  const { plan, tally, run } = table;
  const source = input.sources.get(plan.name);
  if (source === undefined) return [];
  const wanted = needs.fields.get(plan.name);
  return source.open({
    plan,
    needed: plan.fields.map(({ name }) => wanted?.has(name) ?? false),
    pool: run.pool,
    zone: run.clock,
    tally,
  });
}

function storeFeed(table: Table, input: MeasureInput, needs: Needs): Feed {
  return { chunks: chunksOf(table, input, needs), take: (chunk) => table.store.append(chunk) };
}

function streamFeed(table: Table, passes: readonly Pass[], input: MeasureInput, needs: Needs): Feed {
  return {
    chunks: chunksOf(table, input, needs),
    take(chunk) {
      table.view.columns = chunk.columns;
      table.view.big = chunk.big;
      table.lineOf = (row) => chunk.lines[row] ?? 0;
      settle(table, chunk.length);
      for (const pass of passes) pass.take(chunk.length);
    },
  };
}

/** Settles a stored table after those that its dates and partners stand in. */
function settleStored(table: Table, run: Run): void {
  if (table.settled) return;
  table.settled = true;
  table.fates = new Uint8Array(table.store.length);
  for (const via of [table.plan.partner, table.plan.dated]) {
    const other = via?.kind === "via" ? run.table(via.dataset) : null;
    if (other?.stored) settleStored(other, run);
  }
  settle(table, table.store.length);
}

function partnersOf(table: Table, run: Run): Parties {
  settleStored(table, run);
  const code = partnerCodeReader(table, table.plan.key ?? "");
  const rows: { code: number; row: number }[] = [];
  for (let row = 0; row < table.store.length; row += 1) {
    if (table.fates[row] === USED && !Number.isNaN(code(row))) rows.push({ code: code(row), row });
  }
  return declaredParties(rows);
}

type TestOf = (condition: Condition | null, of: Table) => RowTest;

function testMaker(run: Run): TestOf {
  const testOf: TestOf = (condition, table) => {
    const partners = run.table("partners");
    return compileCondition(condition, {
      fields: table.plan.fields,
      view: table.view,
      partners: partners === null ? null : { fields: partners.plan.fields, view: partners.view },
      pool: run.pool,
      clock: run.clock,
      patterns: run.patterns,
      lookup: (has) => lookupTest(has, table, testOf),
    });
  };
  return testOf;
}

/** Passes by dataset, windows and exclusions, and windows by what they are. */
function passMaker(
  run: Run,
  testOf: TestOf,
): {
  windows: (
    ...of: Parameters<typeof windowSet> extends [infer W, infer A, unknown] ? [W, A] : never
  ) => WindowSet;
  passOf: (dataset: string, windows: WindowSet, excluding: readonly string[]) => Pass | null;
  of: (table: Table) => readonly Pass[];
  all: () => readonly Pass[];
} {
  const sets = new Map<string, WindowSet>();
  const passes = new Map<WindowSet, Map<string, Pass>>();
  const byTable = new Map<Table, Pass[]>();
  function passOf(dataset: string, windows: WindowSet, excluding: readonly string[]): Pass | null {
    const table = run.table(dataset);
    if (table === null) return null;
    const bySet = passes.get(windows) ?? new Map<string, Pass>();
    passes.set(windows, bySet);
    const key = `${dataset}\n${excluding.join("\n")}`;
    const known = bySet.get(key);
    if (known !== undefined) return known;
    const exclusions = excluding
      .flatMap((name) => run.bundle.exclusions.filter((exclusion) => exclusion.name === name))
      .filter((exclusion) => exclusion.removes.dataset === dataset)
      .map((exclusion) => ({ name: exclusion.name, removes: rowExclusion(exclusion, table, testOf) }));
    const { window } = windows;
    const latestOf = window.kind === "latest" ? window.population.where : null;
    const pass = makePass(table, windows, exclusions, latestOf, testOf);
    bySet.set(key, pass);
    byTable.set(table, [...(byTable.get(table) ?? []), pass]);
    return pass;
  }
  return {
    passOf,
    windows(window, assessed) {
      const key = JSON.stringify([window, assessed]);
      const set = sets.get(key) ?? windowSet(window, assessed, run.frame);
      sets.set(key, set);
      return set;
    },
    of: (table) => byTable.get(table) ?? [],
    all: () => [...byTable.values()].flat(),
  };
}

/** `latest FIELD`: two newest rows of one instant with different values are a data error. */
function reportLatestTies(passes: readonly Pass[]): void {
  const reported = new Set<string>();
  for (const { units, table, windows } of passes) {
    const cells = table.run.parties.size * windows.occasions.length;
    for (const unit of units) {
      if (unit.spec.measure.kind !== "latest") continue;
      for (const state of [unit.whole, ...unit.groups.values()]) {
        for (let cell = 0; cell < cells; cell += 1) {
          const tie = state.latest.tie(cell);
          if (tie === null) continue;
          const [first, second] = tie;
          const key = `${table.plan.name} ${first.line} ${second.line}`;
          if (reported.has(key)) continue;
          reported.add(key);
          reportFatal(table.tally, {
            code: "TEN4033",
            source: table.plan.source,
            row: first.line,
            column: unit.spec.measure.field,
            value: null,
            message: `rows ${first.line} and ${second.line} share an instant and differ in \`${unit.spec.measure.field}\`, so the latest value cannot be told; say \`dated … then …\``,
          });
        }
      }
    }
  }
}

/** A sum of more digits than the language holds is an error, never an approximation (SPEC §4.2.1). */
function reportLongSums(passes: readonly Pass[]): void {
  for (const { units, table } of passes) {
    for (const { spec, whole, groups } of units) {
      if (spec.measure.kind !== "sum") continue;
      if (![whole, ...groups.values()].some(({ sum }) => sum.isTooLong())) continue;
      reportFatal(table.tally, {
        code: "TEN4034",
        source: table.plan.source,
        row: null,
        column: spec.measure.field,
        value: null,
        message: `the sum of \`${spec.measure.field}\` has more than 38 digits`,
      });
    }
  }
}

/** The text of a party: the partner's key, or `brand`. */
export function partyKey(run: Run, party: number): string {
  return party === 0 ? "brand" : valueText({ kind: "text" }, run.parties.codeOf(party), run);
}
