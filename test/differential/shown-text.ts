/** Touchpoints and reports as text: they are shown, and decide nothing (SPEC §3.10, §3.11). */
import type { Era } from "./calendar.ts";
import type { Tape } from "./tape.ts";

/** A touchpoint and a report. */
export function shownOnly(
  tape: Tape,
  { spans }: Era,
  hasBusinessDays: boolean,
): readonly (readonly string[])[] {
  const span = tape.pick(spans);
  const due = tape.pick([
    `within 15 days after each ${span}`,
    `on day 3 after each ${span}`,
    ...(hasBusinessDays ? [`on business day 5 after each ${span}`] : []),
  ]);
  return [
    ['touchpoint counter "At the counter"', "  stage arrival", "  channel shop", "  run by partners"],
    [
      `report edition "Edition" for ${tape.pick(["partner", "brand"])}`,
      `  due ${due}`,
      "  shows standards, exclusions, credits, points",
      "  compares with peers when at least 5 peers",
      "  hides groups under 3 rows",
    ],
  ];
}
