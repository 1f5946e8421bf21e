/** `each calendar SPAN`, wherever a sentence repeats over the calendar. */
import type { CalendarUnit } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { reportPartnerYear } from "./rules/partner-year.rule.ts";
import { reportWindowUnit } from "./rules/window-unit.rule.ts";
import type { Site } from "./site.ts";
import { calendarUnit } from "./spans.ts";

/** The span of `each`; null where it is none, which is reported. `what` names the sentence: `an assessment`. */
export function eachSpan(site: Site, each: ast.Each, what: string): CalendarUnit | null {
  if (each.kind === "EachPartnerYear") {
    reportPartnerYear(site, each.span, what);
    return null;
  }
  const span = calendarUnit(each.unit);
  if (span === null) reportWindowUnit(site, each.span, what);
  return span;
}
