/**
 * Sentences of calendars that say in one line what takes another form here: several stretches of days or hours, days
 * of the week that are closed, several closed dates.
 *
 * What is offered depends on the other sentences of the same calendar: a day that none of them opens is closed anyway.
 */
import type { IToken } from "chevrotain";
import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { across } from "./grammar/nodes.ts";
import { habits } from "./habits.ts";
import type { SentenceTokens } from "./layout.ts";
import { endOf } from "./lexer.ts";
import { daysInMonth } from "./months.ts";
import { type Days, daysOf, daysSaid, daysText, openingsSaid, stretchesOf } from "./opening-forms.ts";
import { editedText, type Finding, replacing } from "./rules/finding.ts";
import { reportOtherNotation, reportOtherSentences, reportTwoReadings } from "./rules/other-notation.rule.ts";
import { reportClosedWeekdays } from "./rules/unexpected-word.rule.ts";
import { DateToken, keyword, Time, Weekday, weekdayWords } from "./tokens.ts";
import { properForm } from "./value-forms.ts";

/** A sentence of a calendar that is not right. */
interface Unfit {
  readonly file: SourceFile;
  readonly tokens: readonly IToken[];
  /** All sentences of the calendar. */
  readonly beside: readonly SentenceTokens[];
}

/** What is wrong with a sentence of a calendar, where `mended`, to which its slips can be mended, is not what it says. */
export function calendarFinding(unfit: Unfit, mended: readonly IToken[] | null): Finding | null {
  const [first, last] = [unfit.tokens[0], unfit.tokens.at(-1)];
  if (first === undefined || last === undefined) return null;
  // Of several lines, comments between them would be lost.
  if (/[\r\n]/.test(unfit.file.text.slice(first.startOffset, endOf(last)))) return null;
  const isClosed = first?.tokenType === keyword.closed || meansWord(first, "closed");
  return isClosed ? (closedDates(unfit) ?? closedWeekdays(unfit)) : opening(unfit, mended);
}

function meansWord(token: IToken | undefined, word: string): boolean {
  return habits.get(token?.image.toLowerCase() ?? "")?.includes(word) === true;
}

/** `open monday and friday 9-17`, `open 24/7`, `Mon-Fri 9 to 5` */
function opening({ file, tokens }: Unfit, mended: readonly IToken[] | null): Finding | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isOpen = first.tokenType === keyword.open || meansWord(first, "open");
  const readings = openingsSaid(isOpen ? tokens.slice(1) : tokens);
  const [sentences = [], ...others] = readings;
  const meant = mended?.map(({ image }) => image).join(" ");
  if (readings.length === 0 || (others.length === 0 && sentences.join("\n") === meant)) return null;
  if (sentences.length > 1) return severalOpenings(file, across(first, last), readings);
  const { at, end, words } = apart(tokens, readings.flat());
  const [from = first, to = last] = [tokens[at], tokens[end - 1]];
  const span = across(from, to);
  const said = editedText(file, span, []);
  const fixes = words.map((text): Fix => {
    const fix = replacing(span, text, `write ${text}`);
    return others.length === 0 ? fix : { ...fix, isGuess: true };
  });
  const [text = ""] = words;
  return others.length === 0
    ? reportOtherNotation(span, said, text, fixes)
    : reportTwoReadings(span, said, words, fixes);
}

function severalOpenings(file: SourceFile, span: Span, readings: readonly (readonly string[])[]): Finding {
  const said = editedText(file, span, []);
  const lineBreak = lineBreakBefore(file, span);
  const fixes = readings.map((lines): Fix => {
    const fix = replacing(span, lines.join(lineBreak), `write ${lines.join(", ")}`);
    return readings.length === 1 ? fix : { ...fix, isGuess: true };
  });
  return reportOtherSentences(span, said, readings[0] ?? [], fixes);
}

/** Where the words of a sentence differ from all readings of it, and what stands there in each. */
function apart(
  tokens: readonly IToken[],
  readings: readonly string[],
): { readonly at: number; readonly end: number; readonly words: readonly string[] } {
  const written = tokens.map(({ image }) => image);
  const meant = readings.map((sentence) => sentence.split(" "));
  const shortest = Math.min(written.length, ...meant.map(({ length }) => length));
  const isSame = (at: number): boolean => meant.every((words) => words.at(at) === written.at(at));
  let at = 0;
  while (at < shortest - 1 && isSame(at)) at += 1;
  while (at > 0 && !isGap(tokens, at)) at -= 1;
  let behind = 0;
  while (at + behind < shortest - 1 && isSame(-1 - behind)) behind += 1;
  while (behind > 0 && !isGap(tokens, tokens.length - behind)) behind -= 1;
  const words = meant.map((each) => each.slice(at, each.length - behind).join(" "));
  return { at, end: written.length - behind, words };
}

/** Whether blanks stand before a token. */
function isGap(tokens: readonly IToken[], at: number): boolean {
  const [before, token] = tokens.slice(at - 1, at + 1);
  return before === undefined || token === undefined || endOf(before) < token.startOffset;
}

/** `closed on 2026-12-24, 2026-12-25`, `closed 2026-12-24 to 2026-12-26` */
function closedDates({ file, tokens }: Unfit): Finding | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const rest = tokens.slice(1).filter(({ image }) => !/^(?:on|from|,|and|&)$/.test(image));
  if (first === undefined || last === undefined || rest.length < 2) return null;
  const isRange = rest.length === 3 && /^(?:to|until|-|\u2013|till|through)$/.test(rest[1]?.image ?? "");
  const dates = (isRange ? [rest[0], rest[2]] : rest).map(dateOf);
  if (dates.length > MOST_CLOSED || dates.includes(null)) return null;
  const [from = "", until = ""] = dates.map(String);
  const days = isRange ? datesBetween(from, until) : dates.map(String);
  if (days.length < 2) return null;
  const whole = across(first, last);
  const sentences = days.map((day) => `closed on ${day}`);
  const text = sentences.join(lineBreakBefore(file, whole));
  const fix = replacing(whole, text, "write a sentence for each day");
  // Whether the last day is closed as well, only its author knows.
  const fixes: readonly Fix[] = [isRange ? { ...fix, isGuess: true } : fix];
  return reportOtherSentences(whole, editedText(file, whole, []), sentences, fixes);
}

/** More are hardly one holiday. */
const MOST_CLOSED = 31;

function dateOf(token: IToken | undefined): string | null {
  if (token?.tokenType === DateToken) return token.image;
  const proper = properForm(token?.image ?? "");
  return proper !== null && /^\d{4}-\d\d-\d\d$/.test(proper) ? proper : null;
}

/** All days from one to another; none where there are too many. */
function datesBetween(from: string, until: string): readonly string[] {
  const days: string[] = [];
  let [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  if (month < 1 || month > 12) return [];
  for (let date = from; date <= until; ) {
    days.push(date);
    if (days.length > MOST_CLOSED) return [];
    day += 1;
    if (day > daysInMonth(year, month)) [month, day] = [month + 1, 1];
    if (month > 12) [year, month] = [year + 1, 1];
    date = `${`${year}`.padStart(4, "0")}-${`${month}`.padStart(2, "0")}-${`${day}`.padStart(2, "0")}`;
  }
  return days;
}

/** `closed on sundays` */
function closedWeekdays({ file, tokens, beside }: Unfit): Finding | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const closed = daysSaid(tokens.slice(1));
  if (first === undefined || last === undefined || closed === null) return null;
  const days = new Set(closed.flatMap(daysOf));
  const span = across(tokens[1] ?? first, last);
  const opened = beside.map(({ tokens: sentence }) => openingOf(sentence));
  const removal = removing(file, across(first, last));
  if (opened.includes(null)) return reportClosedWeekdays(span, [], null);
  const others = opened.filter((one) => one != null && daysOf(one.days).some((day) => days.has(day)));
  const cut = others.map((one) => (one == null ? [] : shortened(one, days)));
  const title = `remove ${editedText(file, across(first, last), [])}`;
  if (others.length === 0) {
    // An opening of the night before would end at midnight.
    const isNight = opened.some((one) => one?.isNight === true);
    const fix: Fix = { title, edits: [removal] };
    return reportClosedWeekdays(span, [], isNight ? { ...fix, isGuess: true } : fix);
  }
  if (cut.some((sentences) => sentences.length === 0)) return reportClosedWeekdays(span, [], null);
  const changes = others.map(
    (one, at): TextEdit => ({
      span: one?.span ?? span,
      text: (cut[at] ?? []).join(lineBreakBefore(file, one?.span ?? span)),
    }),
  );
  const sentences = cut.flat();
  const fix: Fix = { title: `write ${sentences.join(", ")}`, edits: [...changes, removal], isGuess: true };
  return reportClosedWeekdays(span, sentences, fix);
}

/** A sentence that opens. */
interface Opening {
  readonly span: Span;
  readonly days: Days;
  /** As they are written. */
  readonly hours: string;
  readonly isNight: boolean;
}

/** What a sentence opens; undefined where it is about something else, null where it cannot be understood. */
function openingOf(tokens: readonly IToken[]): Opening | null | undefined {
  const [open, from, to, until] = tokens;
  if (open?.tokenType !== keyword.open) return undefined;
  const isRange = to?.tokenType === keyword.to;
  const hours = tokens.slice(isRange ? 4 : 2);
  const [first, , last] = hours;
  const days = [from, isRange ? until : from];
  if (hours.length !== 3 || first?.tokenType !== Time || last?.tokenType !== Time) return null;
  if (days.some((day) => day === undefined || !day.tokenType.CATEGORIES?.includes(Weekday))) return null;
  const [one = -1, other = -1] = days.map((day) =>
    (weekdayWords as readonly string[]).indexOf(day?.image ?? ""),
  );
  return {
    span: across(open, last),
    days: { first: one, last: other },
    hours: hours.map(({ image }) => image).join(" "),
    isNight: last.image < first.image,
  };
}

/** The sentences that open the same but for some days. */
function shortened({ days, hours }: Opening, closed: ReadonlySet<number>): readonly string[] {
  const left = new Set(daysOf(days).filter((day) => !closed.has(day)));
  return stretchesOf(left).map((stretch) => `open ${daysText(stretch)} ${hours}`);
}

/** Removes a sentence with its line. */
function removing({ text }: SourceFile, { start, end }: Span): TextEdit {
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? "")) from -= 1;
  if (text[from - 1] === "\n") from -= text[from - 2] === "\r" ? 2 : 1;
  return { span: { start: from, end }, text: "" };
}

/** The end of a line, and the blanks that the line of a sentence begins with. */
function lineBreakBefore({ text }: SourceFile, { start }: Span): string {
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? "")) from -= 1;
  const lineEnd = text[from - 2] === "\r" ? "\r\n" : "\n";
  return `${lineEnd}${text.slice(from, start)}`;
}
