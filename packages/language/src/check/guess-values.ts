/** Values that cannot stand: the nearest ones that can. */
import type { Fix } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";
import { daysInMonth } from "../syntax/months.ts";
import { possibleDates } from "../syntax/value-forms.ts";
import { type Around, type Guesses, innermost, writtenAt } from "./around.ts";
import { currencyDecimals } from "./currencies.ts";
import { saysMissing } from "./missing-words.ts";
import { guess, writing } from "./offers.ts";
import { declarationsOf, sentenceOf } from "./scope.ts";

export const valueGuesses: Guesses = {
  /** unknown-member: `is empty` */
  TEN2008: notGiven,
  /** type-mismatch: `is empty`, and a day in another notation that may be two */
  TEN2201: (around) => [
    ...notGiven(around),
    ...possibleDates(writtenAt(around, around.span)).map((day) => writing(around.span, day)),
  ],
  /** no-order: `more than answered` */
  TEN2206: (around) => {
    const test = innermost<ast.Test>(around, "Test");
    return test?.values.length === 1
      ? [writing(test.operatorSpan, "is"), writing(test.operatorSpan, "is not")]
      : [];
  },
  /** invalid-date */
  TEN2210: (around) => nearestDays(writtenAt(around, around.span)).map((day) => writing(around.span, day)),
  /** whole-number */
  TEN2213: (around) =>
    wholeNumbers(writtenAt(around, around.span)).map((number) => writing(around.span, number)),
  /** too-fine: money is rounded to either side */
  TEN2215: (around) => {
    const money = innermost<ast.Money>(around, "Money");
    const decimals = money === null ? null : currencyDecimals(money.currency.text);
    if (money === null || decimals === null) return [];
    return roundedTo(money.amount.text, decimals).map((amount) => writing(money.amount.span, amount));
  },
  /** yes-no-list */
  TEN2216: (around) => {
    const test = innermost<ast.Test>(around, "Test");
    return test === null ? [] : ["is yes", "is no"].map((words) => writing(test.span, words));
  },
  /** verdict-comparison */
  TEN2217: (around) => {
    const test = innermost<ast.Test>(around, "Test");
    return test === null ? [] : ["is missed", "is met"].map((words) => writing(test.span, words));
  },
  /** written-form: a year is lacking */
  TEN2301: (around) => {
    const [, quote = "", form = "", separator = ""] =
      /^(")([DM]{1,2}([-./])[DM]{1,2})"$/.exec(writtenAt(around, around.span)) ?? [];
    return form === "" ? [] : [writing(around.span, `${quote}${form}${separator}YYYY${quote}`)];
  },
  /** decimals */
  TEN2310: ({ span }) => [writing(span, "18")],
  /** score-ranges: detractors end below the promoters */
  TEN2407: (around) => {
    const score = innermost<Extract<ast.MetricForm, { kind: "NetScore" }>>(around, "NetScore");
    const [first, last] = [score?.promoters[0], score?.detractors[1]];
    if (first === undefined || last === undefined || !/^\d{1,6}$/.test(first.text)) return [];
    return [writing(last.span, `${BigInt(first.text) - 1n}`)];
  },
  /** percentile: the usual ones */
  TEN2408: ({ span }) => ["90", "95", "99"].map((percent) => writing(span, percent)),
  /** confidence: the tables on both sides */
  TEN2522: (around) => {
    const percent = Number.parseInt(writtenAt(around, around.span), 10);
    const lower = [80, 90, 95, 99].findLast((one) => one <= percent);
    const higher = [80, 90, 95, 99].find((one) => one > percent);
    return [lower, higher].filter((one) => one !== undefined).map((one) => writing(around.span, `${one}%`));
  },
  /** test-period: the first of the periods that are judged */
  TEN2703: judgedPeriod,
  /** expectation: of a standard */
  TEN2704: (around) => {
    const expect = innermost<ast.Expect>(around, "Expect");
    const isValue = expect !== null && expect.value.span.start === around.span.start;
    const named = expect === null ? undefined : around.scope.names.get(expect.subject.text);
    if (!isValue || named?.node.kind !== "Standard") return [];
    return ["met", "missed"].map((verdict) => writing(around.span, verdict));
  },
  /** rounding */
  TEN2804: ({ span }) => [writing(span, "6")],
  /** opening: none, or one that ends before it begins */
  TEN2811: (around) => {
    const [times, from, to] = /(\d\d:\d\d) to (\d\d:\d\d)$/.exec(writtenAt(around, around.span)) ?? [];
    if (times === undefined || from === undefined || to === undefined) return [];
    const span = { start: around.span.end - times.length, end: around.span.end };
    return [writing(span, from === to ? "00:00 to 24:00" : `${to} to ${from}`)];
  },
  /** closed-day */
  TEN2814: inTerm,
  /** warns-at */
  TEN2827: ({ span }) => [writing(span, "80%")],
  /** amendment-overlap: from the day on which the earlier one has ended */
  TEN2606: afterEarlier,
  /** amendment-dates: the part that lies in the agreement */
  TEN2605: cutToTerm,
  /** duty-dates */
  TEN2878: inTerm,
  /** weights */
  TEN2856: (around) => whatIsLeft(around, ["MissWeight"]),
  /** score-weights */
  TEN2881: (around) => whatIsLeft(around, ["ScoreWeight"]),
};

/** `is not given` for `is empty`, and `is given` for `is not empty`. */
function notGiven(around: Around): readonly Fix[] {
  const test = innermost<ast.Test>(around, "Test");
  if (test === null || !saysMissing(writtenAt(around, around.span))) return [];
  if (test.operator === "is") return [writing(test.span, "is not given")];
  return test.operator === "isNot" ? [writing(test.span, "is given")] : [];
}

/** `2026-02-30`: the last day of the month; `2026-31-01`: day and month changed places. */
function nearestDays(text: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return [];
  const last = daysIn(Number(year), Number(month));
  if (last !== null) return Number(day) > last ? [`${year}-${month}-${last}`] : [];
  const swapped = daysIn(Number(year), Number(day));
  return swapped !== null && Number(month) >= 1 && Number(month) <= swapped
    ? [`${year}-${day}-${month}`]
    : [];
}

function daysIn(year: number, month: number): number | null {
  return month < 1 || month > 12 ? null : daysInMonth(year, month);
}

/** The whole numbers on both sides, from 1 on. */
function wholeNumbers(text: string): readonly string[] {
  const [, sign, whole, part] = /^(-?)(\d{1,9})(?:\.(\d+))?$/.exec(text.replaceAll("_", "")) ?? [];
  if (whole === undefined) return [];
  const below = sign === "-" ? 0n : BigInt(whole);
  if (below < 1n) return ["1"];
  return part === undefined || /^0+$/.test(part) ? [`${below}`] : [`${below + 1n}`, `${below}`];
}

/** An amount with fewer decimals, rounded down and up. */
function roundedTo(text: string, decimals: number): readonly string[] {
  const [whole = "", part = ""] = text.split(".");
  if (whole.startsWith("-") || whole.length > 15) return [];
  const units = BigInt(`${whole}${part.slice(0, decimals)}`);
  const amountOf = (value: bigint): string => {
    const digits = `${value}`.padStart(decimals + 1, "0");
    const at = digits.length - decimals;
    return decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  };
  return [amountOf(units), amountOf(units + 1n)];
}

/** What the other weights leave of 100%. */
function whatIsLeft(around: Around, kinds: readonly string[]): readonly Fix[] {
  const weights = around.own.node.sentences.flatMap((sentence) =>
    kinds.includes(sentence.kind) && "percent" in sentence ? [sentence.percent] : [],
  );
  const last = weights.find(({ span }) => span.start === around.span.start);
  if (last === undefined) return [];
  const others = weights.filter((weight) => weight !== last).map(({ text }) => text);
  if (!others.every((text) => /^\d{1,3}$/.test(text))) return [];
  const left = others.reduce((sum, text) => sum - BigInt(text), 100n);
  return left > 0n ? [writing(last.span, `${left}%`)] : [];
}

interface Term {
  readonly from: string;
  readonly until: string | null;
}

function termOf({ scope }: Around): Term | null {
  const [agreement] = declarationsOf(scope, "Agreement");
  const effective = agreement === undefined ? null : sentenceOf(agreement.node, "Effective");
  return effective === null ? null : { from: effective.from.text, until: effective.until?.text ?? null };
}

/** The same day in the first year of the agreement that has it. */
function inTerm(around: Around): readonly Fix[] {
  const term = termOf(around);
  const date = /\d{4}(-\d\d-\d\d)/.exec(writtenAt(around, around.span));
  if (term === null || date === null) return [];
  const first = Number(term.from.slice(0, 4));
  const days = [first, first + 1].map((year) => `${year}${date[1]}`);
  const day = days.find((one) => one >= term.from && (term.until === null || one <= term.until));
  const start = around.span.start + date.index;
  return day === undefined ? [] : [writing({ start, end: start + date[0].length }, day)];
}

function cutToTerm(around: Around): readonly Fix[] {
  const term = termOf(around);
  const effective = innermost<ast.Effective>(around, "Effective");
  if (term === null || effective === null) return [];
  const until = effective.until?.text ?? null;
  const [from = ""] = [effective.from.text, term.from].sort().slice(-1);
  const last = until === null || (term.until !== null && until > term.until) ? term.until : until;
  if (last === null || last < from) return [];
  return [guess(`write \`from ${from} until ${last}\``, datesEdit(around, effective, from, last))];
}

function afterEarlier(around: Around): readonly Fix[] {
  const effective = innermost<ast.Effective>(around, "Effective");
  const [, name = ""] = /`(\w+)`/.exec(around.diagnostic.message) ?? [];
  const earlier = around.scope.names.get(name);
  const until = earlier?.node.kind === "Amendment" ? sentenceOf(earlier.node, "Effective")?.until : null;
  const next = until == null ? null : dayAfter(until.text);
  const last = effective?.until?.text ?? null;
  if (effective === null || next === null || last === null || last < next) return [];
  return [writing(effective.from.span, next)];
}

function dayAfter(date: string): string | null {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (month < 1 || month > 12) return null;
  if (day < daysInMonth(year, month)) return written(year, month, day + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

function written(year: number, month: number, day: number): string {
  return `${year}-${`${month}`.padStart(2, "0")}-${`${day}`.padStart(2, "0")}`;
}

function datesEdit(
  around: Around,
  { from: first, until, span }: ast.Effective,
  from: string,
  last: string,
): { readonly span: Span; readonly text: string } {
  const end = until?.span.end ?? span.end;
  const between =
    until === null ? " until " : writtenAt(around, { start: first.span.end, end: until.span.start });
  return { span: { start: first.span.start, end }, text: `${from}${between}${last}` };
}

/** The first period of the standard's own span that lies in the one that is named. */
function judgedPeriod(around: Around): readonly Fix[] {
  const expect = innermost<ast.Expect>(around, "Expect");
  const named = expect === null ? undefined : around.scope.names.get(expect.subject.text);
  const measured = named?.node.kind === "Standard" ? sentenceOf(named.node, "Measured") : null;
  const start = expect === null ? null : firstMonth(expect.period.text);
  if (expect === null || start === null || measured?.window.kind !== "EachSpan") return [];
  const period = spanWith(start.year, start.month, measured.window.unit);
  return period === null ? [] : [writing(expect.period.span, period)];
}

function firstMonth(text: string): { readonly year: string; readonly month: number } | null {
  const [, year, quarter, half, month] =
    /^(\d{4})(?:-Q([1-4])|-H([12])|-(\d\d)(?:-\d\d)?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (quarter !== undefined) return { year, month: 3 * Number(quarter) - 2 };
  if (half !== undefined) return { year, month: 6 * Number(half) - 5 };
  return { year, month: month === undefined ? 1 : Number(month) };
}

function spanWith(year: string, month: number, unit: ast.EachSpan["unit"]): string | null {
  if (month < 1 || month > 12) return null;
  switch (unit) {
    case "month":
      return `${year}-${`${month}`.padStart(2, "0")}`;
    case "quarter":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "half_year":
      return `${year}-H${Math.ceil(month / 6)}`;
    case "year":
      return year;
    default:
      return null;
  }
}
