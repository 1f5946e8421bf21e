import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import { metricWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A percentage of nothing. */
export const shareWithoutWhole: DiagnosticRule = {
  code: "TEN1023",
  name: "share-without-whole",
  severity: "error",
  spec: "§1.3",
  summary: "A percentage says which rows it counts, and out of which rows.",
  help: "The rows after `out of` are the 100%. Whether rows that are cancelled, open or of another kind belong to them changes the percentage, so it is written: `out of parcels where delivered_at is given`.",
  examples: {
    invalid: metricWith("percent of calls where answered is yes"),
    valid: metricWith("percent of calls where answered is yes out of calls"),
  },
  fix: "offered",
  elsewhere: { none: "what is lacking stands nowhere" },
};

/** `end` is where the sentence stops; `fixes` write the whole of `dataset`. */
export function reportShareWithoutWhole(end: number, dataset: string, fixes: readonly Fix[]): Finding {
  const message = `a percentage must say what it is a percentage of: add \`out of ${dataset}\`, with a \`where\` if only some of its rows count`;
  return { rule: shareWithoutWhole, span: { start: end, end }, message, fixes };
}
