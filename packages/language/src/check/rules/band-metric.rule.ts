import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(metric: string): string {
  return withStandard(`  requires quick at least 95%
  measured each calendar month
  needs no minimum

metric settled percent of calls where outcome is answered out of calls

points marks on prompt
  gives 0 points when ${metric}
  gives 5 points otherwise
`);
}

/** A metric that is not measured in the windows of the standard. */
export const bandMetric: DiagnosticRule = {
  code: "TEN2866",
  name: "band-metric",
  severity: "error",
  spec: "§3.7.22",
  summary: "What is given for verdicts of a standard depends on metrics that the standard reads.",
  help: "Points read metrics that have a limit in the standard, without `for each`; credits and bonuses read all that it names. They are measured in the window of the verdict, with the exclusions of the standard.",
  examples: { invalid: example("settled at least 97%"), valid: example("quick at least 97%") },
  fix: "offered",
};

const WHY = {
  unread: "is not read by",
  unlimited: "has no limit in",
  grouped: "is judged by groups in",
};

/** Reports a metric that a standard does not measure in the way that is needed. */
export function reportBandMetric(
  site: Site,
  name: ast.Name,
  standard: string,
  why: keyof typeof WHY = "unread",
): void {
  site.say(
    bandMetric,
    name.span,
    `\`${name.text}\` ${WHY[why]} \`${standard}\`, so it says nothing of its verdicts`,
  );
}
