import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(dated: string): string {
  return `dataset changes from "changes.csv" one row per line
  dated ${dated}
  field ticket_no text
  field changed_on date
  field changed_at timestamp
  field state one of open, done

clock repair_time on changes by ticket_no
  starts when state becomes open
  stops when state becomes done
  dated started_at
`;
}

/** Rows that make no cases. */
export const clockData: DiagnosticRule = {
  code: "TEN2821",
  name: "clock-data",
  severity: "error",
  spec: "§3.4.2",
  summary: "A log is dated by a timestamp of its own, and has a key that tells its cases apart.",
  help: "The order of the changes in a case, and the time between them, come from the log's own `dated` sentence. A dataset with `valid from … until …` has no events, so it makes no clock.",
  examples: { invalid: example("changed_on"), valid: example("changed_at") },
  fix: "offered",
};

/** Reports a dataset, or a key, of which no cases can be made. */
export function reportClockData(site: Site, name: ast.Name, message: string): void {
  site.say(clockData, name.span, message);
}
