/** Random metrics and row conditions, as text, over the datasets of a case. */
import { condition, population, type Surroundings } from "./conditions-text.ts";
import type { FieldSpec } from "./fields.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

/** The spans that windows of whole calendar spans are made of. */
export const shorter: Record<string, readonly string[]> = {
  "calendar day": ["day"],
  "calendar week": ["day", "week"],
  "calendar month": ["day", "month"],
  "calendar quarter": ["month", "day", "quarter"],
  "calendar half year": ["month", "day", "quarter"],
  "calendar year": ["month", "day", "quarter"],
};

/** What standards must know of a metric to set a limit on it. */
export interface MetricSpec {
  readonly name: string;
  readonly lines: readonly string[];
  readonly form: string;
  readonly table: TableSpec;
  /** Datasets whose rows it reads. */
  readonly reads: readonly TableSpec[];
  readonly type: "percent" | "count" | "amount" | "either" | "named";
  /** Right sides that a limit may take. */
  readonly values: readonly string[];
  /** Of a mean of periods: the span. */
  readonly each: string | null;
  /** Does it, or a part of it, go by another date than its dataset? */
  readonly hasOwnDate: boolean;
  /** Is it a share of time, which has no groups and no latest window? */
  readonly isOfTime: boolean;
}

/** A share over visits of which most windows hold some, and which is often met and often missed. */
export function plainMetric(tape: Tape, name: string, [visits]: readonly TableSpec[]): MetricSpec {
  if (visits === undefined) throw new RangeError("there are no visits");
  const [what, values] = tape.pick([
    ["ok is yes out of visits where ok is given", ["50%", "60%", "40%", "75%"]],
    ["stars at least 4 out of visits where stars is given", ["50%", "33.3%", "60%"]],
    ["ok is yes out of visits where ok is given", ["66.67%", "50%", "90%"]],
  ] as const);
  return {
    ...{ name, table: visits, reads: [visits], form: "share", type: "percent", values },
    ...{ each: null, hasOwnDate: false, isOfTime: false },
    lines: [`metric ${name} percent of visits where ${what}`, "  higher is better"],
  };
}

const amounts = (table: TableSpec): readonly FieldSpec[] =>
  table.fields.filter(
    (field) => ["number", "duration", "money"].includes(field.kind) && field.limits.length > 0,
  );

/** One metric; `earlier` are those that it may be made of. */
export function metric(
  tape: Tape,
  name: string,
  tables: readonly TableSpec[],
  earlier: readonly MetricSpec[],
  around: Surroundings,
): MetricSpec {
  const table = tape.pick(tables);
  const base = { name, table, reads: [table], each: null, hasOwnDate: false, isOfTime: false };
  const head = `metric ${name} `;
  const made = (
    form: string,
    text: string,
    type: MetricSpec["type"],
    values: readonly string[],
  ): MetricSpec => {
    const lines = [head + text, ...extras(tape, table, form)];
    return {
      ...base,
      form,
      lines,
      type,
      values,
      hasOwnDate: lines.some((line) => line.startsWith("  dated")),
    };
  };
  const pop = (chance = 40): string => population(tape, table, around, chance);
  const fields = amounts(table);
  const form = tape.pick(forms);
  const field = fields.length > 0 ? tape.pick(fields) : null;
  if (form === "ratio" || form === "period_mean") {
    return (
      ofMetrics(tape, form, name, earlier, around) ?? made("count", `number of ${pop()}`, "count", counts)
    );
  }
  if (form === "count" && table.clockOf !== undefined && tape.chance(35)) {
    const ofTime = made("outside", `percent of time outside ${table.name}`, "percent", percents);
    return { ...ofTime, lines: ofTime.lines.filter((line) => !/dated|counts/.test(line)), isOfTime: true };
  }
  if (form === "count") return made(form, `number of ${pop()}`, "count", counts);
  if (form === "distinct") {
    const counted = tape.pick(
      table.fields.filter(({ kind, tests }) => tests.length > 1 && kind !== "timestamp"),
    );
    return made(form, `number of different ${counted.name} in ${pop(25)}`, "count", counts);
  }
  if (form === "rate") {
    const other = tape.pick(tables);
    const whole = population(tape, other, around, 20);
    const rate = made(form, `rate of ${pop(70)} per ${tape.pick([100, 1, 1000])} ${whole}`, "amount", [
      "50",
      "100",
      "0",
      "33.3",
    ]);
    return { ...rate, reads: [table, other], lines: rate.lines.slice(0, 1), hasOwnDate: false };
  }
  if (form === "latest") {
    const named = table.fields.filter((one) => one.limits.length > 0);
    const chosen = tape.pick(named);
    const isNamed = ["text", "yes_no", "one_of"].includes(chosen.kind);
    if (!table.isOrdered) return made("count", `number of ${pop()}`, "count", counts);
    return made(
      form,
      `latest ${chosen.name} in ${pop(30)}`,
      isNamed ? "named" : counting(chosen),
      chosen.limits,
    );
  }
  if (field === null || form === "share") {
    return made("share", share(tape, table, around), "percent", percents);
  }
  if (form === "net_score") {
    const numbers = fields.filter(
      ({ kind, name: of }) => kind === "number" && of !== "lag" && of !== "work_days",
    );
    const answered = numbers.length > 0 ? tape.pick(numbers) : null;
    if (answered === null) return made("count", `number of ${pop()}`, "count", counts);
    const ranges = tape.pick([
      "promoters 5 to 5 detractors 1 to 3",
      "promoters 4 to 5 detractors 1 to 2",
      ...(answered.name === "stars" ? [] : ["promoters 9 to 10 detractors 0 to 6"]),
    ]);
    return made(form, `net score of ${answered.name} in ${pop(30)} ${ranges}`, "amount", [
      "0",
      "20",
      "-20",
      "50",
      "33.33",
    ]);
  }
  const words = form === "percentile" ? `percentile ${tape.pick([90, 95, 50, 10, 99.9, 33.3, 100])}` : form;
  const type = form === "average" && field.kind === "number" ? "amount" : counting(field);
  return made(form, `${words} of ${field.name} in ${pop(25)}`, type, field.limits);
}

/** A percentage, which says of every field that its numerator tests and that may be missing what missing means. */
function share(tape: Tape, table: TableSpec, around: Surroundings): string {
  const tested = condition(tape, table, around, tape.pick([1, 2]));
  const whole = tape.chance(25) ? [condition(tape, table, around, 1)] : [];
  const mayMiss = table.fields
    .filter(({ declared }) => /optional|^total|^days/.test(declared))
    .map(({ name }) => name);
  const partly = [
    ...mayMiss,
    ...["country", "tier", "vip", "fee", "started_on"].map((name) => `partner.${name}`),
  ];
  const words: readonly string[] = tested.match(/[\w.]+/g) ?? [];
  const said = partly.filter((name) => words.includes(name)).map((name) => `${name} is given`);
  const all = (parts: readonly string[]): string =>
    parts
      .map((part) => (parts.length > 1 && / /.test(part.replace(/ is given$/, "")) ? `(${part})` : part))
      .join(" and ");
  const above = tape.chance(50);
  const top = all([tested, ...(above ? said : [])]);
  const bottom = all([...whole, ...(above ? [] : said)]);
  return `percent of ${table.name} where ${top} out of ${table.name}${bottom === "" ? "" : ` where ${bottom}`}`;
}

/** Numbers of no declared decimals take both `fewer than` and `less than`. */
function counting(field: FieldSpec): MetricSpec["type"] {
  const isWhole = field.kind === "number" && !/[1-9] decimal/.test(field.declared);
  return isWhole ? "either" : "amount";
}

const forms = [
  "share",
  "count",
  "average",
  "share",
  "sum",
  "median",
  "percentile",
  "lowest",
  "highest",
  "latest",
  "distinct",
  "net_score",
  "rate",
  "ratio",
  "period_mean",
  "share",
  "average",
];
const counts = ["2", "1", "3", "5", "0"];
const percents = ["50%", "75%", "80%", "66.67%", "100%", "0%", "33.3%", "90%", "60%"];

/** Sentences of a metric over one dataset. */
function extras(tape: Tape, table: TableSpec, form: string): readonly string[] {
  const lines: string[] = [];
  if (table.otherDates.length > 0 && tape.chance(10)) lines.push(`dated ${tape.pick(table.otherDates)}`);
  if (tape.chance(8))
    lines.push(`final ${tape.pick(["10 days", "1 months", "2 weeks", "1 quarters"])} after the period`);
  const isCapped = table.isOrdered && form !== "latest" && tape.chance(12);
  const per = table.fields.find(({ name }) => name === "region" || name === "outcome");
  if (isCapped && per !== undefined)
    lines.push(`counts at most ${tape.pick([1, 2, 3])} rows per ${per.name}`);
  if (tape.chance(30)) lines.push(`${tape.pick(["higher", "lower"])} is better`);
  return lines.map((line) => `  ${line}`);
}

/** A ratio of two metrics, or the mean of one over periods. */
function ofMetrics(
  tape: Tape,
  form: "ratio" | "period_mean",
  name: string,
  earlier: readonly MetricSpec[],
  around: Surroundings,
): MetricSpec | null {
  const numeric = earlier.filter(({ type, each }) => type !== "named" && each === null);
  if (form === "ratio") {
    const over = numeric.filter(({ type, form: of }) => type !== "percent" && of !== "ratio");
    const under = numeric.filter(
      ({ type, values }) => type !== "percent" && !/[a-zA-Z]/.test(values[0] ?? ""),
    );
    if (over.length === 0 || under.length === 0) return null;
    const [top, bottom] = [tape.pick(over), tape.pick(under)];
    const values = /[a-zA-Z]/.test(top.values[0] ?? "") ? top.values : ["1", "0.5", "2", "10"];
    const reads = [...new Set([...top.reads, ...bottom.reads])];
    const lines = [`metric ${name} ratio of ${top.name} to ${bottom.name}`];
    const hasOwnDate = top.hasOwnDate || bottom.hasOwnDate;
    const isOfTime = false;
    return {
      name,
      lines,
      form,
      table: top.table,
      reads,
      type: "amount",
      values,
      each: null,
      hasOwnDate,
      isOfTime,
    };
  }
  if (numeric.length === 0) return null;
  const part = tape.pick(numeric);
  const each = tape.pick(around.each);
  const lines = [`metric ${name} average of ${part.name} each calendar ${each}`];
  const isNumber = part.type === "count" || part.type === "either";
  return { ...part, name, lines, form, type: isNumber ? "amount" : part.type, each };
}
