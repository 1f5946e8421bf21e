import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(key: string): string {
  return `dataset changes from "changes.csv" one row per line
  dated changed_at
  field ticket_no text
  field changed_at timestamp
  field done_at timestamp optional
  field state one of open, done

clock repair_time on changes${key}
  starts when state becomes open
  stops at done_at
  dated started_at
`;
}

/** Something that cannot start, pause, stop or restart a case. */
export const trigger: DiagnosticRule = {
  code: "TEN2822",
  name: "trigger",
  severity: "error",
  spec: "§3.4.4",
  summary: "A case starts and stops `at` a timestamp of its row, or, in a log, when a field becomes a value.",
  help: "A log has one row for each change, and `by KEY` says which rows are one case; only there can a field change, a case pause, and a stopped case restart. `last` stands in `stops when FIELD last becomes VALUE` only, and nothing restarts after the last stop.",
  examples: { invalid: example(""), valid: example(" by ticket_no") },
  fix: "offered",
  elsewhere: { head: "own", says: "what the clock runs on stands here" },
};

/** Reports a trigger, or a sentence that needs a log. */
export function reportTrigger(site: Site, span: Span, message: string): void {
  site.say(trigger, span, message);
}
