/**
 * Lengths that count from a day, and when something is due (SPEC §3.9.4).
 *
 * Days, weeks, months, quarters and years move a date by the calendar; business days are those of the agreement;
 * hours and shorter pass by the clock, so they count from instants only.
 */
import type { CivilLength, DuePlan, Length, PartyKind } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { businessCalendar, businessDaysOfAll } from "./business-days.ts";
import { eachSpan } from "./each.ts";
import { decimalRatio, scaledRatio, wholeNumber } from "./exact.ts";
import { durationUnit } from "./field-types.ts";
import { checkMoment, instantOf, SECONDS } from "./literals.ts";
import { momentField } from "./row-dates.ts";
import { reportDeadlineLength } from "./rules/deadline-length.rule.ts";
import { reportDue } from "./rules/due.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { checkExact } from "./rules/too-fine.rule.ts";
import { reportWholeNumber } from "./rules/whole-number.rule.ts";
import type { Site } from "./site.ts";
import type { Field } from "./tables.ts";
import type { Calendar, World } from "./world.ts";

/** A length, and the calendar whose business days it counts. */
interface CountedLength {
  readonly length: Length;
  readonly calendar: string | null;
}

/** A length of days, weeks, months, quarters or years; null where it was reported. */
export function civilLength(site: Site, node: ast.Quantity): CivilLength | null {
  const { unit } = node;
  if (node.qualifier !== null || unit === "second" || unit === "minute" || unit === "hour") {
    reportDeadlineLength(site, node.span, "is not counted in days, weeks, months, quarters or years");
    return null;
  }
  const count = wholeNumber(node.count.text, 1);
  if (count === null) reportWholeNumber(site, node.count, 1);
  return count === null ? null : { kind: "civil", count, unit };
}

/** When something is due that `party` owes, or null where it was reported. `what` is the declaration: `an attestation`. */
export function dueOf(
  world: World,
  site: Site,
  { due }: ast.DueSentence,
  party: PartyKind,
  what: string,
): DuePlan | null {
  switch (due.kind) {
    case "DueOn":
      return dueOn(world, site, due.at);
    case "DueOf":
      return dueAfterField(world, site, due, party);
    case "DueAfter":
    case "DueOnDay":
      return dueAfterSpan(world, site, due, party, what);
  }
}

function dueOn(world: World, site: Site, at: ast.DateValue | ast.Instant): DuePlan | null {
  if (!checkMoment(site, at)) return null;
  if (at.kind === "Date") return { kind: "on", date: at.text };
  return { kind: "at", instant: instantOf(world, at), date: at.date };
}

type DueNode<K extends ast.Due["kind"]> = Extract<ast.Due, { readonly kind: K }>;

function dueAfterField(world: World, site: Site, node: DueNode<"DueOf">, party: PartyKind): DuePlan | null {
  if (party === "brand") {
    reportDue(site, node.span, "the brand has no fields among the partners that its time could count from");
    return null;
  }
  const field = partnerMoment(world, site, node.field);
  const counted = lengthOf(world, site, node.length, party);
  if (field === null || counted === null) return null;
  if (counted.length.kind === "elapsed" && field.type?.kind === "date") {
    const words = `is counted by the clock, and \`${field.name}\` is a date without a time of day`;
    reportDeadlineLength(site, node.length.span, words);
    return null;
  }
  return { kind: "of", ...counted, field: field.name };
}

/** The date or timestamp of the partners that a name refers to; null where it was reported or is not known. */
export function partnerMoment(world: World, site: Site, name: ast.Name): Field | null {
  if (world.partners !== null) return momentField(site, world.partners, name);
  if (!world.partnersUnread) reportPartnersNotDeclared(site, name.span);
  return null;
}

/** After each span: within a length, or on the N-th day, which is within N days. */
export function dueAfterSpan(
  world: World,
  site: Site,
  node: DueNode<"DueAfter" | "DueOnDay">,
  party: PartyKind,
  what: string,
): (DuePlan & { readonly kind: "after" }) | null {
  const span = eachSpan(site, node.each, what);
  const counted =
    node.kind === "DueAfter" ? lengthOf(world, site, node.length, party) : onDay(world, site, node, party);
  return span === null || counted === null ? null : { kind: "after", ...counted, span };
}

function onDay(world: World, site: Site, node: DueNode<"DueOnDay">, party: PartyKind): CountedLength | null {
  const day = wholeNumber(node.day.text, 1);
  if (day === null) {
    reportWholeNumber(site, node.day, 1);
    return null;
  }
  if (!node.business) return { length: { kind: "civil", count: day, unit: "day" }, calendar: null };
  const calendar = calendarFor(world, site, node.span, party);
  return calendar === null ? null : { length: { kind: "business", days: day }, calendar: calendar.name };
}

function lengthOf(world: World, site: Site, node: ast.Quantity, party: PartyKind): CountedLength | null {
  if (node.qualifier === "business") return businessLength(world, site, node, party);
  const length = isElapsed(node) ? elapsedLength(site, node) : civilLength(site, node);
  return length === null ? null : { length, calendar: null };
}

function isElapsed({ unit, qualifier }: ast.Quantity): boolean {
  return qualifier === null && (unit === "second" || unit === "minute" || unit === "hour");
}

const MICROS_A_SECOND = 1_000_000n;

function elapsedLength(site: Site, node: ast.Quantity): Length | null {
  const unit = durationUnit(node.unit);
  if (unit === null) return null;
  const count = decimalRatio(node.count.text);
  if (BigInt(count.numerator) <= 0n) {
    reportDeadlineLength(site, node.span, "leaves no time at all; write a length above 0");
    return null;
  }
  const perUnit = SECONDS[unit] * MICROS_A_SECOND;
  if (!checkExact(site, node, node.count.text, { per: perUnit, unit: "a microsecond" })) return null;
  return { kind: "elapsed", count, unit, micros: scaledRatio(count, perUnit, 1n).numerator };
}

function businessLength(
  world: World,
  site: Site,
  node: ast.Quantity,
  party: PartyKind,
): CountedLength | null {
  if (node.unit !== "day") {
    reportDeadlineLength(site, node.span, "means nothing: only days are counted as business days");
    return null;
  }
  const days = wholeNumber(node.count.text, 1);
  if (days === null) reportWholeNumber(site, node.count, 1);
  const calendar = calendarFor(world, site, node.span, party);
  return days === null || calendar === null
    ? null
    : { length: { kind: "business", days }, calendar: calendar.name };
}

/** Days that differ from partner to partner stand for deadlines of partners, not for the brand's (SPEC §3.3.9). */
function calendarFor(world: World, site: Site, span: ast.Node["span"], party: PartyKind): Calendar | null {
  if (party === "partner") return businessCalendar(world, site, span);
  return businessDaysOfAll(world, site, span, "a deadline of the brand is the same for all");
}
