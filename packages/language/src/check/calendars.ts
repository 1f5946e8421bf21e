/**
 * Calendars: when somebody is open (SPEC §3.3).
 *
 * An opening is kept as minutes after the midnight of the day on which it begins, so that a night shift is one piece
 * that ends above 1440. Regions are only checked by name here: which days they keep is looked up when the bundle is
 * made, and written into it.
 */
import type { AgreementPlan, OpeningPlan } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { weekdayWords } from "../syntax/tokens.ts";
import type { CheckedAgreement } from "./agreement.ts";
import { isDate, isTime, yearsAfter } from "./civil.ts";
import type { CalendarModel } from "./model.ts";
import { isRegion, regionNamed } from "./regions.ts";
import { reportClosedDay } from "./rules/closed-day.rule.ts";
import { reportHolidayField, reportHolidayMember } from "./rules/holiday-field.rule.ts";
import { reportInvalidDate } from "./rules/invalid-date.rule.ts";
import { reportOpening } from "./rules/opening.rule.ts";
import { reportPartnersNotDeclared } from "./rules/partners-not-declared.rule.ts";
import { reportRegion } from "./rules/region.rule.ts";
import { checkTimeZone } from "./rules/time-zone.rule.ts";
import { type Declared, declarationsOf, hasUnread, type Scope, sentenceOf, sentencesOf } from "./scope.ts";
import type { Site } from "./site.ts";
import { fieldOf, type Table } from "./tables.ts";
import type { Calendar } from "./world.ts";

/** All calendars of the scope by name. */
export function calendarsOf(
  scope: Scope,
  partners: Table | null,
  agreement: CheckedAgreement | null,
): ReadonlyMap<string, Calendar> {
  const partnersUnread = scope.incomplete || scope.names.has("partners");
  const calendars = declarationsOf(scope, "Calendar").map((declared): [string, Calendar] => {
    const { node } = declared;
    const name = node.name.text;
    return [
      name,
      {
        name,
        model: calendarModel(declared, { partners, partnersUnread }, agreement),
        closesByPartner: sentenceOf(node, "ClosedHolidaysBy") !== null,
        hasCutOff: sentenceOf(node, "CutOff") !== null,
      },
    ];
  });
  return new Map(calendars);
}

interface Partners {
  readonly partners: Table | null;
  readonly partnersUnread: boolean;
}

function calendarModel(
  declared: Declared<ast.CalendarDeclaration>,
  partners: Partners,
  agreement: CheckedAgreement | null,
): CalendarModel | null {
  const { site, node } = declared;
  const zoneNode = sentenceOf(node, "TimeZone");
  const zone = zoneNode === null ? (agreement?.zone ?? null) : ownZone(site, zoneNode.zone);
  const opens = sentencesOf(node, "Open").map((open) => openingsOf(site, open));
  const days = sentencesOf(node, "ClosedOn").map(({ date }) =>
    closedDay(site, date, agreement?.effective ?? null),
  );
  const regions = sentencesOf(node, "ClosedHolidays").map(({ region }) => regionOf(site, region));
  const by = sentenceOf(node, "ClosedHolidaysBy");
  const regionField = by === null ? null : regionFieldOf(site, partners, by.field);
  const cutOffNode = sentenceOf(node, "CutOff");
  const cutOff = cutOffNode === null ? null : minutesOf(site, cutOffNode.time);
  if (zone === null || regionField === undefined || cutOff === undefined || hasUnread(declared)) return null;
  if ([...opens, ...days, ...regions].includes(null) || opens.length === 0) return null;
  return {
    name: node.name.text,
    label: node.label?.text ?? null,
    timeZone: zone,
    open: sorted(opens.flatMap((open) => open ?? [])),
    closedOn: distinct(days),
    regions: distinct(regions),
    regionField,
    cutOff,
    origin: site.origin(node.headSpan),
  };
}

function ownZone(site: Site, zone: ast.Text): string | null {
  return checkTimeZone(site, zone) ? zone.text : null;
}

const DAY = 1440;

/** One opening for each day that a sentence names; null where it was reported. */
function openingsOf(site: Site, node: ast.Open): readonly OpeningPlan[] | null {
  const first = weekdayOf(node.firstDay);
  const last = node.lastDay === null ? first : weekdayOf(node.lastDay);
  const from = minutesOf(site, node.from);
  const to = node.to.text === "24:00" ? DAY : minutesOf(site, node.to);
  if (node.lastDay !== null && first === last) {
    reportOpening(site, node.span, `\`${node.firstDay.text}\` stands twice; write the day once`);
    return null;
  }
  if (from === undefined || to === undefined) return null;
  if (from === to) {
    const words = `an opening from \`${node.from.text}\` to \`${node.to.text}\` has no length; all day is \`00:00 to 24:00\``;
    reportOpening(site, node.span, words);
    return null;
  }
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ({
    weekday: (first + index) % 7,
    from,
    to: to > from ? to : to + DAY,
  }));
}

function weekdayOf(name: ast.Name): number {
  return (weekdayWords as readonly string[]).indexOf(name.text);
}

/** Minutes after midnight; undefined where there is no such time, which is reported. */
function minutesOf(site: Site, { text, span }: ast.Time): number | undefined {
  if (!isTime(text)) {
    if (text === "24:00") reportOpening(site, span, "only an `open` sentence ends at `24:00`");
    else reportInvalidDate(site, span, "time");
    return undefined;
  }
  const [hours, minutes] = text.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function sorted(openings: readonly OpeningPlan[]): readonly OpeningPlan[] {
  const distinctOnes = new Map(openings.map((one) => [`${one.weekday} ${one.from} ${one.to}`, one]));
  return [...distinctOnes.values()].sort((a, b) => a.weekday - b.weekday || a.from - b.from || a.to - b.to);
}

function distinct(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== null).sort();
}

/** How many years an agreement's tables go on from its first day. */
const TABLE_YEARS = 10;

/** A closed day, which lies in the agreement's dates; without a last one, in its tables. */
function closedDay(
  site: Site,
  { text, span }: ast.DateValue,
  effective: AgreementPlan["effective"] | null,
): string | null {
  if (!isDate(text)) {
    reportInvalidDate(site, span, "date");
    return null;
  }
  if (effective === null) return text;
  const { from, until } = effective;
  const last = until ?? yearsAfter(from, TABLE_YEARS);
  if (from <= text && text <= last) return text;
  reportClosedDay(site, span, text, from, last);
  return null;
}

function regionOf(site: Site, { text, span }: ast.Text): string | null {
  if (isRegion(text)) return text;
  reportRegion(site, span, text);
  return null;
}

/** The partner field that says whose holidays are kept; undefined where it was reported or is not known. */
function regionFieldOf(
  site: Site,
  { partners, partnersUnread }: Partners,
  name: ast.Name,
): string | undefined {
  if (partners === null) {
    if (!partnersUnread) reportPartnersNotDeclared(site, name.span);
    return undefined;
  }
  const field = fieldOf(site, partners, name);
  if (field === null || field.type === null) return undefined;
  const { type } = field;
  if (field.optional) reportHolidayField(site, name, "may be missing");
  else if (field.personal) reportHolidayField(site, name, "is personal");
  else if (type.kind !== "text" && type.kind !== "one_of")
    reportHolidayField(site, name, "is neither text nor `one of`");
  else {
    const odd =
      type.kind === "one_of" ? type.members.find((member) => regionNamed(member) === null) : undefined;
    if (odd === undefined) return field.name;
    reportHolidayMember(site, name, odd);
  }
  return undefined;
}
