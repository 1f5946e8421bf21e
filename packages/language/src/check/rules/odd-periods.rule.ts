import type { CalendarUnit } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { writing } from "../offers.ts";
import { relatedAt, type Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(span: string): string {
  return withMoney(`credit slow_calls
  puts 5% of monthly_fee at risk each calendar month
  weight 100% to prompt when missed
  capped at 500 EUR each calendar ${span}
`);
}

/** Spans that do not fall into the same periods. */
export const oddPeriods: DiagnosticRule = {
  code: "TEN2855",
  name: "odd-periods",
  severity: "error",
  spec: "§3.7.8",
  summary: "The spans of a credit or bonus are all made of whole periods of the shortest of them.",
  help: "Days make up every span, months make up quarters, half years and years if the year starts on the first of a month. Weeks make up none of them, so what is counted each week cannot be capped each month.",
  examples: { invalid: example("week"), valid: example("quarter") },
  fix: "offered",
};

interface OneSpan {
  readonly span: Span;
  readonly unit: CalendarUnit;
}

/** Reports a span that is not made of whole periods, which are as long as the shortest span. */
export function reportOddPeriods(site: Site, { span, unit }: OneSpan, shortest: OneSpan): void {
  const period = words(shortest.unit);
  const message = `a ${words(unit)} is not made of whole ${period}s, in which this is worked out`;
  const related = [relatedAt(site, shortest.span, `because of this, it is worked out each ${period}`)];
  const fixes = [writing(shortest.span, `each calendar ${words(unit)}`)];
  site.say(oddPeriods, span, message, { related, fixes });
}

function words(unit: CalendarUnit): string {
  return unit === "half_year" ? "half year" : unit;
}
