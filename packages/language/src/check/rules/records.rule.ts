import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(dataset: string): string {
  return withHuman(`duty yearly_count by partner
  recorded in ${dataset}
  due on 2026-06-30
`);
}

/** Records that belong to nobody. */
export const records: DiagnosticRule = {
  code: "TEN2873",
  name: "records",
  severity: "error",
  spec: "§3.9.1",
  summary: "Records of what partners state and deliver say whose they are.",
  help: "A partner's attestation or duty is looked for among the rows of that partner, so their dataset has a `partner` sentence. For the brand all rows are read.",
  examples: { invalid: example("notices"), valid: example("papers") },
  fix: "offered",
};

/** Reports a dataset whose rows name no partner, where `what` reads those of one. */
export function reportRecords(site: Site, span: Span, table: string, what: string): void {
  const message = `rows of \`${table}\` belong to no partner, so ${what} finds none in them`;
  site.say(records, span, message);
}
