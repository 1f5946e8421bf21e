/**
 * What is due, as a table that is read from the top: the first line is what to do next.
 *
 * Overdue things stand first, because they were due soonest. What is paused before it is due has no instant yet and
 * stands last. Text decides the widths; what does not fit is cut in the column that tells least, the party.
 */
import { parseInstant } from "@tenet-lang/evaluator";
import { type DueItem, type DueResult, lengthWords } from "@tenet-lang/evaluator/due";
import { inert } from "./inert.ts";
import { columns, cut, hanging } from "./layout.ts";
import type { ResultView } from "./palette.ts";
import { count, listed, partyName } from "./words.ts";

/** What the table asks of the agreement. */
export interface DueView extends ResultView {
  /** An instant on the clocks of the agreement's zone. */
  readonly localOf: (instant: string) => string;
  /** The day that ends with an instant; null for one within a day. */
  readonly dayEndedBy: (instant: string) => string | null;
  /** The calendar in which a clock counts its time, if it does. */
  readonly calendarOf: (clock: string) => string | null;
}

const microsecondsOfDay = 86_400_000_000;
const WIDEST = 24;
const WIDEST_NAME = 32;

/** The whole list. */
export function dueText(due: DueResult, view: DueView): string {
  const { palette, width } = view;
  const { label, name, version } = due.agreement;
  const head = [
    `${palette.heading(inert(label))}  ${palette.quiet(inert(`${name} ${version}`))}`,
    palette.quiet(inert(`As of ${view.asOf}`)),
    "",
  ];
  if (due.items.length === 0) return [...head, "Nothing is due.", ""].join("\n");
  return [
    ...head,
    ...hanging("", totals(due.items), width),
    "",
    ...tableLines(due, view),
    ...notes(due.items, view),
    "",
  ].join("\n");
}

/** `7 cases and 1 duty: 2 overdue, 1 paused, 1 close to due`. */
function totals(items: readonly DueItem[]): string {
  const kinds = [...new Set(items.map(({ kind }) => kind))].map((kind) => {
    const plural = kind === "duty" ? "duties" : `${kind}s`;
    return count(items.filter((item) => item.kind === kind).length, kind, plural);
  });
  const states = (["overdue", "paused", "delivered"] as const).flatMap((state) => {
    const number = items.filter((item) => item.state === state).length;
    return number === 0 ? [] : [`${number} ${state}`];
  });
  const close = items.filter(isClose).length;
  const details = [...states, ...(close === 0 ? [] : [`${close} close to due`])];
  return `${listed(kinds)}${details.length === 0 ? "" : `: ${details.join(", ")}`}`;
}

function isClose({ state, warned }: DueItem): boolean {
  return warned && state !== "overdue";
}

function tableLines({ items, asOf }: DueResult, view: DueView): readonly string[] {
  const rows = items.map((item) => [
    `  ${dueWords(item, view)}`,
    leftWords(item, asOf, view),
    stateWords(item),
    cut(inert(item.name), WIDEST_NAME),
    cut(inert(item.key), WIDEST),
    cut(inert(partyName(item.party)), WIDEST),
  ]);
  const [head = "", ...lines] = columns(
    [["  due", "left", "", "what", "key", "partner"], ...rows],
    new Set([1]),
  );
  return [
    view.palette.quiet(cut(head, view.width)),
    ...lines.map((line, index) => paint(items[index], view)(cut(line, view.width))),
  ];
}

/** The end of a day belongs to that day: `2026-03-15 24:00`. What nobody set a day for is due at any time. */
function dueWords({ due, state }: DueItem, { localOf, dayEndedBy }: DueView): string {
  if (due === null) return state === "overdue" ? "at any time" : "not yet set";
  const day = dayEndedBy(due);
  return day === null ? localOf(due).slice(0, "2026-01-01 00:00".length) : `${day} 24:00`;
}

function leftWords(item: DueItem, asOf: string, { calendarOf }: DueView): string {
  const { name, remaining, state } = item;
  if (remaining === null) return daysLeft(item, asOf);
  const words = lengthWords(remaining, calendarOf(name) !== null);
  return state === "overdue" ? `-${words}` : words;
}

/** Of what is due on a day, whole days; of the last, less than one. */
function daysLeft({ due, state }: DueItem, asOf: string): string {
  const [until, now] = [parseInstant(due ?? ""), parseInstant(asOf)];
  if (until === null || now === null) return "";
  const days = Math.floor(Math.abs(until - now) / microsecondsOfDay);
  const words = days === 0 ? "< 1 day" : count(days, "day");
  return state === "overdue" ? `-${words}` : words;
}

function stateWords(item: DueItem): string {
  return isClose(item) ? `${item.state} !` : item.state;
}

function paint(item: DueItem | undefined, { palette }: DueView): (text: string) => string {
  if (item?.state === "overdue") return palette.bad;
  if (item !== undefined && isClose(item)) return palette.warn;
  return item?.state === "paused" ? palette.quiet : (text) => text;
}

/** What the columns do not say by themselves. */
function notes(items: readonly DueItem[], view: DueView): readonly string[] {
  const calendars = new Map<string, Set<string>>();
  for (const { kind, name } of items) {
    const calendar = kind === "case" ? view.calendarOf(name) : null;
    if (calendar !== null) calendars.set(calendar, (calendars.get(calendar) ?? new Set()).add(name));
  }
  const counted = [...calendars].map(
    ([calendar, clocks]) => `what is left of ${listed([...clocks])} is time of ${calendar}`,
  );
  const lines = [
    ...counted,
    ...(items.some(isClose) ? ["! has used up the time at which its clock warns"] : []),
  ];
  if (lines.length === 0) return [];
  return ["", ...lines.flatMap((line) => hanging("  ", inert(line), view.width)).map(view.palette.quiet)];
}
