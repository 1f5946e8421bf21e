/**
 * Cells of a test's table, turned into what the dataset's file would hold.
 *
 * A text cell is taken as it stands; every other cell is a value of the language (`10 seconds`, `95`, `yes`,
 * `2026-01-28 at 17:00`), which is written the way the field's file writes it, so that a test goes through the same
 * reading as real data. An empty cell is a missing value.
 */
import type { FieldType } from "@tenet-lang/evaluator";
import { isDate, isTime } from "./civil.ts";
import { decimalRatio, scaledRatio } from "./exact.ts";
import { listWords } from "./types.ts";
import { formParts } from "./written-forms.ts";

/** The text of a cell as the file would write it, or what is wrong with it. */
export type Cell =
  | { readonly text: string }
  | { readonly problem: string; readonly candidates?: readonly string[] };

/** The cell of a field of a type. */
export function cellOf(type: FieldType, text: string): Cell {
  switch (type.kind) {
    case "text":
      return { text };
    case "yes_no":
      return yesNoCell(type, text);
    case "number":
      return numberCell(type, text);
    case "money":
      return moneyCell(type.currency, text);
    case "duration":
      return durationCell(type, text);
    case "date":
      return dateCell(type.written, text);
    case "timestamp":
      return timestampCell(type.written, text);
    case "one_of":
      return memberCell(type, text);
    case "total":
    case "days":
      return { problem: "the field is computed from others, so it is not given" };
  }
}

type TypeOf<K extends FieldType["kind"]> = Extract<FieldType, { readonly kind: K }>;

function yesNoCell(type: TypeOf<"yes_no">, text: string): Cell {
  const spelling = text === "yes" ? type.yes[0] : text === "no" ? type.no[0] : undefined;
  return spelling === undefined
    ? { problem: "write `yes` or `no`", candidates: ["yes", "no"] }
    : { text: spelling };
}

function memberCell(type: TypeOf<"one_of">, text: string): Cell {
  const member = type.members.find(({ name }) => name === text);
  if (member !== undefined) return { text: member.written };
  const names = type.members.map(({ name }) => name);
  return { problem: `it is one of ${listWords(names)}`, candidates: names };
}

/** A plain number of the language, underscores allowed between digits. */
const NUMBER = /^-?\d+(?:_\d+)*(?:\.\d+)?$/;

function numberCell(type: TypeOf<"number">, text: string): Cell {
  if (!NUMBER.test(text)) return { problem: "write a number, such as `4.2`" };
  const plain = text.replaceAll("_", "");
  return { text: plain.replace(".", type.written?.decimal ?? ".") };
}

function moneyCell(currency: string, text: string): Cell {
  const [amount = "", code, ...rest] = text.split(/\s+/);
  if (!NUMBER.test(amount) || code !== currency || rest.length > 0) {
    return { problem: `write an amount, such as \`500 ${currency}\`` };
  }
  return { text: amount.replaceAll("_", "") };
}

const SECONDS: Readonly<Record<string, bigint>> = {
  second: 1n,
  minute: 60n,
  hour: 3600n,
  day: 86_400n,
  week: 604_800n,
};

function durationCell(type: TypeOf<"duration">, text: string): Cell {
  const [amount = "", unit = ""] = text.split(/\s+/);
  const seconds = SECONDS[unit.replace(/s$/, "")];
  if (!NUMBER.test(amount) || seconds === undefined || text.split(/\s+/).length > 2) {
    return { problem: `write a duration, such as \`10 ${type.unit}s\`` };
  }
  const inSeconds = scaledRatio(decimalRatio(amount.replaceAll("_", "")), seconds, 1n);
  return type.written === null
    ? plainDuration(inSeconds, SECONDS[type.unit] ?? 1n, type.unit)
    : writtenDuration(inSeconds, type.written);
}

/** A duration as a decimal of the field's unit. */
function plainDuration(
  seconds: { numerator: string; denominator: string },
  perUnit: bigint,
  unit: string,
): Cell {
  const { numerator, denominator } = scaledRatio(seconds, 1n, perUnit);
  const text = decimalText(BigInt(numerator), BigInt(denominator));
  return text === null ? { problem: `it cannot be written exactly in ${unit}s` } : { text };
}

/** Most decimals of a duration: enough for microseconds in weeks. */
const MOST_DECIMALS = 12;

function decimalText(numerator: bigint, denominator: bigint): string | null {
  const scale = 10n ** BigInt(MOST_DECIMALS);
  if ((numerator * scale) % denominator !== 0n) return null;
  const scaled = (numerator * scale) / denominator;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(MOST_DECIMALS + 1, "0");
  const fraction = digits.slice(-MOST_DECIMALS).replace(/0+$/, "");
  const whole = digits.slice(0, -MOST_DECIMALS);
  return `${scaled < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

function writtenDuration(seconds: { numerator: string; denominator: string }, form: string): Cell {
  const millis = scaledRatio(seconds, 1000n, 1n);
  const numerator = BigInt(millis.numerator);
  if (millis.denominator !== "1" || numerator < 0n) return { problem: `the form \`${form}\` cannot hold it` };
  const text = filled(
    form,
    durationParts(
      numerator,
      formParts(form).map((part) => part.text),
    ),
  );
  return text === null ? { problem: `the form \`${form}\` cannot hold it` } : { text };
}

/** Milliseconds cut into the parts that a form has, longest first; what is left over makes it not fit. */
function durationParts(millis: bigint, tokens: readonly string[]): ReadonlyMap<string, string> | null {
  const parts = new Map<string, string>();
  let rest = millis;
  for (const [token, size] of DURATION_TOKENS) {
    if (!tokens.includes(token)) continue;
    parts.set(token, String(rest / size).padStart(token.length, "0"));
    rest %= size;
  }
  return rest === 0n ? parts : null;
}

const DURATION_TOKENS: readonly (readonly [token: string, millis: bigint])[] = [
  ["DD", 86_400_000n],
  ["D", 86_400_000n],
  ["HH", 3_600_000n],
  ["H", 3_600_000n],
  ["mm", 60_000n],
  ["ss", 1000n],
  ["SSS", 1n],
];

function filled(form: string, values: ReadonlyMap<string, string> | null): string | null {
  if (values === null) return null;
  return formParts(form)
    .map(({ kind, text }) => (kind === "token" ? (values.get(text) ?? "") : text))
    .join("");
}

function dateCell(written: string | null, text: string): Cell {
  if (!isDate(text)) return { problem: "write a date, such as `2026-01-31`" };
  return { text: written === null ? text : (filled(written, dateParts(text)) ?? text) };
}

function timestampCell(written: string | null, text: string): Cell {
  const match =
    /^(\d{4}-\d\d-\d\d)(?:\s+at\s+|[T ])(\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(text);
  const [date = "", time = "", fraction, offset] = match?.slice(1) ?? [];
  if (!isDate(date) || !isTime(time))
    return { problem: "write a date and a time, such as `2026-01-28 at 17:00`" };
  const whole = time.length === 5 ? `${time}:00` : time;
  if (written === null) return { text: `${date}T${whole}${fraction ?? ""}${offset ?? ""}` };
  if (fraction !== undefined || offset !== undefined)
    return { problem: `the form \`${written}\` cannot hold it` };
  const tokens = formParts(written).map((part) => part.text);
  const [, minute, second] = whole.split(":");
  const lost = (!tokens.includes("mm") && minute !== "00") || (!tokens.includes("ss") && second !== "00");
  if (lost) return { problem: `the form \`${written}\` cannot hold it` };
  return { text: filled(written, new Map([...dateParts(date), ...timeParts(whole)])) ?? text };
}

function dateParts(date: string): ReadonlyMap<string, string> {
  const [year = "", month = "", day = ""] = date.split("-");
  return new Map([
    ["YYYY", year],
    ["MM", month],
    ["M", String(Number(month))],
    ["DD", day],
    ["D", String(Number(day))],
  ]);
}

function timeParts(time: string): ReadonlyMap<string, string> {
  const [hours = "", minutes = "", seconds = ""] = time.split(":");
  const hour = Number(hours);
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12);
  return new Map([
    ["HH", hours],
    ["H", String(hour)],
    ["hh", twelve.padStart(2, "0")],
    ["h", twelve],
    ["mm", minutes],
    ["ss", seconds],
    ["SSS", "000"],
    ["A", hour < 12 ? "AM" : "PM"],
  ]);
}
