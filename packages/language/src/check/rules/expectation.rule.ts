import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(expected: string): string {
  return withAgreement(`test all_quick "All quick is met"
  given calls for "P1" in 2026-01
  | rows | wait       |
  | 40   | 10 seconds |
  expect prompt for "P1" in 2026-01 is ${expected}
`);
}

/** An expectation that can never come true. */
export const expectation: DiagnosticRule = {
  code: "TEN2704",
  name: "expectation",
  severity: "error",
  spec: "§3.12.18",
  summary:
    "Of a standard, attestation or duty a verdict is expected, of a metric a value, of a consequence what it finds; `because` names the limit that is missed.",
  help: "`expect STANDARD … is missed because METRIC` holds where the limit on that metric is the missed one. Nothing else has limits of its own. Credits and bonuses find money, points and scorecards numbers, escalations a step and tiers a level, or `none`.",
  examples: { invalid: example("95%"), valid: example("met") },
  fix: "offered",
};

/** Reports what is wrong with an expectation. */
export function reportExpectation(site: Site, span: Span, message: string): void {
  site.say(expectation, span, message);
}
