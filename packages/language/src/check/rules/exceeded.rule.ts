import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(second: string): string {
  return withStandard(`  requires quick at least 95%${second}
  measured each calendar month
  needs no minimum

points praise on prompt
  gives 1 points otherwise
  doubled when exceeded
`);
}

/** A limit that cannot be exceeded. */
export const exceeded: DiagnosticRule = {
  code: "TEN2832",
  name: "exceeded",
  severity: "error",
  spec: "§4.4.6",
  summary: "A standard is exceeded where it has one limit, and values on the better side of it.",
  help: "With several limits, or one for each group, it is not said which must be exceeded. A limit that is `from … to`, `is`, `is not` or `in best` has no side on which values are better.",
  examples: { invalid: example("\n  requires offered at least 100"), valid: example("") },
  fix: { none: "what counts as exceeding is a decision of the parties" },
};

/** Reports `exceeded` of a standard that has several limits, or one without a better side. */
export function reportExceeded(site: Site, span: Span, standard: string, hasSeveral: boolean): void {
  const why = hasSeveral
    ? "has more than one limit, so it is not said which must be exceeded"
    : "has a limit without a better side, so no value exceeds it";
  site.say(exceeded, span, `\`${standard}\` ${why}`);
}
