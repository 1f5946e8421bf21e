/** Dates that sentences come to: the span that today is in, the next assessment, what is due next. */
import {
  type DaySpan,
  formatDay,
  parseDay,
  shiftDay,
  spanAround,
  spanLabel,
  type YearStart,
} from "@tenet-lang/evaluator";
import { agreementOf } from "../check/agreement.ts";
import { declarationsOf } from "../check/scope.ts";
import { siteOf } from "../check/site.ts";
import { calendarUnit } from "../check/spans.ts";
import type { World } from "../check/world.ts";
import type * as ast from "../syntax/ast.ts";
import type { Hint, Hinting, HintsOf } from "./hint.ts";

export const dateHints: HintsOf = (hinting, node) => {
  const term = termOf(hinting.world);
  if (term === null) return [];
  return node.sentences.flatMap((sentence) => {
    switch (sentence.kind) {
      case "Measured":
        return measuredHint(hinting, term, sentence);
      case "Assessed":
        return assessedHint(hinting, term, sentence);
      case "DueSentence":
        return dueHint(hinting, term, sentence.due);
      default:
        return [];
    }
  });
};

interface Term {
  readonly from: number;
  /** Null: until further notice. */
  readonly until: number | null;
  readonly year: YearStart;
}

function termOf({ scope, root }: World): Term | null {
  const declared = declarationsOf(scope, "Agreement").find(({ site }) => site.file === root);
  if (declared === undefined) return null;
  const { effective, yearStarts: year } = agreementOf(siteOf(root, root.path, []), declared.node);
  const from = effective === null ? null : parseDay(effective.from);
  if (effective === null || from === null) return null;
  return { from, until: effective.until === null ? null : parseDay(effective.until), year };
}

/** The span of the calendar that a day is in. */
function spanAt(each: ast.Each, day: number, { year }: Term): (DaySpan & { readonly label: string }) | null {
  const unit = each.kind === "EachSpan" ? calendarUnit(each.unit) : null;
  if (unit === null) return null;
  const span = spanAround(unit, day, year);
  return { ...span, label: spanLabel(unit, span, year) };
}

function measuredHint({ day }: Hinting, term: Term, { window, span: place }: ast.Measured): readonly Hint[] {
  if (window.kind !== "EachSpan" || !isIn(term, day)) return [];
  const span = spanAt(window, day, term);
  if (span === null) return [];
  const says = `Today is in ${span.label}: from ${formatDay(span.start)} to ${formatDay(span.end - 1)}.`;
  return [{ offset: place.end, label: ` now ${span.label}`, says, kind: "date" }];
}

function assessedHint({ day }: Hinting, term: Term, node: ast.Assessed): readonly Hint[] {
  if (node.business) return [];
  const ofSpan = (span: DaySpan): number =>
    node.day === null ? span.end : dayIn(span, Number(node.day.text));
  // At the end of a span it is the day before that has to be one of the agreement's.
  const counts = (_: DaySpan, found: number): boolean => isIn(term, node.day === null ? found - 1 : found);
  const next = nextDay(node.each, day, term, { ofSpan, counts });
  return next === null
    ? []
    : [nextHint(node.span.end, next, `The next assessment is on ${formatDay(next)}.`)];
}

function nextHint(offset: number, day: number, says: string): Hint {
  return { offset, label: ` next ${formatDay(day)}`, says, kind: "date" };
}

function isIn({ from, until }: Term, day: number): boolean {
  return day >= from && (until === null || day <= until);
}

/** The span's N-th day, or its last. */
function dayIn({ start, end }: DaySpan, number: number): number {
  return Math.min(start + number - 1, end - 1);
}

function dueHint({ day }: Hinting, term: Term, due: ast.Due): readonly Hint[] {
  const shift = lengthOf(due);
  if (shift === null || !("each" in due)) return [];
  const ofSpan = (span: DaySpan): number => shift(span.end) - 1;
  const counts = ({ start, end }: DaySpan): boolean => isIn(term, start) && isIn(term, end - 1);
  const next = nextDay(due.each, day, term, { ofSpan, counts });
  return next === null
    ? []
    : [nextHint(due.span.end, next, `It is due next at the end of ${formatDay(next)}.`)];
}

/** What moves the end of a span to the end of the day that something is due; null for what needs a calendar, or a time of day. */
function lengthOf(due: ast.Due): ((day: number) => number) | null {
  if (due.kind === "DueOnDay") return due.business ? null : (day) => day + Number(due.day.text);
  if (due.kind !== "DueAfter" || due.length.qualifier !== null) return null;
  const { unit, count } = due.length;
  const moves = calendarUnit(unit);
  return moves === null ? null : (day) => shiftDay(day, moves, Number(count.text));
}

/** The day that follows from a span, and whether the agreement has it. */
interface Following {
  readonly ofSpan: (span: DaySpan) => number;
  readonly counts: (span: DaySpan, day: number) => boolean;
}

/** How many spans back something may reach that is not over yet. */
const MOST_SPANS = 400;

/** The first day, today or later, that follows from a span of the agreement. */
function nextDay(each: ast.Each, today: number, term: Term, { ofSpan, counts }: Following): number | null {
  const spans = spansAround(each, Math.max(today, term.from), term, (span) => ofSpan(span) >= today);
  const days = spans.map((span) => ({ span, day: ofSpan(span) }));
  const open = days.filter(({ span, day }) => day >= today && counts(span, day));
  return open.length === 0 ? null : Math.min(...open.map(({ day }) => day));
}

/** The span of a day and the next one, and those before it for as long as they reach on. */
function spansAround(
  each: ast.Each,
  day: number,
  term: Term,
  reaches: (span: DaySpan) => boolean,
): readonly DaySpan[] {
  const current = spanAt(each, day, term);
  if (current === null) return [];
  const next = spanAt(each, current.end, term);
  const spans: DaySpan[] = next === null ? [current] : [next, current];
  let before = spanAt(each, current.start - 1, term);
  while (before !== null && reaches(before) && spans.length < MOST_SPANS) {
    spans.push(before);
    before = spanAt(each, before.start - 1, term);
  }
  return spans;
}
