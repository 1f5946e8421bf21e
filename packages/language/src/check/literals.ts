/**
 * The right side of a comparison, read by the type of the left.
 *
 * A literal must be written as the left side's type is written (`60 seconds` for a duration, `95%` for a
 * percentage), and becomes an exact value in the left side's unit. A bare name is a member of a `one of` list or
 * another field of the row. Whatever does not fit is reported with the way to write it (SPEC chapter 2).
 */
import type { DurationUnit, Literal } from "@tenet-lang/evaluator";
import { didYouMean } from "../diagnostics/did-you-mean.ts";
import type * as ast from "../syntax/ast.ts";
import { isDate, isTime } from "./civil.ts";
import { currencyDecimals } from "./currencies.ts";
import { decimalRatio, percentRatio, scaledRatio } from "./exact.ts";
import { saysMissing } from "./missing-words.ts";
import { reportCurrencyMismatch } from "./rules/currency-mismatch.rule.ts";
import { reportElapsedTime } from "./rules/elapsed-time.rule.ts";
import { reportInvalidDate } from "./rules/invalid-date.rule.ts";
import { reportTimestampWithDate } from "./rules/timestamp-with-date.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { reportTypeMismatch } from "./rules/type-mismatch.rule.ts";
import { reportUnknownCurrency } from "./rules/unknown-currency.rule.ts";
import { reportUnknownField } from "./rules/unknown-field.rule.ts";
import { reportUnknownMember } from "./rules/unknown-member.rule.ts";
import type { Site } from "./site.ts";
import type { Table } from "./tables.ts";
import { areAlike, type Side, type ValueType } from "./types.ts";
import { allVerdicts, verdictOf } from "./verdict-words.ts";
import type { World } from "./world.ts";

/** The left side of a comparison, as far as its right side must know it. */
export interface LeftSide extends Side {
  /** Whether it reads a timestamp by its civil date. */
  readonly civil: boolean;
  /** Where a bare name on the right may be a field; null where the right side is always a value. */
  readonly row: Table | null;
}

/** The typed literal, or null where it was reported (or cannot be known). */
export function bindLiteral(world: World, site: Site, left: LeftSide, value: ast.Value): Literal | null {
  if (value.kind === "Name") return bindName(site, left, value);
  switch (left.type.kind) {
    case "text":
      return value.kind === "Text" ? { kind: "text", text: value.text } : mismatch(site, left, value);
    case "percent":
      if (value.kind !== "Percent") return mismatch(site, left, value);
      return checkExact(site, value, value.text) ? { kind: "number", value: percentRatio(value.text) } : null;
    case "number":
      if (value.kind !== "Number") return mismatch(site, left, value);
      return checkExact(site, value, value.text) ? { kind: "number", value: decimalRatio(value.text) } : null;
    case "duration":
      if (value.kind !== "Quantity") return mismatch(site, left, value);
      return bindDuration(site, left.type.unit, value);
    case "money":
      return value.kind === "Money" ? bindMoney(site, left, value) : mismatch(site, left, value);
    case "date":
    case "timestamp":
      return bindMoment(world, site, left, value);
    case "yes_no":
    case "one_of":
    case "verdict":
      return mismatch(site, left, value);
  }
}

function mismatch(site: Site, left: LeftSide, value: ast.Value): null {
  reportTypeMismatch(site, left, value);
  return null;
}

/** Seconds in a unit of elapsed time. */
export const SECONDS: Readonly<Record<DurationUnit, bigint>> = {
  second: 1n,
  minute: 60n,
  hour: 3600n,
  day: 86_400n,
  week: 604_800n,
};

const MICROS_A_SECOND = 1_000_000n;

function bindDuration(site: Site, unit: DurationUnit, value: ast.Quantity): Literal | null {
  const own = value.unit;
  if (value.qualifier !== null || own === "month" || own === "quarter" || own === "year") {
    reportElapsedTime(site, value);
    return null;
  }
  const count = value.count.text;
  if (!checkExact(site, value, count, { per: SECONDS[own] * MICROS_A_SECOND, unit: "a microsecond" }))
    return null;
  return { kind: "number", value: scaledRatio(decimalRatio(count), SECONDS[own], SECONDS[unit]) };
}

function bindMoney(site: Site, left: LeftSide, value: ast.Money): Literal | null {
  const { text, span } = value.currency;
  const decimals = currencyDecimals(text);
  if (decimals === null) {
    reportUnknownCurrency(site, span, text);
    return null;
  }
  if (left.type.kind === "money" && left.type.currency !== text) {
    reportCurrencyMismatch(site, left, left.type.currency, span, text);
    return null;
  }
  const amount = value.amount.text;
  const held = { per: 10n ** BigInt(decimals), unit: `the smallest unit of ${text}` };
  return checkExact(site, value, amount, held) ? { kind: "number", value: decimalRatio(amount) } : null;
}

function bindMoment(world: World, site: Site, left: LeftSide, value: ast.Value): Literal | null {
  if (value.kind !== "Date" && value.kind !== "Instant") return mismatch(site, left, value);
  if (!checkMoment(site, value)) return null;
  if (left.type.kind === "date") {
    return value.kind === "Date" ? { kind: "date", date: value.text } : mismatch(site, left, value);
  }
  if (value.kind === "Instant") return { kind: "instant", instant: instantOf(world, value) };
  reportTimestampWithDate(site, left);
  return null;
}

/** Reports a date or time that no calendar or clock has. */
export function checkMoment(site: Site, value: ast.DateValue | ast.Instant): boolean {
  const date = value.kind === "Date" ? value.text : value.date;
  const sound = isDate(date) && (value.kind === "Date" || isTime(value.time));
  if (!sound) reportInvalidDate(site, value.span, isDate(date) ? "time" : "date");
  return sound;
}

/** The UTC instant of a date (its first instant) or a date and time; both must exist. */
export function instantOf(world: World, value: ast.DateValue | ast.Instant): string {
  const [date, time] = value.kind === "Date" ? [value.text, "00:00"] : [value.date, value.time];
  // Without a zone there is no agreement, hence no model: the text only has to have the right form.
  return world.zone === null ? `${date}T${time}:00Z` : world.options.instant(world.zone, date, time);
}

function bindName(site: Site, left: LeftSide, name: ast.Name): Literal | null {
  const { type } = left;
  if (type.kind === "one_of" && type.members.includes(name.text)) return { kind: "member", name: name.text };
  if (type.kind === "yes_no" && (name.text === "yes" || name.text === "no")) {
    return { kind: "yes_no", value: name.text === "yes" };
  }
  if (type.kind === "verdict") return bindVerdict(site, name);
  const field = left.row?.fields.get(name.text);
  if (field !== undefined) return bindField(site, left, name, field.type);
  if (left.row?.unread !== true) reportUnknownRight(site, left, name);
  return null;
}

function bindVerdict(site: Site, name: ast.Name): Literal | null {
  const verdict = verdictOf(site, name, allVerdicts);
  return verdict === null ? null : { kind: "verdict", verdict };
}

/** A bare name that is neither a member nor a field: a misspelt member, a misspelt field, or text without quotes. */
function reportUnknownRight(site: Site, left: LeftSide, name: ast.Name): void {
  const fields = [...(left.row?.fields.values() ?? [])];
  const alike = fields.filter((field) => field.type !== null && areAlike(left.type, field.type));
  const names = alike.map((field) => field.name);
  if (left.type.kind === "one_of") reportUnknownMember(site, left, name, left.type.members);
  else if (left.type.kind === "yes_no" && /^(?:yes|no)$/i.test(name.text))
    reportTypeMismatch(site, left, name);
  else if (
    left.row === null ||
    saysMissing(name.text) ||
    (left.type.kind === "text" && didYouMean(name.text, names) === null)
  ) {
    reportTypeMismatch(site, left, name);
  } else reportUnknownField(site, name, left.row.name, names);
}

function bindField(site: Site, left: LeftSide, name: ast.Name, type: ValueType | null): Literal | null {
  if (type === null) return null;
  const civil = left.civil && type.kind === "timestamp";
  if (civil || areAlike(left.type, type)) return { kind: "field", name: name.text, civil };
  if (type.kind === "money" && left.type.kind === "money") {
    reportCurrencyMismatch(site, left, left.type.currency, name.span, type.currency);
  } else if (left.type.kind === "timestamp" && type.kind === "date") {
    reportTimestampWithDate(site, left);
  } else reportTypeMismatch(site, left, name, type);
  return null;
}
