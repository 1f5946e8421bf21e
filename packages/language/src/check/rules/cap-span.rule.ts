import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(cap: string): string {
  return withMoney(`credit slow_calls on prompt
  gives 50 EUR
  capped at ${cap}
`);
}

/** A cap of the wrong kind. */
export const capSpan: DiagnosticRule = {
  code: "TEN2864",
  name: "cap-span",
  severity: "error",
  spec: "§4.6.6",
  summary: "Money is capped at money each span, a ratchet at a percentage.",
  help: "`capped at 500 EUR each calendar year` and `capped at 10% of monthly_fee each calendar year` cap what is paid; `capped at 98%` is a limit that a ratchet never proposes to pass.",
  examples: { invalid: example("98%"), valid: example("500 EUR each calendar year") },
  fix: { none: "how much is given at most is a decision of the parties" },
  elsewhere: { sentence: ["Gives", "PutsAtRisk"], says: "what is capped stands here" },
};

/** Reports a cap that does not fit its declaration. */
export function reportCapSpan(site: Site, span: Span, message: string): void {
  site.say(capSpan, span, message);
}
