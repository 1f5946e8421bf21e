import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { typeWords, type ValueType } from "../types.ts";
import { withCalls } from "./example-files.ts";

const METRICS = `metric offered number of calls
metric waits sum of wait in calls
`;

/** A ratio whose two metrics do not go together. */
export const ratioUnits: DiagnosticRule = {
  code: "TEN2405",
  name: "ratio-units",
  severity: "error",
  spec: "§3.5.15",
  summary: "A ratio is of a metric to a count or a number, or of two metrics in the same unit.",
  help: "Seconds per call are seconds, and euros per euro are a plain number; calls per second have no unit of the language. For the share of rows, write `percent of … out of …`.",
  examples: {
    invalid: withCalls(`${METRICS}metric load ratio of offered to waits\n`),
    valid: withCalls(`${METRICS}metric load ratio of waits to offered\n`),
  },
  fix: { none: "which two metrics are meant is for the author to say" },
};

interface Part {
  readonly name: string;
  readonly type: ValueType | null;
}

/** Reports a ratio of two metrics that have no ratio. */
export function reportRatioUnits(site: Site, span: Span, over: Part, under: Part): void {
  const words = (part: Part): string =>
    `\`${part.name}\` is ${part.type === null ? "unknown" : typeWords(part.type)}`;
  site.say(ratioUnits, span, `${words(over)} and ${words(under)}, of which there is no ratio`);
}
