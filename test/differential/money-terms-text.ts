/** Terms of random credits and bonuses as text: amounts, caps, forgiveness, and what else bounds them. */
import {
  type ConsequenceMaterial,
  event,
  type Followed,
  namesOf,
  verdictWords,
} from "./consequence-material.ts";
import type { MetricSpec } from "./metrics-text.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

export type Kind = "credit" | "bonus";

/** Where amounts are given, and by what. */
export interface Site {
  readonly kind: Kind;
  readonly party: "partner" | "brand";
  /** Standards of that party; not empty. */
  readonly followed: readonly Followed[];
  readonly metrics: readonly MetricSpec[];
  readonly tables: readonly TableSpec[];
  readonly material: ConsequenceMaterial;
}

/** Money, or a part of some: of a field of the row, of the partner, of a metric. */
export function amount(tape: Tape, site: Site, row: TableSpec | null): string {
  const isOfPartner = site.party === "partner" && site.material.isDeclared;
  const bases = [
    ...(row === null ? [] : row.fields.filter(({ kind }) => kind === "money").map(({ name }) => name)),
    ...(isOfPartner ? ["fee"] : []),
    ...site.metrics.filter(({ values }) => (values[0] ?? "").includes("EUR")).map(({ name }) => name),
  ];
  const money = tape.pick(["10 EUR", "5 EUR", "0.01 EUR", "99.99 EUR", "33.33 EUR", "7.50 EUR"]);
  if (bases.length === 0 || tape.chance(50)) return money;
  return `${tape.pick([10, 33.3, 0.5, 8, 100, 12.345])}% of ${tape.pick(bases)}`;
}

/** `capped` and `forgives`: spans that are made of whole periods, or that the periods can follow. */
export function sharing(
  tape: Tape,
  site: Site,
  own: string,
  isFixed: boolean,
  isCapped: boolean,
  forgiving = site.kind === "credit" ? 35 : 0,
): readonly string[] {
  const longer = isFixed || own !== "month" ? (wholeOf[own] ?? [own]) : ["month", "quarter", "year", "day"];
  const spans = site.material.hasWholeMonths ? longer : longer.filter((span) => span === own);
  const span = tape.pick(spans.length > 0 ? spans : [own]);
  const lines: string[] = [];
  if (isCapped) {
    const most = tape.pick(["20 EUR", "5 EUR", "100 EUR", amount(tape, site, null)]);
    lines.push(`capped at ${most} each calendar ${span}`);
    const other = tape.pick([span, ...spans]);
    if (tape.chance(40))
      lines.push(`capped at ${tape.pick(["8 EUR", "50 EUR", "3 EUR", "4.99 EUR"])} each calendar ${other}`);
  }
  if (tape.chance(forgiving)) lines.push(`forgives ${tape.pick([1, 2, 3])} misses each calendar ${span}`);
  return lines;
}

const wholeOf: Readonly<Record<string, readonly string[]>> = {
  day: ["day", "week", "month", "quarter"],
  week: ["week"],
  month: ["month", "quarter", "half year", "year"],
  quarter: ["quarter", "half year", "year"],
  "half year": ["half year", "year"],
  year: ["year"],
};

/** `unless`, `ignores` and `additional to`. */
export function terms(tape: Tape, site: Site): readonly string[] {
  const lines: string[] = [];
  if (tape.chance(20))
    lines.push(`unless ${tape.pick(namesOf(site.material, site.party))} is ${tape.pick(verdictWords)}`);
  if (tape.chance(20)) lines.push(`ignores amounts of at most ${tape.pick(["5 EUR", "10 EUR", "0.01 EUR"])}`);
  const [earlier] = site.material.credits;
  if (site.kind === "credit" && earlier !== undefined) lines.push(`additional to ${earlier}`);
  return lines;
}

export function earning(tape: Tape, site: Site, of: readonly Followed[]): readonly string[] {
  if (site.kind === "bonus" || !tape.chance(45)) return [];
  return [`earns back when ${event(tape, of, 2)}`];
}

export function excluded(tape: Tape, { material }: Site, table: TableSpec): readonly string[] {
  const isRead = (one: TableSpec): boolean =>
    one === table || (table.clockOf?.base === one && !table.clockOf.isLog);
  const names = material.exclusions.filter((one) => isRead(one.table)).map(({ name }) => name);
  return names.length > 0 && tape.chance(60) ? [`excluding ${names.join(", ")}`] : [];
}
