import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(condition: string): string {
  return `partners from "workshops.csv" key workshop_id
  field workshop_id text
  field region text

dataset changes from "changes.csv" one row per line
  partner workshop_id
  dated changed_at
  field ticket_no text
  field workshop_id text
  field region text
  field changed_at timestamp
  field state one of open, waiting, done

clock repair_time on changes by ticket_no
  starts when state becomes open
  pauses while ${condition}
  stops when state becomes done
  dated started_at
`;
}

/** A condition of a clock that asks more than the row. */
export const clockCondition: DiagnosticRule = {
  code: "TEN2825",
  name: "clock-condition",
  severity: "error",
  spec: "§3.4.15",
  summary: "A clock reads its own rows: no look-ups, and where it pauses no partner.",
  help: "`pauses while` reads fields of the log, `due within … where` fields of the case's row and of its partner. What another dataset knows can be asked of the cases afterwards, in the population of a metric.",
  examples: {
    invalid: example('partner.region is "north"'),
    valid: example('region is "north" and state is waiting'),
  },
  fix: "offered",
  elsewhere: { head: "own", says: "what the clock runs on stands here" },
};

/** Reports a look-up, or a partner's field, in a sentence of a clock. */
export function reportClockCondition(site: Site, span: Span, what: "look-up" | "partner"): void {
  const message =
    what === "partner"
      ? "a pause is read from the rows of the log, which do not hold the partner's fields"
      : "a clock reads the rows of its own dataset, so nothing is looked up here";
  site.say(clockCondition, span, message);
}
