import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(dated: string): string {
  return `dataset certificates from "certificates.csv" one row per person_id
  valid from passed_on until expires_on
  field person_id text
  field passed_on date
  field expires_on date optional

metric certified number of certificates
${dated}`;
}

/** A date asked of rows that hold for a time. */
export const validRows: DiagnosticRule = {
  code: "TEN2314",
  name: "valid-rows",
  severity: "error",
  spec: "§3.2.17",
  summary: "Rows with `valid from … until …` count in a window while they are valid, and by nothing else.",
  help: "Such a row has no place of its own in time, so no metric dates it anew and there are no latest ones. Leave `valid` away if one date decides.",
  examples: { invalid: example("  dated passed_on\n"), valid: example("") },
  fix: "offered",
};

/** Reports what asks a date of rows that are valid for a time. */
export function reportValidRows(site: Site, span: Span, table: string): void {
  site.say(
    validRows,
    span,
    `rows of \`${table}\` count while they are valid, so no other date can put them into a window`,
  );
}
