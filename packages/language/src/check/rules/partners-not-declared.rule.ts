import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

const PARTNERS = `partners from "partners.csv" key partner_id
  field partner_id text
  field country text
`;

function example(partners: string): string {
  return withAgreement(partners).replace(
    "  requires",
    '  applies to partners where country is "NL"\n  requires',
  );
}

/** Something is asked of partners that nobody declared. */
export const partnersNotDeclared: DiagnosticRule = {
  code: "TEN2007",
  name: "partners-not-declared",
  severity: "error",
  spec: "§2.5.6",
  summary: "What is asked of a partner is a field of the declared `partners`.",
  help: "Without a `partners` declaration the partners are those found in the data, and nothing but their key is known. Declare `partners` with the fields that are needed.",
  examples: { invalid: example(""), valid: example(PARTNERS) },
  fix: { none: "the fields of the partners' file are not known" },
  elsewhere: { none: "what is lacking stands nowhere" },
};

/** Reports a sentence that reads partners where none are declared. */
export function reportPartnersNotDeclared(site: Site, span: Span): void {
  const message = "there is no `partners` declaration, so nothing but their key is known of partners";
  site.say(partnersNotDeclared, span, message);
}
