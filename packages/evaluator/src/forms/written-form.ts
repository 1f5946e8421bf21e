/**
 * Forms in which files write dates, times and durations: `D/M/YYYY HH:mm`, `H:mm:ss`.
 *
 * A form is tokens (`YYYY MM M DD D HH H hh h mm ss SSS A`) and text that must stand as it is. A doubled letter asks
 * for exactly two digits, a single one takes one or two; the first token of a duration counts on without bound. A
 * form that could be read in two ways, or lacks a part, has a problem instead of a reader (SPEC §3.2.34 to §3.2.36).
 */

/** Numbers as they stand in a text, days and hours not yet checked. */
export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

type Part = keyof WrittenTime | "half";

/** Reads a text by a form; null where it does not follow it. */
export interface WrittenForm<T> {
  readonly read: (text: string) => T | null;
}

/** Why a form cannot be used, to go on after the form: "names the month twice". */
export interface FormProblem {
  readonly problem: string;
}

interface Token {
  readonly part: Part;
  readonly token: string;
}

type Piece = Token | { readonly literal: string };

const PARTS: Readonly<Record<string, Part>> = {
  YYYY: "year",
  MM: "month",
  M: "month",
  DD: "day",
  D: "day",
  HH: "hour",
  H: "hour",
  hh: "hour",
  h: "hour",
  mm: "minute",
  ss: "second",
  SSS: "millisecond",
  A: "half",
};

/** The form of a date or timestamp. */
export function timeForm(form: string, kind: "date" | "timestamp"): WrittenForm<WrittenTime> | FormProblem {
  const pieces = piecesOf(form);
  const problem = sharedProblem(pieces) ?? timeProblem(tokensOf(pieces), kind);
  if (problem !== null) return { problem };
  const read = partReader(pieces, false);
  return {
    read(text) {
      const found = read(text);
      return found === null ? null : timeOf(found);
    },
  };
}

/** The form of a duration, read as microseconds. */
export function durationForm(form: string): WrittenForm<bigint> | FormProblem {
  const pieces = piecesOf(form);
  const tokens = tokensOf(pieces);
  const problem = sharedProblem(pieces) ?? durationProblem(tokens);
  if (problem !== null) return { problem };
  const read = partReader(pieces, true);
  const [first] = tokens;
  return {
    read(text) {
      const isNegative = text.startsWith("-");
      const found = read(isNegative ? text.slice(1) : text);
      const micros = found === null ? null : microsOf(found, first?.part);
      return micros === null || !isNegative ? micros : -micros;
    },
  };
}

function piecesOf(form: string): readonly Piece[] {
  const found = form.match(/YYYY|SSS|MM|DD|HH|hh|mm|ss|[MDHhA]|[\s\S]/g) ?? [];
  return found.map((token): Piece => {
    const part = PARTS[token];
    return part === undefined ? { literal: token } : { part, token };
  });
}

function tokensOf(pieces: readonly Piece[]): readonly Token[] {
  return pieces.filter((piece): piece is Token => "token" in piece);
}

/** What is wrong with a form of any kind. */
function sharedProblem(pieces: readonly Piece[]): string | null {
  const parts = tokensOf(pieces).map(({ part }) => part);
  const twice = parts.find((part, index) => parts.indexOf(part) !== index);
  if (twice !== undefined) return `names the ${twice === "half" ? "half of the day" : twice} twice`;
  const crowded = pieces.some((piece, index) => {
    const next = pieces[index + 1];
    return isOneOrTwo(piece) && next !== undefined && "token" in next && next.part !== "half";
  });
  return crowded ? "puts two numbers side by side without saying where the first one ends" : null;
}

/** Does a token take one or two digits? */
function isOneOrTwo(piece: Piece): boolean {
  return "token" in piece && piece.token.length === 1 && piece.part !== "half";
}

function timeProblem(tokens: readonly Token[], kind: "date" | "timestamp"): string | null {
  const parts = tokens.map(({ part }) => part);
  const needed: readonly Part[] = kind === "date" ? ["year", "month"] : ["year", "month", "day", "hour"];
  const lacking = needed.find((part) => !parts.includes(part));
  if (lacking !== undefined) return `has no ${lacking}`;
  const times: readonly Part[] = ["hour", "minute", "second", "millisecond", "half"];
  if (kind === "date")
    return times.some((part) => parts.includes(part)) ? "has a time, which no date has" : null;
  const isTwelve = tokens.some(({ token }) => token === "h" || token === "hh");
  if (isTwelve && !parts.includes("half")) return "counts hours to 12 (`h`) without `A` for AM or PM";
  return !isTwelve && parts.includes("half") ? "has `A` for AM or PM with an hour that counts to 24" : null;
}

function durationProblem(tokens: readonly Token[]): string | null {
  if (tokens.length === 0) return "names no hours, minutes or seconds";
  const stray = tokens.find(({ part, token }) => part === "year" || part === "month" || /^[hA]/.test(token));
  return stray === undefined ? null : `has \`${stray.token}\`, which no duration has`;
}

/** The texts of a form's parts. */
type Parts = ReadonlyMap<Part, string>;

function partReader(pieces: readonly Piece[], isFirstOpen: boolean): (text: string) => Parts | null {
  const tokens = tokensOf(pieces);
  const source = pieces.map((piece) => {
    if ("literal" in piece) return piece.literal.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    return groupOf(piece, isFirstOpen && piece === tokens[0]);
  });
  const pattern = new RegExp(`^${source.join("")}$`);
  return (text) => {
    const found = pattern.exec(text);
    return found === null ? null : new Map(tokens.map(({ part }, index) => [part, found[index + 1] ?? ""]));
  };
}

function groupOf({ part, token }: Token, isOpen: boolean): string {
  if (part === "half") return "(AM|PM|am|pm)";
  const most = isOpen ? "" : token.length === 1 ? "2" : String(token.length);
  return `([0-9]{${token.length},${most}})`;
}

/** Parts that the form does not name are the first of their kind. */
function timeOf(parts: Parts): WrittenTime | null {
  const number = (part: Part, otherwise: number): number => Number(parts.get(part) ?? otherwise);
  const half = parts.get("half")?.toUpperCase();
  const hour = number("hour", 0);
  // 12 AM is midnight, 12 PM is noon; there is no hour 0 and none beyond 12.
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  return {
    year: number("year", 0),
    month: number("month", 0),
    day: number("day", 1),
    hour: half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0),
    minute: number("minute", 0),
    second: number("second", 0),
    millisecond: number("millisecond", 0),
  };
}

/** Microseconds of each part of a duration, and the bound of one that is not the first. */
const CLOCK: Partial<Readonly<Record<Part, { readonly micros: bigint; readonly below: bigint | null }>>> = {
  day: { micros: 86_400_000_000n, below: null },
  hour: { micros: 3_600_000_000n, below: 24n },
  minute: { micros: 60_000_000n, below: 60n },
  second: { micros: 1_000_000n, below: 60n },
  millisecond: { micros: 1000n, below: null },
};

function microsOf(parts: Parts, first: Part | undefined): bigint | null {
  let sum = 0n;
  for (const [part, text] of parts) {
    const { micros = 0n, below = null } = CLOCK[part] ?? {};
    const count = BigInt(text);
    if (part !== first && below !== null && count >= below) return null;
    sum += count * micros;
  }
  return sum;
}
