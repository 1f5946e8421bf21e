import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { writing } from "../offers.ts";
import { type Site, wordsOf } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(day: string): string {
  return withStandard(`  requires quick at least 95%
  measured over rolling 4 weeks
  assessed on day ${day} of each calendar month
  needs no minimum
`);
}

/** A day that no span has. */
export const assessmentDay: DiagnosticRule = {
  code: "TEN2516",
  name: "assessment-day",
  severity: "error",
  spec: "§3.6.24",
  summary: "An assessment is on a day that the span can have.",
  help: "In a span that is too short for the day (day 30 in February) the assessment is on its last day.",
  examples: { invalid: example("32"), valid: example("20") },
  fix: "offered",
  elsewhere: { none: "the day and its span stand in one line" },
};

/** Reports the day of an assessment; `most` is the last that the span can have. */
export function reportAssessmentDay(site: Site, node: ast.NumberValue, span: string, most: number): void {
  const written = wordsOf(site.file, node.span);
  site.say(
    assessmentDay,
    node.span,
    `a calendar ${span.replace("_", " ")} has days 1 to ${most}, not \`${written}\``,
    { fixes: [writing(node.span, `${most}`)] },
  );
}
