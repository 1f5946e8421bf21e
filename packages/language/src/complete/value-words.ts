/** Words that stand as values, and what each means. */

/** What a clock can date its cases by. */
export const caseDates = [
  ["started_at", "A case counts in the window in which it started."],
  ["due_at", "A case counts in the window in which it is due."],
  ["stopped_at", "A case counts in the window in which it stopped."],
] as const;

/** Fields whose names the language takes from English in `one row per`. */
export const noKey = [["line", "No key: every line is a row of its own."]] as const;
