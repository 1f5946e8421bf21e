/** Random attestations and duties as text: where they are recorded, when they are due, and what they read. */
import { condition, type Surroundings } from "./conditions-text.ts";
import { metricTest } from "./limits-text.ts";
import type { Material, StandardSpec } from "./material.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

/** A name with verdicts besides those of standards. */
export interface FactSpec {
  readonly name: string;
  readonly party: "partner" | "brand";
  readonly isDuty: boolean;
  readonly lines: readonly string[];
}

interface Terms {
  readonly material: Material;
  readonly standards: readonly StandardSpec[];
  /** Facts declared before. */
  readonly earlier: readonly FactSpec[];
}

export function fact(tape: Tape, name: string, terms: Terms): FactSpec {
  const { around } = terms.material;
  const party = around.partnerTests.length > 0 && tape.chance(75) ? "partner" : "brand";
  return tape.chance(50) ? attestation(tape, name, party, terms) : duty(tape, name, party, terms);
}

type Party = FactSpec["party"];

function attestation(tape: Tape, name: string, party: Party, { material }: Terms): FactSpec {
  const table = recordTable(tape, party, material.around);
  const hasOwn = table.head.some((line) => line.startsWith("valid"));
  const fields = table.fields.filter(({ kind }) => kind === "date" || kind === "timestamp");
  const validity = [
    "",
    `valid ${tape.pick(["1 months", "10 days", "1 years", "3 weeks"])}`,
    ...(fields.length > 0 ? [`valid until ${tape.pick(fields).name}`] : []),
  ];
  const lines = [
    `attestation ${name} "Attestation ${name}"`,
    `given by ${party}`,
    `recorded in ${records(tape, table, party, material.around)}`,
    hasOwn ? "" : tape.pick(validity),
    tape.chance(35) ? "" : `due ${tape.pick(onceDue(tape, party, material))}`,
  ];
  return { name, party, isDuty: false, lines: indented(lines) };
}

function duty(tape: Tape, name: string, party: Party, terms: Terms): FactSpec {
  const { material } = terms;
  const table = recordTable(tape, party, material.around);
  const span = tape.pick(material.era.spans);
  const isRepeated = tape.chance(75);
  const due = isRepeated ? afterEach(tape, span, material) : tape.pick(onceDue(tape, party, material));
  const target = isRepeated ? targetOf(tape, span, party, terms) : null;
  const lines = [
    `duty ${name} "Duty ${name}" by ${party}`,
    'delivers "a list"',
    `recorded in ${records(tape, table, party, material.around)}`,
    `due ${due}`,
    isRepeated && tape.chance(45) ? asking(tape, party, terms, target !== null) : "",
    target === null ? "" : `if missed ${target} counts as missed`,
  ];
  return { name, party, isDuty: true, lines: indented(lines) };
}

const indented = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line !== "").map((line, at) => (at === 0 ? line : `  ${line}`));

/** A dataset with a date; a partner's own where the partner states or delivers. */
function recordTable(tape: Tape, party: Party, { tables }: Surroundings): TableSpec {
  const dated = tables.filter(
    ({ head, clockOf }) =>
      clockOf === undefined && head.some((line) => line.startsWith("dated") || line.startsWith("valid")),
  );
  const fitting = party === "partner" ? dated.filter((one) => one.party === "partner") : dated;
  return tape.pick(fitting);
}

function records(tape: Tape, table: TableSpec, party: Party, around: Surroundings): string {
  if (!tape.chance(55)) return table.name;
  const seen = party === "partner" ? around : { ...around, partnerTests: [] };
  return `${table.name} where ${condition(tape, table, seen, 1)}`;
}

/** Deadlines that come once. */
function onceDue(tape: Tape, party: Party, { era, around }: Material): readonly string[] {
  const inside = era.edges.filter((edge) => edge >= era.from && (era.until === null || edge <= era.until));
  const date = tape.pick(inside);
  const fixed = [`on ${date}`, `on ${date} at ${tape.pick(["12:00", "00:00", "02:30"])}`];
  if (party === "brand") return fixed;
  const business = around.hasBusinessDays
    ? [`within 3 business days of ${tape.pick(["joined_at", "started_on"])}`]
    : [];
  return [
    ...fixed,
    `within ${tape.pick(["10 days", "1 months", "2 weeks", "1 quarters"])} of ${tape.pick(["joined_at", "started_on"])}`,
    `within ${tape.pick(["36 hours", "90 minutes"])} of joined_at`,
    ...business,
  ];
}

/** Deadlines after each span. */
function afterEach(tape: Tape, span: string, { around }: Material): string {
  const within = tape.pick(["15 days", "1 months", "1 weeks", "36 hours", "45 days"]);
  const number = tape.pick([5, 1, 15]);
  return tape.pick([
    `within ${within} after each ${span}`,
    `on day ${number} after each ${span}`,
    ...(around.hasBusinessDays
      ? [`on business day ${number} after each ${span}`, `within 3 business days after each ${span}`]
      : []),
  ]);
}

/** The standard that is missed with the duty: measured each of its spans, of the same kind of party. */
function targetOf(tape: Tape, span: string, party: Party, { standards, earlier }: Terms): string | null {
  // What a duty waits for may not wait for the duty.
  const read = new Set(earlier.flatMap(({ lines }) => lines.join(" ").match(/\bs\d+\b/g) ?? []));
  const fitting = standards.filter(
    (one) =>
      one.lines.some((line) => line.trim() === `measured each ${span}`) &&
      partyOf(one) === party &&
      !read.has(one.name),
  );
  return fitting.length > 0 && tape.chance(50) ? tape.pick(fitting).name : null;
}

const partyOf = ({ limited }: StandardSpec): Party =>
  limited[0]?.table.party === "brand" ? "brand" : "partner";

/** `when`: verdicts in the span, metrics over it, and the partner. */
function asking(tape: Tape, party: Party, terms: Terms, isTarget: boolean): string {
  const { material, standards, earlier } = terms;
  const targets = new Set(
    earlier.flatMap(({ lines }) => lines.join(" ").match(/if missed (\w+)/)?.[1] ?? []),
  );
  const names = [
    ...(isTarget ? [] : standards.filter((one) => partyOf(one) === party && !targets.has(one.name))),
    ...earlier.filter((one) => one.party === party),
  ].map(({ name }) => name);
  const metrics = material.metrics.filter(
    ({ table, each, hasOwnDate }) =>
      (table.party === "brand") === (party === "brand") && each === null && !hasOwnDate,
  );
  const one = (): string => {
    if (names.length > 0 && (metrics.length === 0 || tape.chance(60)))
      return `${tape.pick(names)} ${tape.pick(["is missed", "is met", "is not met", "is one of met, pending"])}`;
    return metrics.length === 0 ? "" : metricTest(tape, tape.pick(metrics));
  };
  const first = one();
  if (first === "") return "";
  return tape.chance(30) ? `when ${first} ${tape.pick(["and", "or"])} ${one()}` : `when ${first}`;
}
