import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(when: string): string {
  return withMoney(`credit slow_calls
  gives 50 EUR${when}
`);
}

/** Money that depends on nothing. */
export const alwaysGiven: DiagnosticRule = {
  code: "TEN2857",
  name: "always-given",
  severity: "error",
  spec: "§3.7.16",
  summary: "Money that is given once for a period says when, or for what.",
  help: "Without `on STANDARD` and without rows to pay for, an amount without condition would be due in every period, whatever happened. Write `when`, or `for each started hour of FIELD in DATASET`.",
  examples: { invalid: example(""), valid: example(" when prompt is missed") },
  fix: "offered",
  elsewhere: { head: "own", says: "no standard is named here" },
};

/** Reports a `gives` without condition. */
export function reportAlwaysGiven(site: Site, span: Span): void {
  const message =
    "this amount would be due in every period: say `when`, `for each started …`, or name a standard with `on`";
  site.say(alwaysGiven, span, message);
}
