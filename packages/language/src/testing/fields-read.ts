/**
 * Which fields the tested standards and metrics read: the ones that a test's tables must write, unless they may be missing.
 *
 * Fields that say whose a row is, when it was and which case it belongs to are read whatever the metrics are. The
 * second field of `dated A then B` is not asked for: it only orders rows that share an instant.
 */
import type {
  Bundle,
  ClockPlan,
  Condition,
  DatasetPlan,
  FieldPlan,
  MetricPlan,
  ModelParts,
  MoneyPlan,
  Population,
} from "@tenet-lang/evaluator";
import type { StandardModel } from "../check/model.ts";
import type { TestedPart } from "./tested-part.ts";

/** Names of fields by dataset; those of the partners stand under `partners`. */
export type FieldsRead = ReadonlyMap<string, ReadonlySet<string>>;

/** The fields that a test of these standards and metrics must be able to read. */
export function fieldsRead({ standards, parts, metrics }: TestedPart, bundle: Bundle): FieldsRead {
  const found = new Map<string, Set<string>>();
  const clocks = new Map(bundle.clocks.map((clock) => [clock.name, clock]));
  const read: Read = (dataset, ...names) => {
    const clock = clocks.get(dataset);
    if (clock !== undefined) {
      readCases(clock, bundle, names, read);
      return;
    }
    const known = found.get(dataset) ?? new Set<string>();
    for (const name of names) known.add(name);
    found.set(dataset, known);
  };
  for (const dataset of bundle.datasets) readDataset(dataset, read);
  for (const metric of metrics) readMetric(metric, read);
  for (const standard of standards) readStandard(standard, metrics, bundle, read);
  readFacts(parts, read);
  for (const plan of [...parts.credits, ...parts.bonuses]) readMoney(plan, bundle, read);
  for (const { when } of parts.tiers.flatMap(({ levels }) => levels)) readPartners(when, read);
  for (const dataset of bundle.datasets) spreadComputed(dataset.fields, found.get(dataset.name));
  return found;
}

type Read = (dataset: string, ...names: readonly string[]) => void;

/** Who reads cases reads what makes them, and the fields of their rows; those that the clock makes are in no file. */
function readCases(clock: ClockPlan, { datasets }: Bundle, names: readonly string[], read: Read): void {
  const { on, by, starts, stops, restarts, pauses, due } = clock;
  const own = new Set(datasets.find(({ name }) => name === on)?.fields.map(({ name }) => name));
  read(on, ...names.filter((name) => own.has(name)));
  read(on, ...[starts, stops, ...restarts].map(({ field }) => field), ...(by === null ? [] : [by]));
  if (due?.kind === "at") read(on, due.field);
  const rows = due?.kind === "within" ? due.rows.map(({ where }) => where) : [];
  for (const condition of [pauses, ...rows]) if (condition !== null) readCondition(condition, on, read);
}

function readDataset({ name, partner, dated, valid, keepsLatest }: DatasetPlan, read: Read): void {
  if (partner !== null) read(name, partner.kind === "field" ? partner.field : partner.key);
  if (dated !== null) read(name, dated.kind === "field" ? dated.field : dated.key);
  for (const via of [partner, dated]) if (via?.kind === "via") read(via.dataset, via.key, via.field);
  if (valid !== null) read(name, valid.from, valid.until);
  if (keepsLatest === null) return;
  read(name, keepsLatest.per, keepsLatest.by, ...(keepsLatest.then === null ? [] : [keepsLatest.then]));
}

function readMetric({ form, dated, countsAtMost }: MetricPlan, read: Read): void {
  if (form.kind === "time_outside") read(form.clock);
  for (const population of populationsOf(form)) {
    const { dataset } = population;
    readPopulation(population, read);
    if ("field" in form) read(dataset, form.field);
    if (dated !== null) read(dataset, dated);
    if (countsAtMost !== null) read(dataset, countsAtMost.per);
  }
}

function populationsOf(form: MetricPlan["form"]): readonly Population[] {
  if (form.kind === "share" || form.kind === "rate") return [form.numerator, form.denominator];
  return "population" in form ? [form.population] : [];
}

function readStandard(
  standard: StandardModel,
  metrics: readonly MetricPlan[],
  bundle: Bundle,
  read: Read,
): void {
  for (const limit of standard.requires.flatMap(({ alternatives }) => alternatives)) {
    const form = metrics.find(({ name }) => name === limit.metric)?.form;
    for (const { dataset } of form === undefined || limit.group === null ? [] : populationsOf(form)) {
      if (limit.group !== null) read(dataset, limit.group);
    }
    for (const { where } of limit.rows) if (where !== null) readCondition(where, "partners", read);
  }
  for (const condition of standard.scope) readCondition(condition, "partners", read);
  if (standard.needs?.counts.kind === "dataset") read(standard.needs.counts.name);
  for (const { where } of standard.needs?.rows ?? [])
    if (where !== null) readCondition(where, "partners", read);
  for (const { window } of standard.measured)
    if (window.kind === "latest") readPopulation(window.population, read);
  readExclusions(standard.excluding, bundle, read);
}

function readExclusions(names: readonly string[], { exclusions }: Bundle, read: Read): void {
  for (const { name, removes, affected, recorded } of exclusions) {
    if (!names.includes(name)) continue;
    readPopulation(removes, read);
    if (recorded !== null) readPopulation(recorded, read);
    if (affected !== null && affected.by !== null) read(removes.dataset, affected.by);
  }
}

/**
 * Records of attestations and duties, and the dates of partners that they are due after. A ramp-up asks for nothing:
 * it does not run for a partner of whom the test does not say since when.
 */
function readFacts({ attestations, duties }: ModelParts, read: Read): void {
  for (const { recorded, due } of [...attestations, ...duties]) {
    readPopulation(recorded, read);
    if (due?.kind === "of") read("partners", due.field);
  }
  for (const { recorded, valid } of attestations) {
    if (valid?.kind === "until") read(recorded.dataset, valid.field);
  }
}

function readMoney(plan: MoneyPlan<Condition>, bundle: Bundle, read: Read): void {
  const { rows, pool, gives, caps } = plan;
  if (rows !== null) read(rows);
  const amounts = [
    ...(pool === null ? [] : [pool.atRisk]),
    ...[...gives, ...caps].map(({ amount }) => amount),
  ];
  for (const amount of amounts) {
    const of = amount.kind === "percent" ? amount.of : null;
    if (of?.kind === "partner") read("partners", of.field);
    if (of?.kind === "row" && rows !== null) read(rows, of.field);
  }
  for (const { where, when, times } of gives) {
    if (where !== null && rows !== null) readCondition(where, rows, read);
    if (times.kind === "started") read(times.dataset, times.field);
    readPartners(when, read);
  }
  readExclusions(plan.excluding, bundle, read);
}

/** The partner fields of a condition over verdicts and metrics. */
function readPartners(condition: Condition | null, read: Read): void {
  if (condition !== null) readCondition(condition, "partners", read);
}

function readPopulation({ dataset, where }: Population, read: Read): void {
  read(dataset);
  if (where !== null) readCondition(where, dataset, read);
}

function readCondition(condition: Condition, dataset: string, read: Read): void {
  switch (condition.kind) {
    case "and":
    case "or":
      for (const part of condition.of) readCondition(part, dataset, read);
      return;
    case "not":
      readCondition(condition.of, dataset, read);
      return;
    case "compare": {
      const { left, right } = condition;
      if (left.kind === "partner") read("partners", left.name);
      else if (left.kind === "field" || left.kind === "date_of") read(dataset, left.name);
      for (const value of right) if (value.kind === "field") read(dataset, value.name);
      return;
    }
    case "has":
      read(dataset, condition.key, ...(condition.within === null ? [] : [condition.within.after]));
      read(condition.dataset, condition.key);
      if (condition.where !== null) readCondition(condition.where, condition.dataset, read);
  }
}

/** Who reads a computed field reads what it is made of. A set may grow while it is walked. */
function spreadComputed(fields: readonly FieldPlan[], names: Set<string> | undefined): void {
  for (const name of names ?? []) {
    const type = fields.find((field) => field.name === name)?.type;
    for (const part of type?.kind === "total" ? type.of : []) names?.add(part);
    if (type?.kind === "days") names?.add(type.from).add(type.to);
  }
}
