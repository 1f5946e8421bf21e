/**
 * Written forms: how a file writes dates, times, durations and numbers (SPEC §3.2).
 *
 * A form is tokens (`YYYY MM M DD D HH H hh h mm ss SSS A`) among text that stands for itself. A sound form has each
 * part at most once, has the parts that its type needs, and can be read in one way only: a token of one or two
 * digits must not be followed by digits. Reading cells by a form is the evaluator's work; here it is only judged.
 */
import type { NumberForm } from "@tenet-lang/evaluator";

/** A piece of a form: a token, or text that stands for itself. */
export interface FormPart {
  readonly kind: "token" | "literal";
  readonly text: string;
}

/** What a token stands for. */
type Part = "year" | "month" | "day" | "hour" | "half" | "minute" | "second" | "fraction";

const PARTS: ReadonlyMap<string, Part> = new Map([
  ["YYYY", "year"],
  ["MM", "month"],
  ["M", "month"],
  ["DD", "day"],
  ["D", "day"],
  ["HH", "hour"],
  ["H", "hour"],
  ["hh", "hour"],
  ["h", "hour"],
  ["mm", "minute"],
  ["ss", "second"],
  ["SSS", "fraction"],
  ["A", "half"],
]);

/** The parts of a form, in order. */
export function formParts(form: string): readonly FormPart[] {
  const pieces = form.match(/YYYY|MM?|DD?|HH?|hh?|mm|ss|SSS|A|[^YMDHhmsSA]+|./gs) ?? [];
  return pieces.map((text) => ({ kind: PARTS.has(text) ? "token" : "literal", text }));
}

/** What is wrong with the form of a date; null where nothing is. */
export function dateFormProblem(form: string): string | null {
  return formProblem(form, ["year", "month"], ["year", "month", "day"]);
}

/** What is wrong with the form of a timestamp; null where nothing is. */
export function timestampFormProblem(form: string): string | null {
  const parts = formParts(form);
  const needs: readonly Part[] = ["year", "month", "day", "hour", "minute"];
  const problem = formProblem(form, needs, [...needs, "half", "second", "fraction"]);
  if (problem !== null) return problem;
  const twelveHours = parts.some(({ text }) => text === "hh" || text === "h");
  if (twelveHours && !has(parts, "half"))
    return "`hh` and `h` count to 12, so the form also needs `A` for AM and PM";
  if (!twelveHours && has(parts, "half")) return "`A` goes with `hh` or `h`; `HH` and `H` count to 24";
  return null;
}

/** What is wrong with the form of a duration; null where nothing is. */
export function durationFormProblem(form: string): string | null {
  const parts = formParts(form);
  const problem = formProblem(form, [], ["day", "hour", "minute", "second", "fraction"]);
  if (problem !== null) return problem;
  if (parts.some(({ text }) => text === "hh" || text === "h"))
    return "a duration counts hours with `H` or `HH`";
  const given = (["day", "hour", "minute", "second", "fraction"] as const).filter((part) => has(parts, part));
  if (given.length === 0) return "the form has no token; a duration is written with `H`, `mm`, `ss`";
  return null;
}

/**
 * Separators of a number form: the sample 1234.56, or 1234, as the file writes it; null where it is another text. A
 * sample without decimals shows no decimal sign, so the cells have none.
 */
export function numberForm(sample: string): NumberForm | null {
  const match = /^1([.,' \u00a0\u202f]?)234(?:([.,])56)?$/.exec(sample);
  if (match === null || (match[2] !== undefined && match[1] === match[2])) return null;
  const group = match[1] === "" ? null : (match[1] ?? null);
  return { group, decimal: match[2] ?? null };
}

function has(parts: readonly FormPart[], part: Part): boolean {
  return parts.some(({ text }) => PARTS.get(text) === part);
}

function formProblem(form: string, needs: readonly Part[], allowed: readonly Part[]): string | null {
  const parts = formParts(form);
  const seen = new Set<Part>();
  for (const [index, { text }] of parts.entries()) {
    const part = PARTS.get(text);
    if (part === undefined) continue;
    if (!allowed.includes(part)) return `the form has \`${text}\`, which has no place here`;
    if (seen.has(part)) return `the form gives the ${part} twice`;
    seen.add(part);
    const next = parts[index + 1];
    if (isOpenEnded(text) && next !== undefined && startsWithDigit(next)) {
      return `where \`${text}\` ends cannot be told, since digits follow it; write \`${text}${text}\``;
    }
  }
  const lacking = needs.find((part) => !seen.has(part));
  return lacking === undefined ? null : `the form gives no ${lacking}`;
}

/** Tokens of one or two digits. */
function isOpenEnded(token: string): boolean {
  return token.length === 1 && token !== "A";
}

function startsWithDigit({ kind, text }: FormPart): boolean {
  return kind === "token" ? text !== "A" : /^\d/.test(text);
}
