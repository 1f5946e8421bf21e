/** Events: what is counted over the verdicts of one standard (SPEC §4.4). */
import type { CalendarUnit, EventPlan, Window } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import type { Judging } from "./consequence-reads.ts";
import { wholeNumber } from "./exact.ts";
import type { StandardModel } from "./model.ts";
import { betterSide, oneLimit } from "./one-limit.ts";
import { reportEventUnit } from "./rules/event-unit.rule.ts";
import { reportExceeded } from "./rules/exceeded.rule.ts";
import { warnOverlapping } from "./rules/overlapping-windows.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { reportWindowUnit } from "./rules/window-unit.rule.ts";
import type { Site } from "./site.ts";
import { calendarUnit, leastDays, mostDays } from "./spans.ts";
import type { CheckedStandard } from "./standards.ts";

/** The plan of an event; null where something in it was reported, or its standard is not known. */
export function eventPlan(
  judging: Judging,
  site: Site,
  standard: CheckedStandard | null,
  node: ast.EventNode,
): EventPlan | null {
  const count = countOf(site, standard, node);
  if (standard?.model == null) return null;
  const hasBetter = node.what !== "exceeded" || checkExceeded(judging, site, standard, node);
  if (count === null || !hasBetter) return null;
  checkOverlap(site, standard.model, node, count);
  return { what: node.what, count };
}

type Count = EventPlan["count"];

function countOf(site: Site, standard: CheckedStandard | null, node: ast.EventNode): Count | null {
  switch (node.count?.kind) {
    case undefined:
      return { kind: "once" };
    case "TimesIn":
      return timesOf(site, node.count);
    case "InARow":
      return rowOf(site, standard, node.count);
  }
}

function timesOf(site: Site, node: ast.EventCount & { readonly kind: "TimesIn" }): Count | null {
  const times = wholeNumber(node.times.text, 1);
  const spans = wholeNumber(node.length.count.text, 1);
  if (times === null) reportWholeNumber(site, node.times, 1);
  if (spans === null) reportWholeNumber(site, node.length.count, 1);
  const span = calendarUnit(node.length.unit);
  if (span === null || node.length.qualifier === "business") {
    reportWindowUnit(site, node.length.span, "counting verdicts");
    return null;
  }
  return times === null || spans === null ? null : { kind: "times", times, span, spans };
}

function rowOf(
  site: Site,
  standard: CheckedStandard | null,
  node: ast.EventCount & { readonly kind: "InARow" },
): Count | null {
  const length = wholeNumber(node.length.text, 1);
  if (length === null) reportWholeNumber(site, node.length, 1);
  if (standard?.model == null) return null;
  const own = spanOf(standard.model);
  if (own !== node.unit) {
    reportEventUnit(site, node, standard.model.name, own);
    return null;
  }
  return length === null ? null : { kind: "row", length };
}

/** The span that a standard is measured or assessed each; a partner's own year counts as one. */
export function spanOf({ measured, assessed }: StandardModel): CalendarUnit {
  if (assessed !== null) return assessed.span;
  const window = measured[0]?.window;
  return window?.kind === "calendar" ? window.span : "year";
}

/** `exceeded` needs one bound, and a better side of it. */
function checkExceeded(
  judging: Judging,
  site: Site,
  standard: CheckedStandard,
  node: ast.EventNode,
): boolean {
  const limit = oneLimit(judging, standard);
  if (limit === undefined) return false;
  const fits = limit?.comparisons.every((comparison) => betterSide(comparison) !== null) === true;
  if (!fits) reportExceeded(site, node.span, standard.node.name.text, limit === null);
  return fits;
}

/** Windows that overlap show one bad stretch of time several times over (SPEC §4.4.7). */
function checkOverlap(site: Site, model: StandardModel, node: ast.EventNode, count: Count): void {
  const counted = count.kind === "times" ? count.times : count.kind === "row" ? count.length : 1;
  const { assessed } = model;
  if (counted < 2 || assessed === null) return;
  const long = model.measured.find(({ window }) => fewestDays(window) > mostDays(assessed.span));
  if (long !== undefined) warnOverlapping(site, node.span, model.name, assessed.span);
}

/** The days that a rolling window has at least; the newest rows have no length of time. */
function fewestDays(window: Window): number {
  return window.kind === "rolling" ? leastDays(window.unit) * window.count : 0;
}
