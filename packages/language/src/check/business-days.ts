/** Business days: whose opening days a sentence counts in, and where nobody has said (SPEC §3.1.12). */
import type { Span } from "../source/source-file.ts";
import type { CheckedAgreement } from "./agreement.ts";
import { reportBusinessDays } from "./rules/business-days.rule.ts";
import { reportPartnerCalendar } from "./rules/partner-calendar.rule.ts";
import { hasUnread, resolve, type Scope, sentenceOf } from "./scope.ts";
import type { Site } from "./site.ts";
import type { BusinessDays, Calendar, World } from "./world.ts";

/** What the agreement says of its business days. A library leaves that to the agreements that use it. */
export function businessDaysOf(
  scope: Scope,
  calendars: ReadonlyMap<string, Calendar>,
  agreement: CheckedAgreement | null,
): BusinessDays {
  if (agreement === null) return { kind: "unknown" };
  const { site, node } = agreement;
  const sentence = sentenceOf(node, "BusinessDaysOf");
  if (sentence === null) return { kind: hasUnread({ site, node }) ? "unknown" : "unsaid" };
  const declared = resolve(scope, site, sentence.calendar, ["Calendar"]);
  const calendar = declared === null ? undefined : calendars.get(declared.node.name.text);
  return calendar === undefined ? { kind: "unknown" } : { kind: "calendar", calendar };
}

/** The calendar of the agreement's business days; null where it says none, which is reported, or is not known. */
export function businessCalendar(world: World, site: Site, span: Span): Calendar | null {
  const { businessDays } = world;
  if (businessDays.kind === "unsaid") reportBusinessDays(site, span);
  return businessDays.kind === "calendar" ? businessDays.calendar : null;
}

/** The same, where no partner is meant, so that the calendar closes on one set of days; `why` says who is meant. */
export function businessDaysOfAll(world: World, site: Site, span: Span, why: string): Calendar | null {
  const calendar = businessCalendar(world, site, span);
  if (calendar?.closesByPartner !== true) return calendar;
  reportPartnerCalendar(site, span, calendar.name, why);
  return null;
}
