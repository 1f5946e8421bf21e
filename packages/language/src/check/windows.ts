/** The stretch of rows that a standard is judged on, and the days on which it is (SPEC §3.6, §4.3). */
import type { Assessment, Population, Window } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessDaysOfAll } from "./business-days.ts";
import { bindCondition } from "./conditions.ts";
import { eachSpan } from "./each.ts";
import { wholeNumber } from "./exact.ts";
import type { StandardModel } from "./model.ts";
import { momentField } from "./row-dates.ts";
import { reportAdaptive } from "./rules/adaptive-window.rule.ts";
import { reportAssessed } from "./rules/assessed.rule.ts";
import { reportAssessmentDay } from "./rules/assessment-day.rule.ts";
import { reportLatestCounts } from "./rules/latest-counts.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportRepeatedSentence } from "./rules/repeated-sentence.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import { reportWindowUnit } from "./rules/window-unit.rule.ts";
import { type Declared, hasUnread, resolve, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { calendarUnit, mostDays } from "./spans.ts";
import type { World } from "./world.ts";

/** Windows and assessment of a standard; `sound` is false where something was reported. */
export interface Measuring {
  readonly measured: StandardModel["measured"];
  readonly assessed: Assessment | null;
  readonly sound: boolean;
}

/** What is measured over windows. */
type Measurable = ast.StandardDeclaration | ast.ScorecardDeclaration;

/** Reads the `measured` and `assessed` sentences of a standard or scorecard. */
export function measuringOf(world: World, declared: Declared<Measurable>): Measuring {
  const { site, node } = declared;
  const lines = sentencesOf<Measurable["sentences"][number], "Measured">(node, "Measured");
  const measured = lines.map((line) => measuredLine(world, site, line)).filter((line) => line !== null);
  const assessedNode = sentenceOf<Measurable["sentences"][number], "Assessed">(node, "Assessed");
  const assessed = assessedNode === null ? null : assessmentOf(world, site, assessedNode);
  const adaptive = checkAdaptive(site, lines, hasUnread(declared));
  const fitting = checkAssessed(declared, lines, assessedNode);
  const sound = measured.length === lines.length && lines.length > 0 && adaptive && fitting;
  return { measured, assessed, sound: sound && (assessedNode === null || assessed !== null) };
}

function measuredLine(
  world: World,
  site: Site,
  node: ast.Measured,
): StandardModel["measured"][number] | null {
  const window = windowOf(world, site, node);
  const reading = { kind: "metrics", what: "the condition of a window" } as const;
  const when = node.when === null ? null : bindCondition(world, site, reading, node.when);
  return window === null || (node.when !== null && when === null) ? null : { window, when };
}

function windowOf(world: World, site: Site, node: ast.Measured): Window | null {
  switch (node.window.kind) {
    case "EachSpan":
      return calendarWindow(site, node.window);
    case "EachPartnerYear":
      return partnerYearWindow(world, site, node.window);
    case "Rolling":
      return rollingWindow(site, node.window.length);
    case "LatestRows":
      return latestWindow(world, site, node.window.count, node.window.dataset);
  }
}

function calendarWindow(site: Site, each: ast.EachSpan): Window | null {
  const span = eachSpan(site, each, "a calendar window");
  return span === null ? null : { kind: "calendar", span };
}

/** Years of each partner's own; whether the standard is about partners is judged with all that it reads. */
function partnerYearWindow(world: World, site: Site, { from }: ast.EachPartnerYear): Window | null {
  if (world.partners === null) {
    if (!world.partnersUnread) reportPartnersNotDeclared(site, from.span);
    return null;
  }
  const field = momentField(site, world.partners, from);
  return field === null ? null : { kind: "partner_year", from: field.name };
}

/** Windows that end by themselves, and are judged when they do. */
function isCalendar({ window }: ast.Measured): boolean {
  return window.kind === "EachSpan" || window.kind === "EachPartnerYear";
}

function rollingWindow(site: Site, length: ast.Quantity): Window | null {
  const unit = calendarUnit(length.unit);
  const count = wholeNumber(length.count.text, 1);
  const isOdd = length.qualifier === "business" || (length.qualifier === "calendar" && unit === "day");
  if (unit === null || isOdd) {
    reportWindowUnit(site, length.span, "a rolling window");
    return null;
  }
  if (count === null) {
    reportWholeNumber(site, length.count, 1);
    return null;
  }
  return { kind: "rolling", count, unit, whole: length.qualifier === "calendar" };
}

function latestWindow(world: World, site: Site, node: ast.NumberValue, name: ast.Name): Window | null {
  const population = rowsNamed(world, site, name);
  const count = wholeNumber(node.text, 1);
  if (count === null) reportWholeNumber(site, node, 1);
  return population === null || count === null ? null : { kind: "latest", count, population };
}

/**
 * Rows of a dataset, or of the population that a `number of` metric counts; null where it was reported. `so` says
 * what a metric of another kind has none of.
 */
export function rowsNamed(world: World, site: Site, name: ast.Name, so?: string): Population | null {
  const declared = resolve(world.scope, site, name, ["Dataset", "Clock", "Metric"]);
  if (declared === null) return null;
  if (declared.node.kind !== "Metric") return { dataset: name.text, where: null };
  const metric = world.metrics.get(name.text);
  if (metric === undefined || metric.plan === null) return null;
  if (metric.plan.form.kind === "count") return metric.plan.form.population;
  reportLatestCounts(site, name, so);
  return null;
}

/** Several windows: all but the last have a condition, the last is `otherwise`, none is a calendar window. */
function checkAdaptive(site: Site, lines: readonly ast.Measured[], isUnsure: boolean): boolean {
  const last = lines.at(-1);
  if (last === undefined || isUnsure) return true;
  if (lines.length === 1) {
    if (last.when === null && !last.otherwise) return true;
    reportAdaptive(site, last.span, last.otherwise ? "alone" : "no-otherwise");
    return false;
  }
  if (lines.every((line) => line.when === null && !line.otherwise)) {
    reportRepeatedSentence(site, last, lines[0]?.span ?? last.span);
    return false;
  }
  const calendar = lines.find(isCalendar);
  if (calendar !== undefined) {
    reportAdaptive(site, calendar.span, "calendar");
    return false;
  }
  const bare = lines.slice(0, -1).find((line) => line.when === null);
  if (bare !== undefined) reportAdaptive(site, bare.span, "no-when");
  else if (!last.otherwise) reportAdaptive(site, last.span, "no-otherwise");
  return bare === undefined && last.otherwise;
}

/** Rolling and latest windows say on which days they are judged; calendar windows are judged when they end. */
function checkAssessed(
  declared: Declared<Measurable>,
  lines: readonly ast.Measured[],
  assessed: ast.Assessed | null,
): boolean {
  const { site, node } = declared;
  const calendar = lines.some(isCalendar);
  const floating = lines.some((line) => !isCalendar(line));
  if (floating && assessed === null && !hasUnread(declared)) {
    reportMissingSentence(site, node, "Assessed");
    return false;
  }
  if (calendar && !floating && assessed !== null) reportAssessed(site, assessed.span);
  return !(calendar && assessed !== null);
}

/** The days of an `assessed` sentence; null where something in it was reported. */
export function assessmentOf(world: World, site: Site, node: ast.Assessed): Assessment | null {
  const span = eachSpan(site, node.each, "an assessment");
  if (span === null) return null;
  if (node.day === null) return { kind: "end_of", span };
  const day = wholeNumber(node.day.text, 1);
  const fits = day !== null && day <= mostDays(span);
  if (!fits) reportAssessmentDay(site, node.day, span, mostDays(span));
  if (!node.business) return fits ? { kind: "on_day", day, span } : null;
  const days = businessDaysOfAll(world, site, node.span, "an assessment is the same for all partners");
  return fits && days !== null ? { kind: "on_business_day", day, span } : null;
}
