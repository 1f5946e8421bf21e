import type { CalendarUnit } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, replaced, type Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(unit: string): string {
  return withMoney(`escalation slow_again on prompt
  step letter when missed 3 ${unit} in a row
`);
}

/** A row counted in other units than those of the standard. */
export const eventUnit: DiagnosticRule = {
  code: "TEN2831",
  name: "event-unit",
  severity: "error",
  spec: "§4.4.5",
  summary: "Verdicts in a row are counted in the span that their standard is measured or assessed each.",
  help: "One verdict stands for one such span, so three months of a standard that is measured each month are three verdicts. To count within a longer time, write `3 times in rolling 6 months`.",
  examples: { invalid: example("weeks"), valid: example("months") },
  fix: "offered",
};

/** Reports the unit of a row, and offers the one of the standard. */
export function reportEventUnit(
  site: Site,
  { unitSpan, unit }: ast.EventCount & { readonly kind: "InARow" },
  standard: string,
  own: CalendarUnit,
): void {
  const [ownWords, words] = [own, unit].map((each) => each.replace("_", " "));
  const message = `\`${standard}\` has one verdict for each ${ownWords}, not for each ${words}`;
  site.say(eventUnit, unitSpan, message, {
    fixes: [fixOf(`write \`${ownWords}s\``, replaced(unitSpan, `${ownWords}s`))],
  });
}

/** Reports a row that is to be counted for standards of different spans, so that no unit fits them all. */
export function reportMixedSpans(site: Site, span: Span, spans: readonly CalendarUnit[]): void {
  const words = spans.map((each) => `each ${each.replace("_", " ")}`).join(" and ");
  site.say(
    eventUnit,
    span,
    `the standards of this declaration are judged ${words}, so no row counts for all; write \`times in rolling\``,
  );
}
