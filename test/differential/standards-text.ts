/** Random standards, exclusions and amendments, as text, over the metrics of a case. */

import type { Era } from "./calendar.ts";
import { condition, type Surroundings } from "./conditions-text.ts";
import { type MetricSpec, shorter } from "./metrics-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

export interface StandardSpec {
  readonly name: string;
  readonly lines: readonly string[];
  /** Metrics whose limit an amendment may change. */
  readonly limited: readonly MetricSpec[];
}

/** What random standards are made of. */
export interface Material {
  readonly metrics: readonly MetricSpec[];
  readonly exclusions: readonly { readonly name: string; readonly table: TableSpec }[];
  readonly era: Era;
  readonly around: Surroundings;
}

/** The words and value of a limit: `at least 95%`. */
export function limitOn(tape: Tape, spec: MetricSpec): string {
  const value = tape.pick(spec.values);
  if (spec.type === "named") return `${tape.pick(["is", "is not"])} ${value}`;
  const less = spec.type === "count" ? "fewer than" : "less than";
  const shape = tape.upTo(12);
  if (shape === 9) {
    const [low, high] = [value, spec.values[spec.values.length - 1] ?? value].sort(
      (a, b) => size(a) - size(b),
    );
    return `from ${low} to ${high}`;
  }
  if (shape === 10) return `is ${value}`;
  if (shape === 11) return `is not ${value}`;
  return `${["at least", "at most", "at least", "at most", "at least", "at most", "more than", less, "at least"][shape]} ${value}`;
}

const secondsIn = { minute: 60, hour: 3600, day: 86_400 };

/** How large a value is, durations in seconds. */
export function size(value: string): number {
  const [, seconds = 1] = Object.entries(secondsIn).find(([unit]) => value.includes(unit)) ?? [];
  return Number.parseFloat(value.replaceAll("_", "")) * seconds;
}

/** A comparison of a metric, for gates, warnings and adaptive windows. */
export function metricTest(tape: Tape, spec: MetricSpec): string {
  return `${spec.name} ${tape.chance(15) ? tape.pick(["is given", "is not given"]) : limitOn(tape, spec)}`;
}

/** May the metric stand beside a latest window of the dataset? */
const overOne = (spec: MetricSpec, dataset: string): boolean =>
  spec.reads.every(({ name }) => name === dataset) && !spec.hasOwnDate && !spec.isOfTime;
const isCount = (spec: MetricSpec): boolean => spec.type === "count";
const isReal = (spec: MetricSpec): boolean => spec.form === "count" || spec.form === "distinct";

/** One standard over partners or the brand, whichever its first metric is about. */
export function standard(tape: Tape, name: string, material: Material): StandardSpec {
  const { metrics, around } = material;
  const lead = tape.pick(metrics);
  const window = windowOf(tape, lead, material);
  const usable = metrics.filter((spec) => fits(spec, lead, window));
  const isSure = isConfident(lead) && tape.chance(18);
  const mayLimit = isSure ? usable.filter(isConfident) : usable;
  const limited: MetricSpec[] = [];
  const requires = Array.from({ length: tape.pick([1, 1, 2, 3]) }, (_, at) => {
    const main = at === 0 ? lead : tape.pick(mayLimit);
    const others = tape.chance(15) ? [tape.pick(mayLimit)] : [];
    const all = [main, ...others];
    const isVaried = others.length === 0 && tape.chance(25);
    limited.push(...all);
    return isVaried
      ? varied(tape, main, material, !isSure)
      : [
          `requires ${all.map((spec) => `${spec.name} ${limitOrPeers(tape, spec, around, !isSure)}`).join(" or ")}`,
        ];
  });
  const reads = [...new Set(limited.flatMap((spec) => spec.reads))];
  const groups = requires
    .flat()
    .flatMap((line) => [...line.matchAll(/for each (\w+)/g)].flatMap(([, field]) => field ?? []));
  const lines = [
    `standard ${name} "Standard ${name}"`,
    ...scope(tape, around, lead),
    ...(tape.chance(8) ? [`applies when ${metricTest(tape, tape.pick(usable))}`] : []),
    ...unique(requires).flat(),
    ...tolerance(tape, limited, usable, groups),
    ...(tape.chance(25) ? [`warns when ${warning(tape, usable)}`] : []),
    ...window.lines,
    ...(isSure
      ? [
          `judged with ${tape.pick([80, 90, 95, 99])}% confidence otherwise ${tape.pick(["not_enough_data", "missed", "excused"])}`,
        ]
      : []),
    ...needs(tape, reads, usable, groups, around, lead),
    ...excluding(tape, material, reads),
    ...(tape.chance(25)
      ? [`missing data counts as ${tape.pick(["missed", "met", "not_applicable", "not_enough_data"])}`]
      : []),
  ];
  return {
    name,
    lines: lines.map((line, at) => (at === 0 || line.startsWith("    ") ? line : `  ${line}`)),
    limited,
  };
}

/** May a limit on the metric be judged with confidence? */
const isConfident = ({ form }: MetricSpec): boolean => ["share", "average", "net_score"].includes(form);

/** A limit, perhaps for each group, or against peers. */
function limitOrPeers(tape: Tape, spec: MetricSpec, around: Surroundings, mayCompare: boolean): string {
  const isCompared = mayCompare && spec.type !== "named" && spec.table.party === "partner" && tape.chance(12);
  return isCompared ? peerLimit(tape, spec, around) : `${limitOn(tape, spec)}${group(tape, spec)}`;
}

function peerLimit(tape: Tape, spec: MetricSpec, around: Surroundings): string {
  const by =
    around.partnerTests.length > 0 && tape.chance(30)
      ? ` by ${tape.pick(["kind", "country", "vip", "tier"])}`
      : "";
  const isRanked = spec.lines.some((line) => line.includes("is better"));
  const forms = [
    "at least peer average",
    "at most peer average",
    ...(isRanked ? ["in best 25% of peers", "in best 50% of peers"] : []),
  ];
  return `${tape.pick(forms)}${by}`;
}

const unique = (requires: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  requires.filter((one, at) => requires.findIndex((other) => other.join() === one.join()) === at);

/** May both stand in one standard: one party, one dataset for a latest window, whole spans for a mean? */
function fits(spec: MetricSpec, lead: MetricSpec, window: WindowText): boolean {
  const sameParty = spec.table.party === lead.table.party;
  const sameDataset = window.dataset === null || overOne(spec, window.dataset);
  const isWhole = spec.each === null || window.holds.includes(spec.each);
  return sameParty && sameDataset && isWhole;
}

function scope(tape: Tape, around: Surroundings, lead: MetricSpec): readonly string[] {
  if (lead.table.party !== "partner" || around.partnerTests.length === 0) return [];
  const where = tape.pick(around.partnerTests).replaceAll("partner.", "");
  return tape.chance(10) ? [`applies to partners where ${where}`] : [];
}

function warning(tape: Tape, usable: readonly MetricSpec[]): string {
  const one = metricTest(tape, tape.pick(usable));
  const shape = tape.upTo(6);
  if (shape === 4) return `${one} ${tape.pick(["and", "or"])} ${metricTest(tape, tape.pick(usable))}`;
  return shape === 5 ? `not ${one}` : one;
}

/** `for each FIELD`, where every dataset of the metric has the field. */
function group(tape: Tape, spec: MetricSpec): string {
  if (!tape.chance(12) || spec.isOfTime) return "";
  const fields = ["region", "outcome", "ok"].filter((name) =>
    spec.reads.every((table) => table.fields.some((field) => field.name === name)),
  );
  return fields.length === 0 ? "" : ` for each ${tape.pick(fields)}`;
}

/** A limit of several rows: by partner, by date, or both. */
function varied(
  tape: Tape,
  spec: MetricSpec,
  { era, around }: Material,
  mayCompare: boolean,
): readonly string[] {
  const limit = (): string =>
    mayCompare && spec.type !== "named" && spec.table.party === "partner" && tape.chance(8)
      ? peerLimit(tape, spec, around)
      : limitOn(tape, spec);
  const later = tape.pick(era.edges.filter((edge) => edge > era.from));
  const byPartner = spec.table.party === "partner" && around.partnerTests.length > 0 && tape.chance(60);
  const head = `requires ${spec.name}`;
  if (!byPartner) {
    return [`${head} ${limit()} from ${era.from}`, `    ${limit()} from ${later}`];
  }
  const where = tape.pick(around.partnerTests);
  const other = tape.pick(around.partnerTests);
  const rows = [`    ${limit()} where ${where}`];
  if (tape.chance(40)) rows.push(`    ${limit()} where ${where} from ${later}`);
  if (other !== where && tape.chance(40)) rows.push(`    ${limit()} where ${other}`);
  if (tape.chance(30)) rows.push(`    ${limit()} otherwise from ${later}`);
  return [head, ...rows, `    ${limit()} otherwise`];
}

function tolerance(
  tape: Tape,
  limited: readonly MetricSpec[],
  usable: readonly MetricSpec[],
  groups: readonly string[],
): readonly string[] {
  const counting = usable.filter(
    (spec) =>
      isReal(spec) &&
      isCount(spec) &&
      groups.every((name) => spec.reads.every((table) => table.fields.some((field) => field.name === name))),
  );
  if (counting.length === 0 || !tape.chance(25)) return [];
  return [
    `tolerates fewer than ${tape.pick([2, 1, 3, 5])} ${tape.pick(counting).name} for ${tape.pick(limited).name}`,
  ];
}

interface WindowText {
  readonly lines: readonly string[];
  /** The dataset of a latest window. */
  readonly dataset: string | null;
  /** Spans of which the window holds whole ones. */
  readonly holds: readonly string[];
}

/** Assessments on business days of the spans that the era assesses. */
function businessDaysOf(era: Era, hasBusinessDays: boolean): readonly string[] {
  if (!hasBusinessDays) return [];
  const spans = [...new Set(era.assessed.flatMap((text) => text.match(/of each (.*)$/)?.[1] ?? []))];
  return spans.flatMap((span) => [1, 3, 7].map((day) => `on business day ${day} of each ${span}`));
}

function windowOf(tape: Tape, lead: MetricSpec, { era, metrics, around }: Material): WindowText {
  const shape = lead.each === null ? tape.upTo(10) : 0;
  const sole = lead.reads.length === 1 ? lead.table : null;
  if (shape < 6) {
    const fitting = era.spans.filter((span) => lead.each === null || shorter[span]?.includes(lead.each));
    const span = tape.pick(fitting.length > 0 ? fitting : era.spans);
    return { lines: [`measured each ${span}`], dataset: null, holds: shorter[span] ?? [] };
  }
  const isYearly = lead.table.party === "partner" && around.partnerTests.length > 0 && shape === 6;
  if (isYearly && tape.chance(25))
    return { lines: ["measured each partner year from started_on"], dataset: null, holds: [] };
  const assessed = `assessed ${tape.pick([...era.assessed, ...businessDaysOf(era, around.hasBusinessDays)])}`;
  if (shape === 9 && sole?.isOrdered === true && !lead.hasOwnDate && !lead.isOfTime) {
    const population = metrics.filter(
      (spec) => spec.form === "count" && overOne(spec, sole.name) && spec.lines.length === 1,
    );
    const of = population.length > 0 && tape.chance(30) ? tape.pick(population).name : sole.name;
    return {
      lines: [`measured over latest ${tape.pick([5, 3, 1, 10])} ${of}`, assessed],
      dataset: sole.name,
      holds: [],
    };
  }
  const first = `measured over rolling ${tape.pick(era.rolling)}`;
  const choosing = metrics.filter((spec) => spec.each === null && spec.table.party === lead.table.party);
  if (shape !== 8 || choosing.length === 0) return { lines: [first, assessed], dataset: null, holds: [] };
  const lines = [
    `${first} when ${metricTest(tape, tape.pick(choosing))}`,
    `measured over rolling ${tape.pick(era.rolling)} otherwise`,
    assessed,
  ];
  return { lines, dataset: null, holds: [] };
}

function needs(
  tape: Tape,
  reads: readonly TableSpec[],
  usable: readonly MetricSpec[],
  groups: readonly string[],
  around: Surroundings,
  lead: MetricSpec,
): readonly string[] {
  if (tape.chance(45)) return ["needs no minimum"];
  const hasGroups = (table: TableSpec): boolean =>
    groups.every((name) => table.fields.some((field) => field.name === name));
  const tables = reads.filter(hasGroups).map(({ name }) => name);
  const counting = usable
    .filter((spec) => isReal(spec) && spec.reads.every(hasGroups))
    .map(({ name }) => name);
  const names = [...tables, ...tables, ...counting];
  if (names.length === 0) return ["needs no minimum"];
  const what = tape.pick(names);
  const otherwise = tape.pick(["not_enough_data", "not_enough_data", "missed", "met", "not_applicable"]);
  const least = (): number => tape.pick([1, 2, 1, 3, 2, 6]);
  const isVaried = around.partnerTests.length > 0 && lead.table.party === "partner" && tape.chance(20);
  if (!isVaried) return [`needs at least ${least()} ${what} otherwise ${otherwise}`];
  return [
    `needs at least ${least()} ${what} where ${tape.pick(around.partnerTests)}`,
    `    at least ${least()} otherwise ${otherwise}`,
  ];
}

function excluding(tape: Tape, { exclusions }: Material, reads: readonly TableSpec[]): readonly string[] {
  const isRead = (table: TableSpec): boolean =>
    reads.some((one) => one === table || (one.clockOf?.base === table && !one.clockOf.isLog));
  const fitting = exclusions.filter(({ table }) => isRead(table)).map(({ name }) => name);
  return fitting.length > 0 && tape.chance(60) ? [`excluding ${fitting.join(", ")}`] : [];
}

/** An exclusion of rows of one dataset. */
export function exclusion(
  tape: Tape,
  name: string,
  tables: readonly TableSpec[],
  around: Surroundings,
): { readonly table: TableSpec; readonly lines: readonly string[] } {
  const table = tape.pick(tables);
  const lines = [
    `exclusion ${name} "Exclusion ${name}"`,
    `  removes ${table.name} where ${condition(tape, table, around, 1)}`,
  ];
  const isShared = table.party === "partner" && tape.chance(40);
  const by = table.fields.some((field) => field.name === "region") && tape.chance(70) ? " by region" : "";
  if (isShared) lines.push(`  applies when at least ${tape.pick([2, 1, 3])} partners affected${by}`);
  if (tape.chance(30)) {
    lines.push(
      '  needs evidence "A letter"',
      `  recorded in evidence${tape.pick(["", ' where topic is "strike"', ' where topic is "flood"'])}`,
    );
  }
  return { table, lines };
}

/** A limit that stands instead for one partner and some months; null where no limit can be changed. */
export function amendment(
  tape: Tape,
  name: string,
  standards: readonly StandardSpec[],
  partners: readonly string[],
  era: Era,
): readonly string[] | null {
  const candidates = standards.flatMap((one) =>
    one.limited
      .filter(
        (spec) =>
          spec.type !== "named" &&
          spec.table.party === "partner" &&
          one.limited.filter((other) => other === spec).length === 1,
      )
      .map((spec) => ({ one, spec })),
  );
  if (candidates.length === 0 || partners.length === 0) return null;
  const { one, spec } = tape.pick(candidates);
  const inside = era.edges
    .filter((edge) => edge >= era.from && (era.until === null || edge <= era.until))
    .sort();
  const from = tape.pick(inside);
  const until = tape.pick(inside.filter((edge) => edge >= from));
  const less = spec.type === "count" ? "fewer than" : "less than";
  const words = tape.pick(["at least", "at most", "more than", less]);
  return [
    `amendment ${name} to ${one.name} for partner ${JSON.stringify(tape.pick(partners))}`,
    `  effective from ${from} until ${until}`,
    `  changes limit of ${spec.name} to ${words} ${tape.pick(spec.values)}`,
    '  because "Agreed in a review"',
  ];
}
