import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, lineRemoved, type Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(valid: string): string {
  return withHuman(`attestation insured "Insurance is proven"
  given by partner
  recorded in policies
${valid}`);
}

/** Two sentences on how long a record is valid. */
export const validity: DiagnosticRule = {
  code: "TEN2874",
  name: "validity",
  severity: "error",
  spec: "§3.9.8",
  summary: "How long a record is valid is said once: by its dataset, or by the attestation.",
  help: "If the dataset says `valid from A until B`, a record holds in that time and in no other, whatever an attestation would say.",
  examples: { invalid: example("  valid 12 months\n"), valid: example("") },
  fix: "offered",
};

/** Reports a `valid` beside that of the dataset. */
export function reportValidity(site: Site, span: Span, table: string): void {
  const message = `rows of \`${table}\` say themselves from when until when they are valid`;
  site.say(validity, span, message, { fixes: [fixOf("remove this sentence", lineRemoved(site, span))] });
}
