/**
 * How a cell that is written as in a spreadsheet is written in a test: `5,50 EUR`, `€5`, `00:00:10`, `31.01.2026 9:00`,
 * `n`. What is proposed is always a cell that the field takes.
 */
import type { FieldType } from "@tenet-lang/evaluator";
import { currencySigns } from "../syntax/habits.ts";
import { possibleDates, properForm } from "../syntax/value-forms.ts";
import { cellOf } from "./cells.ts";

/** Nothing longer is a slip of notation. */
const LONGEST = 40;

/** Cells that the text may stand for, likeliest first; one alone is what it surely means. */
export function properCells(type: FieldType, text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  return [...new Set(formsOf(type, text.trim()))].filter(
    (form) => form !== text && "text" in cellOf(type, form),
  );
}

/** How often a row stands: `1,000`, `2x`. */
export function properCount(text: string): string | null {
  if (text.length > LONGEST) return null;
  const whole = /^(?:x\s*)?(\d{1,3}(?:[,.' ]\d{3})*|\d+)(?:\s*(?:x|rows?|times))?$/i.exec(text)?.[1];
  return whole === undefined ? null : whole.replace(/[,.' ]/g, "");
}

function formsOf(type: FieldType, text: string): readonly string[] {
  switch (type.kind) {
    case "yes_no":
      return yesOrNo(text);
    case "number":
      return plainNumbers(text.replace(/\s*%$/, ""));
    case "money":
      return amounts(type.currency, text);
    case "duration":
      return durations(type.unit, text);
    case "date":
      return days(text);
    case "timestamp":
      return moments(text);
    case "one_of":
      return type.members.filter(({ written }) => written === text).map(({ name }) => name);
    default:
      return [];
  }
}

const YES: ReadonlySet<string> = new Set(["y", "true", "1", "x"]);
const NO: ReadonlySet<string> = new Set(["n", "false", "0", "-"]);

function yesOrNo(text: string): readonly string[] {
  const said = text.toLowerCase();
  return YES.has(said) ? ["yes"] : NO.has(said) ? ["no"] : [];
}

/** `1.000,50`, `1,000.50`, `1 000`, `95,5`, `5k`. */
function plainNumbers(text: string): readonly string[] {
  if (/^-?\d{1,3}(?:[.' ]\d{3})*,\d+$/.test(text) && !/^-?\d{1,3},\d{3}$/.test(text))
    return [text.replace(/[.' ]/g, "").replace(",", ".")];
  if (/^-?\d+,\d{1,2}$/.test(text)) return [text.replace(",", ".")];
  if (/^-?\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(text)) return [text.replace(/[,' ]/g, "")];
  const thousands = /^(-?\d+)k$/i.exec(text)?.[1];
  return thousands === undefined ? [text] : [`${thousands}000`];
}

/** `€5`, `EUR 5`, `5€`, `5`, each with a number in another notation. */
function amounts(currency: string, text: string): readonly string[] {
  const [, before = "", number = "", after = ""] = /^([^\d-]*)(-?[\d.,' ]*\d[kK]?)\s*(\D*)$/.exec(text) ?? [];
  const codes = [before, after]
    .map((code) => code.trim())
    .filter((code) => code !== "")
    .map((code) => currencySigns.get(code) ?? code.toUpperCase());
  if (codes.some((code) => code !== currency)) return [];
  return plainNumbers(number).map((amount) => `${amount} ${currency}`);
}

/** `10`, `10s`, `10,5 seconds`, `00:00:10`. */
function durations(unit: string, text: string): readonly string[] {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d)$/.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined && seconds !== undefined)
    return [`${BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds)} seconds`];
  const [, number = "", said = ""] = /^(-?[\d.,' ]*\d)\s*([A-Za-z]*)$/.exec(text) ?? [];
  return plainNumbers(number).flatMap((amount) => {
    if (said === "") return [`${amount} ${unit}s`];
    const units = properForm(`1${said}`);
    return units === null ? [] : [`${amount} ${units.slice(2)}`];
  });
}

function days(text: string): readonly string[] {
  const [day = "", time] = text.split(/[ T]/);
  if (time !== undefined && !/^00:00(?::00)?$/.test(time)) return [];
  const proper = properForm(day);
  return proper === null ? [day, ...possibleDates(day)] : [proper];
}

/** `31.01.2026 9:00`, `1/5/2026 10:00`, `2026-01-31`. */
function moments(text: string): readonly string[] {
  const [, day = "", said = "0:00"] = /^(\S+?)(?:(?:\s+|T|\s+at\s+)(\d.*))?$/.exec(text) ?? [];
  const isIso = /^\d{4}-\d\d-\d\d$/.test(day);
  const proper = properForm(day);
  const found = isIso ? [day] : proper === null ? possibleDates(day) : [proper];
  const time = /^\d\d:\d\d$/.test(said) ? said : properForm(said.replace(/\s/g, ""));
  return time === null ? [] : found.map((one) => `${one} at ${time}`);
}
