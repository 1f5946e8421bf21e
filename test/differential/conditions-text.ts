/** Random conditions on rows, as text, over the datasets of a case. */
import type { FieldSpec } from "./fields.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

/** What a generator of conditions may refer to. */
export interface Surroundings {
  readonly tables: readonly TableSpec[];
  /** `partner.kind is carrier`, …; empty where partners are not declared. */
  readonly partnerTests: readonly string[];
  /** Spans that some window of the case is made of. */
  readonly each: readonly string[];
  /** May look-ups reach over business days? */
  readonly hasBusinessDays: boolean;
}

/** A condition over a dataset's rows, nested at most so deep. */
export function condition(tape: Tape, table: TableSpec, around: Surroundings, depth: number): string {
  const shape = depth <= 0 ? 0 : tape.upTo(10);
  switch (shape) {
    case 6:
      return `not ${nested(tape, table, around, depth)}`;
    case 7:
    case 8:
      return joined(tape, table, around, depth, "and");
    case 9:
      return joined(tape, table, around, depth, "or");
    case 5:
      return lookUp(tape, table, around, depth) ?? comparison(tape, table, around);
    default:
      return comparison(tape, table, around);
  }
}

function joined(tape: Tape, table: TableSpec, around: Surroundings, depth: number, word: string): string {
  const parts = Array.from({ length: 2 + tape.upTo(2) }, () => nested(tape, table, around, depth));
  return parts.join(` ${word} `);
}

/** A part of a longer condition: in parentheses unless it is a single comparison. */
function nested(tape: Tape, table: TableSpec, around: Surroundings, depth: number): string {
  const part = condition(tape, table, around, depth - 1);
  const isSimple = !/^not |^has | and | or /.test(part);
  return isSimple ? part : `(${part})`;
}

const comparable = (table: TableSpec): readonly FieldSpec[] =>
  table.fields.filter((field) => field.tests.length > 1);

function comparison(tape: Tape, table: TableSpec, around: Surroundings): string {
  const ofPartner = around.partnerTests.length > 0 && table.party === "partner" && tape.chance(8);
  if (ofPartner) return tape.pick(around.partnerTests);
  const field = tape.pick(comparable(table));
  if (field.kind === "timestamp" && tape.chance(60)) {
    const civil = table.fields.filter(
      ({ kind, name }) => (kind === "date" || kind === "timestamp") && name !== field.name,
    );
    const other =
      civil.length > 0 && tape.chance(50) ? tape.pick(civil).name : tape.pick(table.fields.flatMap(dates));
    return `date of ${field.name} ${tape.pick(["at most", "at least", "is", "more than", "is not"])} ${other}`;
  }
  return `${field.name} ${tape.pick(field.tests)}`;
}

/** Dates that some test of a field names. */
function dates(field: FieldSpec): readonly string[] {
  const found = field.tests.flatMap((test) => test.match(/\d{4}-\d\d-\d\d/g) ?? []);
  return found.length > 0 ? found : ["2026-01-31"];
}

/** `has calls with same ref …`, where both datasets have the field `ref`. */
function lookUp(tape: Tape, table: TableSpec, around: Surroundings, depth: number): string | null {
  const hasRef = (one: TableSpec): boolean => one.fields.some(({ name }) => name === "ref");
  const others = around.tables.filter((one) => hasRef(one) && comparable(one).length > 2);
  if (!hasRef(table) || others.length === 0) return null;
  const other = tape.pick(others);
  const isDated = other.head.some((line) => line.startsWith("dated"));
  const within = isDated && tape.chance(40) ? soonAfter(tape, table, other, around) : "";
  const alone = { ...around, partnerTests: [] };
  const where = tape.chance(50) ? ` where (${condition(tape, other, alone, Math.min(depth - 1, 1))})` : "";
  return `has ${other.name} with same ref${within}${where}`;
}

/** A stretch of time; of hours only between two timestamps. */
function soonAfter(tape: Tape, table: TableSpec, other: TableSpec, around: Surroundings): string {
  const moments = table.fields.filter(({ kind }) => kind === "timestamp" || kind === "date");
  if (moments.length === 0) return "";
  const after = tape.pick(moments);
  const dated = other.head.find((line) => line.startsWith("dated"))?.split(" ")[1];
  const areInstants =
    after.kind === "timestamp" && other.fields.find(({ name }) => name === dated)?.kind === "timestamp";
  const lengths = [
    "7 days",
    "1 days",
    "1 months",
    "1 weeks",
    "1 quarters",
    ...(around.hasBusinessDays
      ? ["1 business days", "3 business days", "1 business days", "2 business days"]
      : []),
    ...(areInstants ? ["2 hours", "30 minutes", "90 seconds"] : []),
  ];
  return ` in the ${tape.pick(lengths)} after ${after.name}`;
}

/** `visits where …`, often without a condition. */
export function population(
  tape: Tape,
  table: TableSpec,
  around: Surroundings,
  withCondition: number,
): string {
  return tape.chance(withCondition) ? `${table.name} where ${condition(tape, table, around, 2)}` : table.name;
}
