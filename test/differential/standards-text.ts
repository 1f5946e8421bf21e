/** Random standards, as text, over the metrics of a case. */

import type { Era } from "./calendar.ts";
import type { Surroundings } from "./conditions-text.ts";
import { limitOn, metricTest } from "./limits-text.ts";
import type { Material, StandardSpec } from "./material.ts";
import type { MetricSpec } from "./metrics-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";
import { overOne, type WindowText, windowOf } from "./windows-text.ts";

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
    ...(tape.chance(3) ? [`applies when ${metricTest(tape, tape.pick(usable))}`] : []),
    ...unique(requires).flat(),
    ...tolerance(tape, limited, usable, groups),
    ...(tape.chance(25) ? [`warns when ${warning(tape, usable)}`] : []),
    ...(tape.chance(8) ? [`warns when ${warning(tape, usable)}`] : []),
    ...window.lines,
    ...(isSure
      ? [
          `judged with ${tape.pick([80, 90, 95, 99])}% confidence otherwise ${tape.pick(["not_enough_data", "missed", "excused", "met", "not_applicable"])}`,
        ]
      : []),
    ...needs(tape, reads, usable, groups, around, lead),
    ...excluding(tape, material, reads),
    ...(tape.chance(25)
      ? [
          `missing data counts as ${tape.pick(["missed", "met", "not_applicable", "not_enough_data", "excused"])}`,
        ]
      : []),
  ];
  return {
    name,
    lines: lines.map((line, at) => (at === 0 || line.startsWith("    ") ? line : `  ${line}`)),
    limited,
  };
}

/** A standard with one limit and no terms, so that most of its verdicts are met or missed. */
export function plainStandard(tape: Tape, name: string, spec: MetricSpec, { spans }: Era): StandardSpec {
  const span = tape.chance(70) ? (spans[0] ?? "calendar month") : tape.pick(spans);
  const words = tape.pick(["at least", "at least", "more than", "at most"]);
  const lines = [
    `standard ${name} "Standard ${name}"`,
    `  requires ${spec.name} ${words} ${tape.pick(spec.values)}`,
    `  measured each ${span}`,
    "  needs no minimum",
  ];
  return { name, lines, limited: [spec] };
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
    ...(isRanked ? [25, 50, 33.3, 100, 10].map((percent) => `in best ${percent}% of peers`) : []),
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
  const otherwise = tape.pick([
    ...["not_enough_data", "not_enough_data", "missed", "met", "not_applicable"],
    "excused",
  ]);
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
