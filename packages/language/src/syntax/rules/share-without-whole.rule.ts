import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { metricWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

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
};

/** `end` is where the sentence stops; the whole of `dataset` is offered only where the share counts a part of it. */
export function reportShareWithoutWhole(end: number, dataset: string, isPart: boolean): Finding {
  const words = `out of ${dataset}`;
  const message = `a percentage must say what it is a percentage of: add \`${words}\`, with a \`where\` if only some of its rows count`;
  const span = { start: end, end };
  const fixes = isPart ? [replacing(span, ` ${words}`, `add ${words}`)] : [];
  return { rule: shareWithoutWhole, span, message, fixes };
}
