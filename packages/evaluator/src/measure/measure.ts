/**
 * Drives a run: stores and settles the datasets that are looked up, streams the others, and hands back what every
 * standard measured (see `run.ts` for the whole picture).
 *
 * Sources may be asynchronous. Reading is therefore written once, as a generator of *feeds* (some chunks, and what
 * takes them); the caller pulls each feed's chunks with `for` or with `for await`.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { Chunk } from "../columns/chunk.ts";
import { reportFatal } from "../columns/read-tally.ts";
import { shownName } from "./cases.ts";
import type { ClockEngine, OutsideTest } from "./clock-engine.ts";
import { USED } from "./fates.ts";
import { makeRun } from "./make-run.ts";
import type { MeasureInput } from "./measure-input.ts";
import { type Needs, needsOf } from "./needed.ts";
import type { Pass } from "./pass.ts";
import { conditionMaker, passMaker } from "./pass-maker.ts";
import { BRAND, declaredParties, type Parties, type Run, type Table } from "./run.ts";
import { settle } from "./settle.ts";
import { type LineMeasure, lineMeasure } from "./standard-measure.ts";
import { partnerCodeReader, valueText } from "./table.ts";
import type { ConditionMaker } from "./unit-spec.ts";

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
  const { additions = [], clocks: engine } = input;
  const needs = needsOf(bundle, input.tolerant, input.standards, engine?.needs, additions);
  const { run, tables, setParties } = makeRun(input, needs);
  const settling: Settling = {
    run,
    needs,
    outsideOf: (table) => engine?.outsideTest(table, needs.reaches.get(table.plan.name) ?? []) ?? null,
  };
  const conditions = conditionMaker(run);
  const passes = passMaker(run, conditions, input.newest, input.clocks);
  const standards = new Map<string, readonly LineMeasure[]>();
  function* feeds(): Generator<Feed, void, void> {
    const all = [...tables.values()];
    const stored = all.filter((table) => table.stored);
    for (const table of stored) yield storeFeed(table, input, needs);
    const partners = tables.get("partners");
    if (partners !== undefined) setParties(partnersOf(partners, settling));
    for (const table of stored) settleStored(table, settling);
    for (const clock of clocksOf(run)) makeClock(clock, engine, settling, conditions);
    for (const standard of bundle.standards) {
      if (input.standards !== null && !input.standards.has(standard.name)) continue;
      const lines = standard.measured.map(({ window }, index) => {
        const windows = passes.asking.windows(window, standard.assessed);
        return lineMeasure(standard, index, windows, run, passes.passOf, engine);
      });
      standards.set(standard.name, lines);
    }
    for (const addition of additions) addition.begin(passes.asking);
    for (const table of stored) for (const pass of passes.of(table)) pass.take(table.store.length);
    for (const table of all) if (!table.stored) yield streamFeed(table, passes.of(table), input, settling);
    for (const pass of passes.all()) pass.finish();
    reportLongSums(passes.all());
  }
  const absent = [...needs.referred].filter((name) => !input.sources.has(name));
  return { absent, feeds: feeds(), result: () => ({ run, tables: [...tables.values()], standards }) };
}

/** The clocks that are read, in the order of the bundle. */
function clocksOf(run: Run): readonly ClockPlan[] {
  return run.bundle.clocks.filter(({ name }) => run.table(name) !== null);
}

function makeClock(
  clock: ClockPlan,
  engine: ClockEngine | null,
  { run, needs, outsideOf }: Settling,
  { testOf }: ConditionMaker,
): void {
  const table = run.table(clock.name);
  if (table === null || engine === null) return;
  const wanted = needs.fields.get(clock.name) ?? new Set<string>();
  table.settled = true;
  table.cases = engine.makeCases(table, clock, wanted, outsideOf(table), testOf);
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
    calendars: (name) => run.calendar(name, BRAND),
    forms: source.forms ?? input.forms,
    tally,
  });
}

function storeFeed(table: Table, input: MeasureInput, needs: Needs): Feed {
  return { chunks: chunksOf(table, input, needs), take: (chunk) => table.store.append(chunk) };
}

function streamFeed(
  table: Table,
  passes: readonly Pass[],
  input: MeasureInput,
  { needs, outsideOf }: Settling,
): Feed {
  const isBad = outsideOf(table);
  return {
    chunks: chunksOf(table, input, needs),
    take(chunk) {
      table.view.columns = chunk.columns;
      table.view.big = chunk.big;
      table.lineOf = (row) => chunk.lines[row] ?? 0;
      settle(table, chunk.length, isBad);
      for (const pass of passes) pass.take(chunk.length);
    },
  };
}

/** What deciding the fates of rows needs to know. */
interface Settling {
  readonly run: Run;
  readonly needs: Needs;
  /** What a table's rows ask of calendars. */
  readonly outsideOf: (table: Table) => OutsideTest | null;
}

/** Settles a stored table after those that its dates and partners stand in. */
function settleStored(table: Table, settling: Settling): void {
  const { run, needs, outsideOf } = settling;
  if (table.settled || needs.clocks.has(table.plan.name)) return;
  table.settled = true;
  table.fates = new Uint8Array(table.store.length);
  for (const via of [table.plan.partner, table.plan.dated]) {
    const other = via?.kind === "via" ? run.table(via.dataset) : null;
    if (other?.stored) settleStored(other, settling);
  }
  settle(table, table.store.length, outsideOf(table));
}

function partnersOf(table: Table, settling: Settling): Parties {
  settleStored(table, settling);
  const code = partnerCodeReader(table, table.plan.key ?? "");
  const rows: { code: number; row: number }[] = [];
  for (let row = 0; row < table.store.length; row += 1) {
    if (table.fates[row] === USED && !Number.isNaN(code(row))) rows.push({ code: code(row), row });
  }
  return declaredParties(rows);
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
        column: shownName(spec.measure.field),
        value: null,
        message: `the sum of \`${shownName(spec.measure.field)}\` has more than 38 digits`,
      });
    }
  }
}

/** The text of a party: the partner's key, or `brand`. */
export function partyKey(run: Run, party: number): string {
  return party === 0 ? "brand" : valueText({ kind: "text" }, run.parties.codeOf(party), run);
}
