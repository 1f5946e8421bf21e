/** The stretch of rows that a standard is judged on, and the days on which it is (SPEC §3.6, §4.3). */
import type { Assessment, Population, Window } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessDaysOfAll } from "./business-days.ts";
import { bindCondition } from "./conditions.ts";
import { wholeNumber } from "./exact.ts";
import type { StandardModel } from "./model.ts";
import { reportAdaptive } from "./rules/adaptive-window.rule.ts";
import { reportAssessed } from "./rules/assessed.rule.ts";
import { reportAssessmentDay } from "./rules/assessment-day.rule.ts";
import { reportLatestCounts } from "./rules/latest-counts.rule.ts";
import { reportMissingSentence } from "./rules/missing-sentence.rule.ts";
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

/** Reads the `measured` and `assessed` sentences of a standard. */
export function measuringOf(world: World, declared: Declared<ast.StandardDeclaration>): Measuring {
  const { site, node } = declared;
  const lines = sentencesOf(node, "Measured");
  const measured = lines.map((line) => measuredLine(world, site, line)).filter((line) => line !== null);
  const assessedNode = sentenceOf(node, "Assessed");
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
    case "Rolling":
      return rollingWindow(site, node.window.length);
    case "LatestRows":
      return latestWindow(world, site, node.window.count, node.window.dataset);
  }
}

function calendarWindow(site: Site, each: ast.EachSpan): Window | null {
  const span = calendarUnit(each.unit);
  if (span !== null) return { kind: "calendar", span };
  reportWindowUnit(site, each.span, "a calendar window");
  return null;
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
  const population = latestPopulation(world, site, name);
  const count = wholeNumber(node.text, 1);
  if (count === null) reportWholeNumber(site, node, 1);
  return population === null || count === null ? null : { kind: "latest", count, population };
}

/** Rows of a dataset, or of the population that a `number of` metric counts. */
function latestPopulation(world: World, site: Site, name: ast.Name): Population | null {
  const declared = resolve(world.scope, site, name, ["Dataset", "Clock", "Metric"]);
  if (declared === null) return null;
  if (declared.node.kind !== "Metric") return { dataset: name.text, where: null };
  const metric = world.metrics.get(name.text);
  if (metric === undefined || metric.plan === null) return null;
  if (metric.plan.form.kind === "count") return metric.plan.form.population;
  reportLatestCounts(site, name);
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
  const calendar = lines.find((line) => line.window.kind === "EachSpan");
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
  declared: Declared<ast.StandardDeclaration>,
  lines: readonly ast.Measured[],
  assessed: Extract<ast.StandardSentence, { readonly kind: "Assessed" }> | null,
): boolean {
  const { site, node } = declared;
  const calendar = lines.some((line) => line.window.kind === "EachSpan");
  const floating = lines.some((line) => line.window.kind !== "EachSpan");
  if (floating && assessed === null && !hasUnread(declared)) {
    reportMissingSentence(site, node, "Assessed");
    return false;
  }
  if (calendar && !floating && assessed !== null) reportAssessed(site, assessed.span);
  return !(calendar && assessed !== null);
}

function assessmentOf(world: World, site: Site, node: ast.Assessed): Assessment | null {
  const span = calendarUnit(node.each.unit);
  if (span === null) {
    reportWindowUnit(site, node.each.span, "an assessment");
    return null;
  }
  if (node.day === null) return { kind: "end_of", span };
  const day = wholeNumber(node.day.text, 1);
  const fits = day !== null && day <= mostDays(span);
  if (!fits) reportAssessmentDay(site, node.day, span, mostDays(span));
  if (!node.business) return fits ? { kind: "on_day", day, span } : null;
  const days = businessDaysOfAll(world, site, node.span, "an assessment is the same for all partners");
  return fits && days !== null ? { kind: "on_business_day", day, span } : null;
}
