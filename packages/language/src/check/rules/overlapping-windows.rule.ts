import type { CalendarUnit } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(count: string): string {
  return withMoney(`standard steady "Calls are answered promptly over the quarter"
  requires quick at least 95%
  measured over rolling 3 months
  assessed at the end of each calendar month
  needs no minimum

escalation slow_again on steady
  step letter when missed${count}
`);
}

/** Verdicts over windows that overlap, counted more than once. */
export const overlappingWindows: DiagnosticRule = {
  code: "TEN2833",
  name: "overlapping-windows",
  severity: "warning",
  spec: "§4.4.7",
  summary: "Verdicts that are counted should each be about a time of their own.",
  help: "A window that is longer than the step between two assessments shows one bad month in several verdicts, so what reads as several misses may be a single one. Count verdicts of calendar windows, or act on a single verdict.",
  examples: { invalid: example(" 3 months in a row"), valid: example("") },
  fix: { none: "whether one bad time may count several times is a decision of the parties" },
};

/** Warns of an event that counts verdicts of overlapping windows. */
export function warnOverlapping(site: Site, span: Span, standard: string, step: CalendarUnit): void {
  const words = step === "half_year" ? "half year" : step;
  const message = `the windows of \`${standard}\` are longer than a ${words}, so one bad ${words} is counted several times here`;
  site.say(overlappingWindows, span, message);
}
