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

/** A mean of periods that the window cuts. */
export const periodMeanWindow: DiagnosticRule = {
  code: "TEN2510",
  name: "period-mean-window",
  severity: "error",
  spec: "§3.5",
  summary: "A mean of period values is read over a window that is made of whole periods.",
  help: "Months fill quarters and years, but not weeks or the last 90 days. A rolling window of months holds whole months where it is assessed at the end of one, or is `rolling N calendar months`.",
  examples: { invalid: example("week"), valid: example("quarter") },
  fix: { none: "which window or period is meant is for the author to say" },
};

/** Reports a metric that averages over `span` where the stretch it is read over may cut one. */
export function reportPeriodMeanWindow(site: Site, name: ast.Name, mean: string, span: string): void {
  const periods = `calendar ${span.replace("_", " ")}s`;
  site.say(periodMeanWindow, name.span, `\`${mean}\` averages over ${periods}, and this is not made of whole ones`);
}
