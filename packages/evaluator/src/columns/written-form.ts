/**
 * Forms in which files write dates, times and durations: `D/M/YYYY HH:mm`, `H:mm:ss`.
 *
 * A form is tokens (`YYYY MM M DD D HH H hh h mm ss SSS A`) and text that must stand as it is. A doubled letter asks
 * for exactly two digits, a single one takes one or two. A form that could be read in two ways is refused when it is
 * compiled: a token twice, two numbers side by side of which the first has no fixed width, `h` without `A`.
 */

/** Parts of a date and time; those that the form does not name keep their first value. */
export interface WrittenTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  negative: boolean;
}

type Part = "year" | "month" | "day" | "hour" | "minute" | "second" | "millisecond";

/** Reads a text by the form; null where it does not follow it. Ranges of days and hours are the caller's. */
export type FormReader = (text: string) => WrittenTime | null;

type Step =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "half" }
  | {
      readonly kind: "digits";
      readonly token: string;
      readonly part: Part;
      readonly least: number;
      readonly most: number;
    };

const TOKENS: Readonly<Record<string, { part: Part; least: number; most: number }>> = {
  YYYY: { part: "year", least: 4, most: 4 },
  MM: { part: "month", least: 2, most: 2 },
  M: { part: "month", least: 1, most: 2 },
  DD: { part: "day", least: 2, most: 2 },
  D: { part: "day", least: 1, most: 2 },
  HH: { part: "hour", least: 2, most: 2 },
  H: { part: "hour", least: 1, most: 2 },
  hh: { part: "hour", least: 2, most: 2 },
  h: { part: "hour", least: 1, most: 2 },
  mm: { part: "minute", least: 2, most: 2 },
  ss: { part: "second", least: 2, most: 2 },
  SSS: { part: "millisecond", least: 3, most: 3 },
};

const TOKEN = /YYYY|SSS|MM|DD|HH|hh|mm|ss|M|D|H|h|A/y;

/** Digits that the largest part of a duration may have. */
const WIDEST = 9;

type Kind = "date" | "timestamp" | "duration";

export interface WrittenForm {
  readonly read: FormReader;
  /** The largest of days, hours, minutes, seconds and milliseconds that the form names. */
  readonly largest: Part | null;
}

/** Compiles a form; where it cannot be used, says why (to go on after the form: "names the month twice"). */
export function writtenForm(form: string, kind: Kind): WrittenForm | { readonly problem: string } {
  const steps = stepsOf(form);
  const largest =
    LADDER.find((part) => steps.some((step) => step.kind === "digits" && step.part === part)) ?? null;
  const open = kind === "duration" ? widened(steps, largest) : steps;
  const problem = problemOf(open, kind);
  if (problem !== null) return { problem };
  const isHalfDay = steps.some((step) => step.kind === "half");
  return { read: (text) => readBySteps(text, open, kind === "duration", isHalfDay), largest };
}

function stepsOf(form: string): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < form.length; ) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(form)?.[0];
    const digits = token === undefined ? undefined : TOKENS[token];
    const last = steps[steps.length - 1];
    if (token === "A") steps.push({ kind: "half" });
    else if (token !== undefined && digits !== undefined) steps.push({ kind: "digits", token, ...digits });
    else if (last?.kind === "literal")
      steps[steps.length - 1] = { kind: "literal", text: last.text + form[at] };
    else steps.push({ kind: "literal", text: form[at] ?? "" });
    at += token?.length ?? 1;
  }
  return steps;
}

/** The largest part of a duration counts on past 24 or 60, so its width is open, unless digits follow at once. */
function widened(steps: readonly Step[], largest: Part | null): readonly Step[] {
  return steps.map((step, index) => {
    if (step.kind !== "digits" || step.part !== largest) return step;
    return step.least === step.most && steps[index + 1]?.kind === "digits" ? step : { ...step, most: WIDEST };
  });
}

function problemOf(steps: readonly Step[], kind: Kind): string | null {
  const digits = steps.filter((step) => step.kind === "digits");
  const parts = digits.map((step) => step.part);
  const twice = parts.find((part, index) => parts.indexOf(part) !== index);
  if (twice !== undefined) return `names the ${twice} twice`;
  if (steps.filter((step) => step.kind === "half").length > 1) return "names `A` twice";
  const crowded = steps.findIndex(
    (step, index) =>
      step.kind === "digits" && step.least !== step.most && steps[index + 1]?.kind === "digits",
  );
  if (crowded >= 0) return "puts two numbers side by side without saying where the first one ends";
  if (kind === "duration" && steps.some(isHalfOrTwelve)) {
    return "has `h` or `A`, and a duration counts its hours with `H`";
  }
  return halfDayProblem(steps) ?? missingPartProblem(parts, kind);
}

function isHalfOrTwelve(step: Step): boolean {
  return step.kind === "half" || (step.kind === "digits" && step.token.startsWith("h"));
}

function halfDayProblem(steps: readonly Step[]): string | null {
  const hour = steps.find((step) => step.kind === "digits" && step.part === "hour");
  const isTwelve = hour?.kind === "digits" && hour.token.startsWith("h");
  const isHalf = steps.some((step) => step.kind === "half");
  if (isTwelve && !isHalf) return "counts hours to 12 (`h`) without `A` for AM or PM";
  return isHalf && !isTwelve ? "has `A` for AM or PM without an hour that counts to 12 (`h`)" : null;
}

const LADDER: readonly Part[] = ["day", "hour", "minute", "second", "millisecond"];
const TIMES: readonly Part[] = ["hour", "minute", "second", "millisecond"];

function missingPartProblem(parts: readonly Part[], kind: Kind): string | null {
  const has = (part: Part): boolean => parts.includes(part);
  if (kind === "duration") {
    const calendar = parts.find((part) => part === "year" || part === "month");
    if (calendar !== undefined) return `has a ${calendar}, which no duration has`;
    return LADDER.some(has) ? null : "names no hours, minutes or seconds";
  }
  const lacking = (["year", "month"] as const).find((part) => !has(part));
  if (lacking !== undefined) return `has no ${lacking}`;
  if (kind === "date") return TIMES.some(has) ? "has a time, which no date has" : null;
  return has("day") ? (has("hour") ? null : "has no hour") : "has no day";
}

function readBySteps(
  text: string,
  steps: readonly Step[],
  isSigned: boolean,
  isHalfDay: boolean,
): WrittenTime | null {
  const time: WrittenTime = {
    year: 1970,
    month: 1,
    day: isSigned ? 0 : 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    negative: isSigned && text.startsWith("-"),
  };
  let at = time.negative ? 1 : 0;
  let half = "";
  for (const step of steps) {
    const length = step.kind === "literal" ? literalLength(text, at, step.text) : tokenLength(text, at, step);
    if (length < 0) return null;
    if (step.kind === "digits") time[step.part] = Number(text.slice(at, at + length));
    if (step.kind === "half") half = text.slice(at, at + length).toUpperCase();
    at += length;
  }
  if (at !== text.length) return null;
  return isHalfDay ? wholeDay(time, half) : time;
}

function literalLength(text: string, at: number, literal: string): number {
  return text.startsWith(literal, at) ? literal.length : -1;
}

/** Length of what a token takes at an offset; -1 where it does not fit. */
function tokenLength(text: string, at: number, step: Step & { kind: "digits" | "half" }): number {
  if (step.kind === "half") return /^(?:AM|PM|am|pm)$/.test(text.slice(at, at + 2)) ? 2 : -1;
  let length = 0;
  while (length < step.most && isDigit(text.charCodeAt(at + length))) length += 1;
  return length < step.least ? -1 : length;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** 12 AM is midnight, 12 PM is noon; there is no hour 0 and none beyond 12. */
function wholeDay(time: WrittenTime, half: string): WrittenTime | null {
  if (time.hour < 1 || time.hour > 12) return null;
  time.hour = (time.hour % 12) + (half === "PM" ? 12 : 0);
  return time;
}
