import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(field: string): string {
  return withMoney(`credit slow_calls
  gives 1 EUR for each started minute of ${field} in calls
`);
}

/** Units that cannot begin. */
export const startedUnits: DiagnosticRule = {
  code: "TEN2860",
  name: "started-units",
  severity: "error",
  spec: "§3.7.18",
  summary: "Started units are units of elapsed time, of a duration of the rows that are counted.",
  help: "A second, minute, hour, day or week has a length, a month has none. With rows that are paid for, units are counted in those rows. In a clock that counts open time, a day is an opening day, and there are no weeks.",
  examples: { invalid: example("stars"), valid: example("wait") },
  fix: { none: "what is to be counted is for the author to say" },
};

/** Reports what has no units that begin. */
export function reportStartedUnits(site: Site, span: Span, message: string): void {
  site.say(startedUnits, span, message);
}
