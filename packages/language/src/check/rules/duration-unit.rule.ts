import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(unit: string): string {
  return `dataset contracts from "contracts.csv" one row per line\n  field runs duration in ${unit}\n`;
}

/** A duration in a unit without a fixed length. */
export const durationUnit: DiagnosticRule = {
  code: "TEN2309",
  name: "duration-unit",
  severity: "error",
  spec: "§2.4.5",
  summary: "A duration is in seconds, minutes, hours, days or weeks.",
  help: "Months, quarters and years differ in length, so a number of them is no exact length of time. Declare the column as a `number` if it counts months.",
  examples: { invalid: example("months"), valid: example("days") },
  fix: "offered",
  elsewhere: { none: "the unit is wrong by itself" },
};

/** Reports the unit of a duration field. */
export function reportDurationUnit(site: Site, span: Span, unit: string): void {
  const message = `a ${unit} has no fixed length; a duration is in seconds, minutes, hours, days or weeks`;
  site.say(durationUnit, span, message);
}
