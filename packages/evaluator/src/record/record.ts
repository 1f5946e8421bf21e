/**
 * One record at a time: would this row count?
 *
 * A program that has a parcel in hand wants to know whether it would count as late, long before a month is over.
 * `openRecord` compiles the row conditions of all metrics over one dataset once, and then answers row by row: is the
 * row in the metric's population, and in its numerator? The conditions are the very closures that judging uses, over
 * columns of length one; a bad cell is told as data errors are, and nothing is said about its row.
 *
 * A row alone cannot tell everything. Windows, exclusions and `counts at most` are not looked at; a look-up in other
 * rows is undecided, and so is a condition on the partner unless the partners' rows are given. Undecided parts follow
 * the rules of three-valued conditions, so an answer may still be certain where one of them stands (SPEC §2.7).
 */
import type { Condition } from "../bundle/condition-plan.ts";
import type { MetricForm } from "../bundle/metric-plan.ts";
import type { Bundle } from "../bundle/rule.ts";
import type { DatasetPlan } from "../bundle/table-plan.ts";
import type { Chunk, DataError } from "../columns/chunk.ts";
import { readTally } from "../columns/read-tally.ts";
import { rowsSource } from "../columns/rows-source.ts";
import { textPool } from "../columns/text-pool.ts";
import { formEngine } from "../forms/forms.ts";
import type { Problem } from "../judge/result.ts";
import type { ClockEngine } from "../measure/clock-engine.ts";
import { type PatternEngine, partOf } from "../measure/conditions.ts";
import { measure } from "../measure/measure.ts";
import { needOfCondition, populationsOf } from "../measure/needed.ts";
import type { Part } from "../measure/parts.ts";
import { BRAND, facePartner, type Run } from "../measure/run.ts";
import { fieldIndex } from "../measure/scale.ts";
import { problemsOfData } from "../measure/summary.ts";
import { valueText } from "../measure/table.ts";
import { FALSE, type RowTest, type Truth, UNDECIDED } from "../measure/truth.ts";
import { clockProblems, patternProblems, unknownDataset } from "../problems.ts";
import { recordProgram } from "./record-program.ts";
import { type RecordRow, recordRow } from "./record-row.ts";
import { type RecordTexts, recordTexts } from "./record-texts.ts";

export interface RecordOptions {
  /** Needed where a condition says `matches`: `patternEngine` of `@tenet-lang/evaluator/patterns`. */
  readonly patterns?: PatternEngine;
  /** Needed where the agreement has clocks or calendars: `clockEngine` of `@tenet-lang/evaluator/clocks`. */
  readonly clocks?: ClockEngine;
  /**
   * The partners' rows. With them conditions on `partner.FIELD` are decided where a field of the row names the
   * partner, and a row of a partner that is not among them counts nowhere.
   */
  readonly partners?: Iterable<object>;
}

export interface RecordJudge {
  /** What makes judging impossible; where there is any, every answer repeats it and says nothing else. */
  readonly problems: readonly (Problem | DataError)[];
  /** Asks about one row: an object keyed by the file's column names. It is not kept. */
  judge(row: object): RecordAnswer;
}

export interface RecordAnswer {
  /** What of the row could not be read; nothing is decided then. */
  readonly problems: readonly (Problem | DataError)[];
  /** One per metric over the dataset, in the order of the bundle. */
  readonly metrics: readonly MetricAnswer[];
}

/** Where a row stands in one metric: true, false, or null where that is undecided, which counts as neither. */
export interface MetricAnswer {
  readonly metric: string;
  /** In its population; of a share or rate, in the denominator. Absent where that is of another dataset. */
  readonly population?: boolean | null;
  /** In the numerator of a share (which only rows of its denominator can be) or of a rate; otherwise absent. */
  readonly numerator?: boolean | null;
}

/** Opens the rows of one dataset to be asked about one at a time. */
export function openRecord(bundle: Bundle, dataset: string, options: RecordOptions = {}): RecordJudge {
  const plan = bundle.datasets.find(({ name }) => name === dataset);
  if (plan === undefined) return refusing([unknownDataset(bundle, dataset)]);
  const metrics = bundle.metrics
    .filter(({ form }) => populationsOf(form).some((population) => population.dataset === dataset))
    .map(({ name, form }) => ({ name, sides: sidesOf(form, dataset) }));
  const conditions = metrics.flatMap(({ sides }) => [sides.population ?? null, sides.numerator ?? null]);
  const surroundings = surroundingsOf(bundle, options);
  const problems = [
    ...patternProblems(conditions, options.patterns),
    ...clockProblems(bundle, options.clocks),
    ...surroundings.problems,
  ];
  if (problems.length > 0) return refusing(problems);
  return recordJudge(plan, metrics, conditions, surroundings.run, options.partners !== undefined);
}

function refusing(problems: RecordJudge["problems"]): RecordJudge {
  return { problems, judge: () => ({ problems, metrics: [] }) };
}

/** The populations of a metric that are of one dataset. */
interface Sides {
  readonly population?: Condition | null;
  readonly numerator?: Condition | null;
  /** Must a row of the numerator be one of the population? */
  readonly isAmong?: boolean;
}

function sidesOf(form: MetricForm, dataset: string): Sides {
  switch (form.kind) {
    case "ratio":
    case "period_mean":
    case "time_outside":
      return {};
    case "share":
    case "rate": {
      const { numerator, denominator } = form;
      return {
        ...(denominator.dataset === dataset ? { population: denominator.where } : {}),
        ...(numerator.dataset === dataset ? { numerator: numerator.where } : {}),
        isAmong: form.kind === "share",
      };
    }
    default:
      return { population: form.population.where };
  }
}

/** A run that reads nothing but the partners. */
function surroundingsOf(
  bundle: Bundle,
  { partners, patterns, clocks }: RecordOptions,
): { readonly run: Run; readonly problems: RecordJudge["problems"] } {
  const measuring = measure({
    bundle,
    sources: new Map(partners === undefined ? [] : [["partners", rowsSource("partners", partners)]]),
    // Partners have no date, and nothing else is read.
    asOf: "1970-01-01T00:00:00Z",
    pool: textPool(),
    tally: () => readTally(100),
    patterns: patterns ?? null,
    clocks: clocks ?? null,
    forms: formEngine,
    newest: null,
    tolerant: false,
    standards: new Set(),
  });
  for (const { chunks, take } of measuring.feeds) for (const chunk of chunks as Iterable<Chunk>) take(chunk);
  const measured = measuring.result();
  const { run } = measured;
  if (partners !== undefined && bundle.partners === null) {
    return { run, problems: [unknownDataset(bundle, "partners")] };
  }
  const errors = run.table("partners")?.tally.errors ?? [];
  return { run, problems: [...errors, ...problemsOfData(measured, 0)] };
}

interface NamedSides {
  readonly name: string;
  readonly sides: Sides;
}

function recordJudge(
  plan: DatasetPlan,
  metrics: readonly NamedSides[],
  conditions: readonly (Condition | null)[],
  run: Run,
  knowsPartners: boolean,
): RecordJudge {
  const texts = recordTexts(run.pool);
  const partner = knowsPartners && plan.partner?.kind === "field" ? plan.partner.field : null;
  const row = recordRow(plan, neededFields(plan, conditions, partner), texts, run.clock, (name) =>
    run.calendar(name, BRAND),
  );
  const answers = metrics.map(({ name, sides }) => answersOf(name, sides));
  const undecided = answers.map((answer) => answer[UNDECIDED * TRUTHS + UNDECIDED] as MetricAnswer);
  const nowhere = answers.map((answer) => answer[FALSE * TRUTHS + FALSE] as MetricAnswer);
  const findPartner = partner === null ? null : partnerFinder(plan, partner, row, { ...run, pool: texts });
  let truthsOf = sideTruths(plan, metrics, row, run, texts, partner !== null);
  return {
    problems: [],
    judge(record) {
      if (texts.isFull()) {
        texts.reopen();
        truthsOf = sideTruths(plan, metrics, row, run, texts, partner !== null);
      }
      const problems = row.take(record);
      if (problems.length > 0) return { problems, metrics: undecided };
      if (findPartner !== null && !findPartner()) return { problems, metrics: nowhere };
      const truths = truthsOf();
      const found = undecided.slice();
      for (let at = 0; at < found.length; at += 1) {
        const code = (truths[at * 2] as Truth) * TRUTHS + (truths[at * 2 + 1] as Truth);
        found[at] = (answers[at] as readonly MetricAnswer[])[code] as MetricAnswer;
      }
      return { problems, metrics: found };
    },
  };
}

/** The fields that conditions read, and the one that names the partner. */
function neededFields(
  { name, fields }: DatasetPlan,
  conditions: readonly (Condition | null)[],
  partner: string | null,
): readonly boolean[] {
  const found = new Set(partner === null ? [] : [partner]);
  const walk = {
    need(dataset: string, ...names: readonly string[]): void {
      if (dataset === name) for (const field of names) found.add(field);
    },
    store: () => undefined,
    refer: () => undefined,
  };
  for (const condition of conditions) if (condition !== null) needOfCondition(condition, name, walk);
  return fields.map((field) => found.has(field.name));
}

/** How many values a truth has. */
const TRUTHS = 3;

/** All answers that a metric can give, by population and numerator; they are shared by all rows. */
function answersOf(metric: string, { population, numerator }: Sides): readonly MetricAnswer[] {
  const truths = [false, null, true];
  return truths.flatMap((inPopulation) =>
    truths.map((inNumerator) =>
      Object.freeze({
        metric,
        ...(population === undefined ? {} : { population: inPopulation }),
        ...(numerator === undefined ? {} : { numerator: inNumerator }),
      }),
    ),
  );
}

/** Compiles the conditions to truths by metric, population and numerator; the texts that they name get lasting codes. */
function sideTruths(
  plan: DatasetPlan,
  metrics: readonly NamedSides[],
  row: RecordRow,
  run: Run,
  texts: RecordTexts,
  knowsPartner: boolean,
): () => readonly Truth[] {
  const partners = knowsPartner ? run.table("partners") : null;
  const scope = {
    fields: plan.fields,
    view: row.view,
    partners: partners === null ? null : { fields: partners.plan.fields, view: partners.view },
    pool: texts,
    clock: run.clock,
    patterns: run.patterns,
    lookup: () => untold,
  };
  const part = (where: Condition | null | undefined): Part =>
    where === undefined ? NOWHERE : partOf(where, scope);
  const parts = metrics.flatMap(({ sides }) => {
    const [population, numerator] = [part(sides.population), part(sides.numerator)];
    return [population, sides.isAmong ? { kind: "and" as const, parts: [population, numerator] } : numerator];
  });
  texts.close();
  return recordProgram(parts, row.cells);
}

/** The side of a metric that is of another dataset, or that it does not have. */
const NOWHERE: Part = { kind: "or", parts: [] };

/** What a row alone cannot tell. */
const untold: RowTest = () => UNDECIDED;

/** Faces the partner of the row in hand; false where there is none. */
function partnerFinder(plan: DatasetPlan, name: string, row: RecordRow, run: Run): () => boolean {
  const index = fieldIndex(plan.fields, name);
  const type = plan.fields[index]?.type ?? { kind: "text" };
  const partnersView = run.table("partners")?.view ?? null;
  return () => {
    const value = row.view.columns[index]?.[0] ?? Number.NaN;
    if (Number.isNaN(value)) return false;
    const code = type.kind === "text" ? value : run.pool.code(valueText(type, value, run));
    const party = run.parties.indexOf(code);
    facePartner(partnersView, run.parties, party);
    return party >= 0;
  };
}
