/** Words that stand as values, and what each means. */

/** The months, as `year starts on` names them. */
export const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

/** What a report can show. */
export const reportParts = [
  "standards",
  "scorecards",
  "exclusions",
  "attestations",
  "duties",
  "credits",
  "bonuses",
  "points",
  "escalations",
  "ratchets",
  "tiers",
  "touchpoints",
] as const;

/** What a ramp-up can suspend as a whole. */
export const suspended = [
  "credit",
  "bonus",
  "points",
  "escalation",
  "ratchet",
  "scorecard",
  "tiers",
] as const;

/** What a clock can date its cases by. */
export const caseDates = [
  ["started_at", "A case counts in the window in which it started."],
  ["due_at", "A case counts in the window in which it is due."],
  ["stopped_at", "A case counts in the window in which it stopped."],
] as const;

/** Fields whose names the language takes from English in `one row per`. */
export const noKey = [["line", "No key: every line is a row of its own."]] as const;
