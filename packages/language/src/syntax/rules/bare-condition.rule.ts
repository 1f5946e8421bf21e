import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { metricWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** A name where a condition should be. */
export const bareCondition: DiagnosticRule = {
  code: "TEN1019",
  name: "bare-condition",
  severity: "error",
  spec: "§2.6.2",
  summary: "A name alone is never a condition.",
  help: "Say what is asked of the field: `answered is yes`, `answered is not given`, `wait at most 60 seconds`.",
  examples: {
    invalid: metricWith("number of calls where urgent and answered is yes"),
    valid: metricWith("number of calls where urgent is yes and answered is yes"),
  },
  fix: "offered",
};

/** Reports a field of which nothing is asked. */
export function reportBareCondition(span: Span, field: string): Finding {
  const at = { start: span.end, end: span.end };
  const message = `${quoted(field)} alone is not a condition: say what it is, as in ${quoted(`${field} is yes`)}`;
  return { rule: bareCondition, span, message, fixes: [replacing(at, " is yes", `write ${field} is yes`)] };
}
