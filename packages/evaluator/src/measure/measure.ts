/**
 * Drives a run: stores and settles the datasets that are looked up, streams the others, and hands back what every
 * standard measured (see `run.ts` for the whole picture).
 *
 * Sources may be asynchronous. Reading is therefore written once, as a generator of *feeds* (some chunks, and what
 * takes them); the caller pulls each feed's chunks with `for` or with `for await`.
 */
import type { ClockPlan } from "../bundle/clock-plan.ts";
import type { DatasetPlan, PartnersPlan } from "../bundle/plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { Chunk, ChunkSource, ReadTally, TextPool } from "../columns/chunk.ts";
import { reportFatal } from "../columns/read-tally.ts";
import type { FormEngine } from "../columns/time-cell.ts";
import type { BusinessCalendar } from "../time/business.ts";
import { parseInstant } from "../time/instant.ts";
import { type Seasons, timeFrame } from "../time/windows.ts";
import { zoneClock } from "../time/zone.ts";
import type { Addition, Asking } from "./addition.ts";
import { shownName } from "./cases.ts";
import type { CalendarBook, ClockEngine, OutsideTest } from "./clock-engine.ts";
import { type ConditionScope, type PatternEngine, partOf } from "./conditions.ts";
import { exclusionOf } from "./exclusions.ts";
import { USED } from "./fates.ts";
import { lookupTest, makeDateIndex, makePartnerIndex } from "./lookups.ts";
import { metricFacts, metricMeasure, type UnitMaker } from "./metric-measure.ts";
import { type Needs, needsOf } from "./needed.ts";
import type { NewestMeasures } from "./newest-measures.ts";
import { openMetric } from "./open-metric.ts";
import { partnerYears } from "./partner-years.ts";
import { rowTest } from "./parts.ts";
import type { Pass, RowExclusion } from "./pass.ts";
import { makePass } from "./passes.ts";
import { BRAND, declaredParties, foundParties, type Parties, type Run, type Table } from "./run.ts";
import { fieldIndex } from "./scale.ts";
import { type LineMeasure, lineMeasure } from "./standard-measure.ts";
import { makeTable, partnerCodeReader, settle, valueText } from "./table.ts";
import type { ConditionMaker } from "./unit-spec.ts";
import { daySet, type WindowSet, windowSet } from "./window-set.ts";

export interface MeasureInput {
  readonly bundle: Bundle;
  /** Sources by dataset name; `partners` for the partners. */
  readonly sources: ReadonlyMap<string, ChunkSource>;
  readonly asOf: string;
  /** The days of the version among others; null where it is judged alone. */
  readonly seasons?: Seasons | null;
  readonly pool: TextPool;
  readonly tally: () => ReadTally;
  readonly patterns: PatternEngine | null;
  /** Null where nothing asks which rows are newest. */
  readonly newest: NewestMeasures | null;
  /** Null where sources bring their own, or nothing is written in a form. */
  readonly forms: FormEngine | null;
  /** Null where the bundle has neither clocks nor calendars. */
  readonly clocks: ClockEngine | null;
  /** May rows with errors be set aside? */
  readonly tolerant: boolean;
  /** Names of the standards to measure; null: all. */
  readonly standards: ReadonlySet<string> | null;
  /** What is read and measured beside what standards ask for. */
  readonly additions?: readonly Addition[];
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

function makeRun(
  input: MeasureInput,
  needs: Needs,
): { run: Run; tables: Map<string, Table>; setParties: (parties: Parties) => void } {
  const { bundle, pool } = input;
  const clock = zoneClock(bundle.zone);
  const asOf = parseInstant(input.asOf) ?? 0;
  const calendars = input.clocks?.calendars(bundle) ?? NO_CALENDARS;
  const { businessDays: shared } = bundle.agreement;
  const businessDays = shared === null ? null : calendars.shared(shared);
  const tables = new Map<string, Table>();
  const dates = new Map<string, (key: number) => number>();
  const owners = new Map<string, (key: number) => readonly number[]>();
  let parties: Parties = foundParties();
  const run: Run = {
    bundle,
    pool,
    clock,
    asOf,
    frame: timeFrame(bundle.agreement, clock, asOf, businessDays, input.seasons ?? null),
    patterns: input.patterns,
    get parties() {
      return parties;
    },
    table: (name) => tables.get(name) ?? null,
    calendar: (name, party) => calendarOf(name, party, run, calendars),
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
  const clocks = (input.clocks?.datasets(bundle) ?? []).filter(({ name }) => needs.clocks.has(name));
  const plans = [
    ...(bundle.partners === null ? [] : [partnersPlan(bundle.partners)]),
    ...bundle.datasets,
    ...clocks,
  ];
  for (const plan of plans) tables.set(plan.name, makeTable(plan, run, needs, input.tally()));
  return {
    run,
    tables,
    setParties(found) {
      parties = found;
    },
  };
}

const NO_CALENDARS: CalendarBook = { shared: () => null, ofRegion: () => null };

/** A calendar as it is for a party: one that closes by partner needs the region of the partner. */
function calendarOf(name: string, party: number, run: Run, calendars: CalendarBook): BusinessCalendar | null {
  const closed = run.bundle.calendars.find((calendar) => calendar.name === name)?.closed;
  if (closed?.kind !== "by_partner") return calendars.shared(name);
  const partners = run.table("partners");
  const row = run.parties.rowOf(party);
  if (partners === null || row < 0) return null;
  const index = fieldIndex(partners.plan.fields, closed.field);
  const type = partners.plan.fields[index]?.type ?? { kind: "text" };
  const value = partners.view.columns[index]?.[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : calendars.ofRegion(name, valueText(type, value, run));
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

function conditionMaker(run: Run): ConditionMaker {
  const scopeOf = (table: Table): ConditionScope => {
    const partners = run.table("partners");
    return {
      fields: table.plan.fields,
      view: table.view,
      partners: partners === null ? null : { fields: partners.plan.fields, view: partners.view },
      pool: run.pool,
      clock: run.clock,
      patterns: run.patterns,
      lookup: (has) => lookupTest(has, table, conditions.testOf),
    };
  };
  const conditions: ConditionMaker = {
    partOf: (condition, table) => partOf(condition, scopeOf(table)),
    testOf: (condition, table) => rowTest(partOf(condition, scopeOf(table)), table.view),
  };
  return conditions;
}

/** Passes by dataset, windows and exclusions, and windows by what they are. */
function passMaker(
  run: Run,
  conditions: ConditionMaker,
  newest: NewestMeasures | null,
  clocks: ClockEngine | null,
): {
  readonly asking: Asking;
  passOf: (dataset: string, windows: WindowSet, excluding: readonly string[]) => Pass | null;
  of: (table: Table) => readonly Pass[];
  all: () => readonly Pass[];
} {
  const sets = new Map<string, WindowSet>();
  const passes = new Map<WindowSet, Map<string, Pass>>();
  const byTable = new Map<Table, Pass[]>();
  function setOf(key: unknown, make: () => WindowSet): WindowSet {
    const text = JSON.stringify(key);
    const set = sets.get(text) ?? make();
    sets.set(text, set);
    return set;
  }
  function exclusionsOf(
    names: readonly string[],
    table: Table,
  ): readonly { readonly name: string; readonly removes: RowExclusion }[] {
    return names.flatMap((name) => {
      const exclusion = run.bundle.exclusions.find((each) => each.name === name);
      const removes = exclusion === undefined ? null : exclusionOf(exclusion, table, conditions.testOf);
      return removes === null ? [] : [{ name, removes }];
    });
  }
  function passOf(dataset: string, windows: WindowSet, excluding: readonly string[]): Pass | null {
    const table = run.table(dataset);
    if (table === null) return null;
    const bySet = passes.get(windows) ?? new Map<string, Pass>();
    passes.set(windows, bySet);
    const key = `${dataset}\n${excluding.join("\n")}`;
    const known = bySet.get(key);
    if (known !== undefined) return known;
    const { window } = windows;
    const latestOf = window.kind === "latest" ? window.population.where : null;
    const pass = makePass(table, windows, exclusionsOf(excluding, table), latestOf, conditions, newest);
    bySet.set(key, pass);
    byTable.set(table, [...(byTable.get(table) ?? []), pass]);
    return pass;
  }
  const asking: Asking = {
    ...conditions,
    run,
    windows: (window, assessed) =>
      setOf([window, assessed], () =>
        window.kind === "partner_year" ? partnerYears(window, run) : windowSet(window, assessed, run.frame),
      ),
    daySet: (days) => setOf(days, () => daySet(days)),
    metric(name, windows, excluding = []) {
      const unitOf: UnitMaker = (spec, set) => passOf(spec.dataset, set, excluding)?.unit(spec) ?? null;
      const measured = metricMeasure(name, windows, null, run, unitOf);
      return () => metricFacts(measured, null, run);
    },
    isOpen: (name, windows) =>
      openMetric(name, windows, run, clocks, (dataset, set) => passOf(dataset, set, [])),
    unit: (spec, windows, excluding = []) => passOf(spec.dataset, windows, excluding)?.unit(spec) ?? null,
    exclusions: (names, table) => exclusionsOf(names, table).map(({ removes }) => removes),
  };
  return { asking, passOf, of: (table) => byTable.get(table) ?? [], all: () => [...byTable.values()].flat() };
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
