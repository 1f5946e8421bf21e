/**
 * The reference evaluator: the law of the language, written to be read beside SPEC.md and never to be fast.
 *
 * It goes from the checked model and plain rows of text to verdicts by filtering arrays, sorting and folding, with
 * exact rationals. It shares no code with the evaluator, only types, tables of zones and holidays, and the pattern
 * library; where the two disagree, one of them has misread the law. `cells` reads cells, `rows` decides what becomes of
 * rows, `clocks` makes cases of them by the openings of `calendars`, `windows` places judgements in time, `views` shows
 * a window's rows to `metrics`, `standards` gives verdicts, `consequences` what follows from them, and `decisions` says which rules must fire.
 */

import type { CalendarPlan, ZoneTable } from "@tenet-lang/evaluator";
import type { Model } from "../../packages/language/src/check/model.ts";
import { type Calendar, calendarFor } from "./calendars.ts";
import { type ClockAccount, caseDataset, makeCases } from "./clocks.ts";
import { textOrder } from "./conditions.ts";
import { findingsOf } from "./consequences/consequences.ts";
import type { ReferenceFinding } from "./consequences/finding.ts";
import { type Facts, judgeAll } from "./facts/facts.ts";
import type { RawData } from "./parse.ts";
import { clocksRead, datasetsCounted, fieldsRead, fieldsReadByConsequences } from "./reads.ts";
import type { Row } from "./row.ts";
import { type Fate, foundPartners, type RowError, readTables, type Tables, withUnknown } from "./rows.ts";
import type { ReferenceVerdict } from "./standards.ts";
import { readInstant } from "./time.ts";
import type { World } from "./views.ts";
import type { Seasons } from "./windows.ts";

export interface ReferenceResult {
  /** Empty where data errors made judging impossible. */
  readonly verdicts: readonly ReferenceVerdict[];
  readonly findings: readonly ReferenceFinding[];
  readonly data: readonly Fate[];
  readonly clocks: readonly ClockAccount[];
  readonly errors: readonly RowError[];
  readonly isRefused: boolean;
  readonly world: World;
}

/** What compiling worked out with libraries: the offsets of zones, and the days on which calendars are closed. */
export interface Resolved {
  readonly zone: ZoneTable;
  readonly calendars: readonly CalendarPlan[];
}

export interface ReferenceOptions {
  readonly asOf: string;
  readonly tolerateBadRows?: number;
  /** The days of the version among others; left out where it is judged alone. */
  readonly seasons?: Seasons;
}

/** Judges rows under an agreement, as known at an instant; up to `tolerateBadRows` bad rows are set aside (§4.7). */
export function judgeByReference(
  model: Model,
  resolved: Resolved,
  data: RawData,
  options: ReferenceOptions,
): ReferenceResult {
  const verdicts = verdictsByReference(model, resolved, data, options);
  const found = verdicts.judged === null ? [] : findingsOf([{ ...verdicts.judged, world: verdicts.world }]);
  return resultOf(
    verdicts,
    found.map(({ finding }) => finding),
  );
}

/** What was judged, before anything follows from it. */
export interface ReferenceVerdicts extends Pick<ReferenceResult, "data" | "clocks" | "world"> {
  /** Null where data errors made judging impossible. */
  readonly judged: Facts | null;
  readonly errors: readonly RowError[];
  /** Errors that judging shows; finding what follows from verdicts may show more. */
  readonly refusals: readonly RowError[];
}

/** The verdicts, for what follows from them. */
export function verdictsByReference(
  model: Model,
  resolved: Resolved,
  data: RawData,
  options: ReferenceOptions,
): ReferenceVerdicts {
  const asOf = readInstant(options.asOf);
  const { zone, calendars } = resolved;
  const read = readTables(model.datasets, model.partners, data, { zone, asOf, calendars });
  const errors = [...read.errors];
  const refusals: RowError[] = [];
  const errorOf = (row: Row | undefined, reason: string): RowError => ({
    dataset: row?.dataset ?? "",
    line: row?.line ?? 0,
    column: null,
    reason,
  });
  const world = worldOf(model, resolved, asOf, options.seasons ?? null, read, (rows, reason) => {
    refusals.push(errorOf(rows[0], reason));
  });
  const { tables, clocks } = withCases(world, model, (row, reason) => errors.push(errorOf(row, reason)));
  const isTolerable = errors.length <= (options.tolerateBadRows ?? 0) && refusals.length === 0;
  const complete = { ...world, tables };
  const judged = isTolerable ? judgeAll(complete) : null;
  return { judged, data: tables.fates, clocks, errors, refusals, world: complete };
}

/** The result, once everything is found. */
export function resultOf(
  { judged, errors, refusals, ...others }: ReferenceVerdicts,
  findings: readonly ReferenceFinding[],
): ReferenceResult {
  const isRefused = judged === null || refusals.length > 0;
  return {
    ...others,
    verdicts: isRefused ? [] : judged.verdicts,
    findings: isRefused ? [] : findings,
    errors: [...errors, ...refusals],
    isRefused,
  };
}

/** Everything that judging sees; clocks stand among the datasets. */
function worldOf(
  model: Model,
  { zone, calendars }: Resolved,
  asOf: number,
  seasons: Seasons | null,
  tables: Tables,
  refuse: World["refuse"],
): World {
  const ofClocks = model.clocks.flatMap((clock) =>
    model.datasets.filter(({ name }) => name === clock.on).map((on) => caseDataset(clock, on)),
  );
  const calendar = (name: string, partner: string | null): Calendar | null => {
    const plan = calendars.find((one) => one.name === name);
    if (plan === undefined) throw new RangeError(`there is no calendar ${name}`);
    const field = plan.closed.kind === "by_partner" ? plan.closed.field : "";
    return calendarFor(plan, partner === null ? null : (tables.partners.get(partner)?.get(field) ?? null));
  };
  const { businessDays } = model.agreement;
  return {
    model: { ...model, datasets: [...model.datasets, ...ofClocks] },
    frame: {
      agreement: model.agreement,
      zone,
      asOf,
      businessDays: businessDays === null ? null : calendar(businessDays, null),
      seasons,
    },
    tables,
    calendar,
    refuse,
  };
}

/** The tables with the cases of all clocks that are read, and with the partners found where none are declared. */
function withCases(
  world: World,
  model: Model,
  bad: (row: Row, reason: string) => void,
): { readonly tables: Tables; readonly clocks: readonly ClockAccount[] } {
  const isRead = (dataset: string, field: string): boolean =>
    model.standards.some((standard) => fieldsRead(world.model, standard, dataset).includes(field)) ||
    fieldsReadByConsequences(world.model, dataset).includes(field);
  const readable = new Map(world.tables.readable);
  const used = new Map(world.tables.used);
  const clocks = clocksRead(model).map((clock) => {
    const cases = makeCases(clock, world, isRead, bad);
    readable.set(clock.name, cases.rows);
    used.set(clock.name, cases.used);
    return cases.account;
  });
  const partners =
    model.partners === null ? foundPartners(used, datasetsCounted(model)) : world.tables.partners;
  const fates = world.tables.fates.map((fate) =>
    model.partners === null ? withUnknown(fate, partners) : fate,
  );
  const inOrder = [...clocks].sort((a, b) => textOrder(a.clock, b.clock));
  return { tables: { ...world.tables, readable, used, partners, fates }, clocks: inOrder };
}
