import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(window: string): string {
  return withCalls(`metric quick percent of calls where wait at most 60 seconds out of calls
metric steady average of quick each calendar month

standard prompt "Calls are answered promptly"
  requires steady at least 95%
  measured each calendar ${window}
  needs no minimum
`);
}

/** A mean of periods that the window is too short for. */
export const periodMeanWindow: DiagnosticRule = {
  code: "TEN2510",
  name: "period-mean-window",
  severity: "error",
  spec: "§3.5.16",
  summary: "A mean of span values is read over a window that can hold a whole span.",
  help: "The spans that lie wholly in the window are averaged, so in a shorter window, and among the latest rows, there is never a value.",
  examples: { invalid: example("week"), valid: example("quarter") },
  fix: { none: "which window or period is meant is for the author to say" },
};

/** Reports a metric that averages over spans which its window cannot hold. */
export function reportPeriodMeanWindow(
  site: Site,
  name: Pick<ast.Name, "span">,
  mean: string,
  span: string,
): void {
  const whole = `whole calendar ${span.replace("_", " ")}`;
  site.say(
    periodMeanWindow,
    name.span,
    `\`${mean}\` averages over spans, and no ${whole} lies in its window`,
  );
}
