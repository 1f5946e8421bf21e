import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { declarationWords } from "../tokens.ts";
import { listText, quoted } from "../wording.ts";
import { partnersWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

/** A line that no declaration owns. */
export const outsideDeclaration: DiagnosticRule = {
  code: "TEN1021",
  name: "outside-declaration",
  severity: "error",
  spec: "§2.2.8",
  summary: "Everything belongs to a declaration, and a declaration starts with its word.",
  help: "Put the declaration word in front of the line, or move the line below the declaration that it belongs to.",
  examples: {
    invalid: `from "partners.csv" key partner_id\n  field partner_id text\n`,
    valid: partnersWith("field country text"),
  },
  fix: "offered",
  elsewhere: { none: "the line belongs to no declaration" },
};

/** A declaration whose sentences may start with a word. */
export interface Owner {
  readonly word: string;
  readonly title: string;
}

/** Reports a sentence before the first declaration; `owners` are those that it can belong to. */
export function reportSentenceOutside(span: Span, word: string, owners: readonly Owner[]): Finding {
  const titles = listText(owners.map(({ title }) => title));
  const words = listText(owners.map((owner) => quoted(owner.word)));
  const message = `${quoted(word)} is a sentence of ${titles}: put it below a line that starts with ${words}`;
  return { rule: outsideDeclaration, span, message, fixes: [] };
}

/** Reports a line before any declaration, or a head without its word. */
export function reportOutsideDeclaration(span: Span, word: string, fixes: readonly Fix[]): Finding {
  const words = listText(declarationWords.slice(0, 6).map((each) => quoted(each)));
  const message = `${quoted(word)} starts no declaration: the line needs a word such as ${words} in front`;
  return { rule: outsideDeclaration, span, message, fixes };
}
