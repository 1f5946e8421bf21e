import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withStandard } from "./example-files.ts";

function example(sentence: string): string {
  return `partners from "partners.csv" key partner_id
  field partner_id text
  field country text

${withStandard(`  ${sentence}
  requires quick at least 95%
  measured each calendar month
  needs no minimum
`)}`;
}

/** Something other than a metric where metrics are read. */
export const gateReads: DiagnosticRule = {
  code: "TEN2512",
  name: "gate-reads",
  severity: "error",
  spec: "§2.5.4",
  summary: "Gates, warnings and the conditions of windows compare metrics with values.",
  help: "They are judged once for a whole window, where there is no single row to look at. What a partner is, stands in `applies to partners where`.",
  examples: {
    invalid: example('applies when partner.country is "NL"'),
    valid: example('applies to partners where country is "NL"'),
  },
  fix: "offered",
  elsewhere: { subject: true },
};

/** Reports a left side that is not read here; `what` is the sentence, `reads` what it may compare. */
export function reportGateReads(site: Site, span: Span, what: string, reads = "metrics"): void {
  site.say(gateReads, span, `${what} compares ${reads} only`);
}
