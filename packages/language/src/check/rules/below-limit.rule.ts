import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(on: string): string {
  return withMoney(`credit slow_calls${on}
  gives 50 EUR for each percentage point below the limit
`);
}

/** Points below a limit that is not one to be below. */
export const belowLimit: DiagnosticRule = {
  code: "TEN2859",
  name: "below-limit",
  severity: "error",
  spec: "§3.7.17",
  summary:
    "Points below the limit need `on` with a standard that has one limit, on a percentage, as `at least` or `more than`.",
  help: "With several limits it would not be said below which, and an `at most` is missed from above. Pay for other misses with amounts that do not grow, or with bands.",
  examples: { invalid: example(""), valid: example(" on prompt") },
  fix: "offered",
  elsewhere: { head: "own", says: "no standard is named here" },
};

/** Reports points below a limit, and why there are none. */
export function reportBelowLimit(site: Site, span: Span, why: string): void {
  site.say(belowLimit, span, `there are no points below the limit here: ${why}`);
}
