/**
 * Clocks: what starts, pauses and stops a case, which time counts, and when it is due (SPEC §3.4).
 *
 * A clock reads one dataset. With `by` that is a log, of which the rows of one key are a case, and things happen when
 * a field changes; without, each row is a case, and things happen at its timestamps.
 */
import type { ClockPlan, Condition, Trigger } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { atField, type ClockReading, dueOf, warnsAtOf } from "./clock-due.ts";
import { clockUnit } from "./clock-table.ts";
import { bindOptional } from "./conditions.ts";
import { ownsPartner } from "./datasets.ts";
import { bindLiteral } from "./literals.ts";
import { dateType, isDated, isValidity } from "./row-dates.ts";
import { reportClockData } from "./rules/clock-data.rule.ts";
import { reportClockDate } from "./rules/clock-date.rule.ts";
import { reportPartnerCalendar } from "./rules/partner-calendar.rule.ts";
import { reportTrigger } from "./rules/trigger.rule.ts";
import { type Declared, hasUnread, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import { type Calendar, calendarNamed, datasetNamed, type World } from "./world.ts";

type SentenceOf<K extends ast.ClockSentence["kind"]> = Extract<ast.ClockSentence, { readonly kind: K }>;

/** The plan of a clock; null where something in it was reported. */
export function clockPlan(world: World, declared: Declared<ast.ClockDeclaration>): ClockPlan | null {
  const { site, node } = declared;
  const on = datasetNamed(world, site, node.on);
  const calendar = calendarOf(world, site, on, node);
  if (on === null) return null;
  const reading = { world, site, node, on, calendar, isUnsure: hasUnread(declared) };
  const fits = checkData(reading);
  const triggers = triggersOf(reading);
  const pauses = pausesOf(reading);
  const dated = datedOf(reading);
  const due = dueOf(reading);
  const warnsAt = warnsAtOf(reading);
  if (!fits || triggers === null || pauses === undefined || dated === null || due === undefined) return null;
  if (calendar === undefined || warnsAt === undefined || reading.isUnsure) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    on: on.name,
    by: node.by?.text ?? null,
    ...triggers,
    pauses,
    calendar: calendar?.name ?? null,
    dated,
    due,
    unit: clockUnit(sentenceOf(node, "DueWithin")),
    warnsAt,
    origin: site.origin(node.headSpan),
  };
}

function calendarOf(
  world: World,
  site: Site,
  on: Table | null,
  node: ast.ClockDeclaration,
): ClockReading["calendar"] {
  const counts = sentenceOf(node, "CountsTime");
  if (counts === null) return null;
  const calendar = calendarNamed(world, site, counts.calendar);
  if (calendar === null) return undefined;
  return on === null || checkWhose(site, on, calendar, counts.calendar.span) ? calendar : undefined;
}

/** A calendar that closes by partner goes with rows that name their partner. */
function checkWhose(site: Site, on: Table, calendar: Calendar, span: ast.Node["span"]): boolean {
  if (!calendar.closesByPartner || on.unread || ownsPartner(on)) return true;
  reportPartnerCalendar(site, span, calendar.name, `rows of \`${on.name}\` do not name theirs`);
  return false;
}

/** A log has instants and a key; rows that hold for a time make no cases. */
function checkData({ world, site, node, on }: ClockReading): boolean {
  if (isValidity(on)) {
    reportClockData(
      site,
      node.on,
      `rows of \`${on.name}\` hold for a time, so nothing starts or stops in them`,
    );
    return false;
  }
  if (node.by === null) return true;
  const key = fieldOf(site, on, node.by);
  if (key === null || key.type === null) return false;
  if (key.type.kind === "yes_no") {
    reportClockData(site, node.by, `\`${key.name}\` is \`yes\` or \`no\`, so it cannot tell cases apart`);
    return false;
  }
  if (on.unread) return true;
  const dated = on.node.kind === "Dataset" ? sentenceOf(on.node, "DatasetDated") : null;
  const type = dateType(world, on);
  const isLog = dated !== null && dated.via === null && type === "timestamp";
  if (!isLog && (!isDated(on) || type !== null))
    reportClockData(
      site,
      node.on,
      `rows of \`${on.name}\` are not \`dated\` by a timestamp of their own, which a log needs`,
    );
  return isLog;
}

type Triggers = Pick<ClockPlan, "starts" | "stops" | "restarts">;

function triggersOf(reading: ClockReading): Triggers | null {
  const { node } = reading;
  const [startsNode, stopsNode] = [sentenceOf(node, "Starts"), sentenceOf(node, "Stops")];
  const restartsNode = sentenceOf(node, "Restarts");
  const starts = startsNode === null ? null : triggerOf(reading, startsNode.trigger, "starts");
  const stops = stopsNode === null ? null : triggerOf(reading, stopsNode.trigger, "stops");
  const restarts = restartsNode === null ? [] : restartsOf(reading, restartsNode, stopsNode);
  return starts === null || stops === null || restarts === null ? null : { starts, stops, restarts };
}

function triggerOf(reading: ClockReading, node: ast.Trigger, word: "starts" | "stops"): Trigger | null {
  if (node.kind === "AtField") return atField(reading, node.field);
  if (node.last && word === "starts") {
    reportTrigger(
      reading.site,
      node.span,
      "a case starts with the first change; `last` goes with `stops` only",
    );
    return null;
  }
  return becomes(reading, node);
}

type Becomes = Extract<Trigger, { readonly kind: "becomes" }>;

/** Types whose values a field can change into. */
const CHANGING: ReadonlySet<string> = new Set(["text", "one_of", "yes_no", "number"]);

function becomes(
  { world, site, node: clock, on }: ClockReading,
  node: Extract<ast.Trigger, { readonly kind: "Becomes" }>,
): Becomes | null {
  if (clock.by === null) {
    reportTrigger(
      site,
      node.span,
      "a field changes in a log only: write `by KEY` on the head line, or `at FIELD`",
    );
    return null;
  }
  const field = fieldOf(site, on, node.field);
  if (field === null || field.type === null) return null;
  if (!CHANGING.has(field.type.kind)) {
    reportTrigger(
      site,
      node.field.span,
      `\`${field.name}\` is no text, number, \`yes_no\` or \`one of\` field`,
    );
    return null;
  }
  const left = { words: field.name, span: node.field.span, type: field.type, civil: false, row: null };
  const value = bindLiteral(world, site, left, node.value);
  return value === null ? null : { kind: "becomes", field: field.name, value, last: node.last };
}

/** What makes a stopped case run on: a change, after a stop by the first change. */
function restartsOf(
  reading: ClockReading,
  { span, trigger }: SentenceOf<"Restarts">,
  stops: SentenceOf<"Stops"> | null,
): readonly Becomes[] | null {
  const { site, isUnsure } = reading;
  if (trigger.kind === "AtField") {
    reportTrigger(
      site,
      span,
      "a case restarts when a field changes: write `restarts when FIELD becomes VALUE`",
    );
    return null;
  }
  if (trigger.last) {
    reportTrigger(site, trigger.span, "each change restarts a stopped case; `last` goes with `stops` only");
    return null;
  }
  const isFirst = stops?.trigger.kind === "Becomes" && !stops.trigger.last;
  if (stops !== null && !isFirst && !isUnsure && reading.node.by !== null) {
    reportTrigger(site, span, "only a case that `stops when … becomes`, without `last`, can restart");
    return null;
  }
  const made = becomes(reading, trigger);
  return made === null ? null : [made];
}

/** The condition of `pauses while`; undefined where it was reported. */
function pausesOf({ world, site, node, on }: ClockReading): Condition | null | undefined {
  const pauses = sentenceOf(node, "Pauses");
  if (pauses === null) return null;
  if (node.by !== null)
    return bindOptional(world, site, { kind: "row", table: on, clock: "pauses" }, pauses.condition);
  reportTrigger(
    site,
    pauses.span,
    "a case pauses and goes on in a log only: write `by KEY` on the head line",
  );
  return undefined;
}

const DATES = ["started_at", "due_at", "stopped_at"] as const;

function datedOf({ site, node, isUnsure }: ClockReading): ClockPlan["dated"] | null {
  const sentence = sentenceOf(node, "ClockDated");
  if (sentence === null) return null;
  const isDue = sentenceOf(node, "DueAt") !== null || sentenceOf(node, "DueWithin") !== null;
  const dated = DATES.find((name) => name === sentence.field.text);
  if (dated !== undefined && (dated !== "due_at" || isDue || isUnsure)) return dated;
  reportClockDate(site, sentence.field, isDue ? DATES : DATES.filter((name) => name !== "due_at"));
  return null;
}
