import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

/** A declared name that already means something. */
export const reservedName: DiagnosticRule = {
  code: "TEN2004",
  name: "reserved-name",
  severity: "error",
  spec: "§2.3.6",
  summary: "`partners` names the declared partners and nothing else.",
  help: "A test gives rows to the partners by this word, so a declaration of the same name could not be reached. Choose another name.",
  examples: {
    invalid: 'dataset partners from "partners.csv" one row per line\n  field country text\n',
    valid: 'dataset shops from "partners.csv" one row per line\n  field country text\n',
  },
  fix: "offered",
  elsewhere: { none: "the name belongs to the language, so it is declared nowhere" },
};

/** Reports a name that stands for something else. */
export function reportReservedName(site: Site, span: Span, name: string, meaning: string): void {
  site.say(reservedName, span, `\`${name}\` cannot be declared: it stands for ${meaning}`);
}
