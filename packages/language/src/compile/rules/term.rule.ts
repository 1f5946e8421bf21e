/** TEN3002: an agreement runs for longer than zone rules can be written down. */
import type { AgreementPlan } from "@tenet-lang/evaluator";
import type { Diagnostic, DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { diagnosticAt } from "../origin.ts";
import { fitsTable, MOST_YEARS } from "../zone.ts";

const example = (until: string): string => `agreement a "A"
  version 1.0.0
  effective from 2026-01-01 until ${until}
  time zone "Europe/Amsterdam"
`;

/** The law of the term's length. */
export const term: DiagnosticRule = {
  code: "TEN3002",
  name: "term",
  severity: "error",
  spec: "§3.1",
  summary: `An agreement with a last day runs for at most ${MOST_YEARS} years.`,
  help: "The clock changes of the whole term are written into the bundle, and nobody knows them a century ahead. An agreement without an end says `until further notice`.",
  examples: { invalid: example("9999-12-31"), valid: example("further notice") },
  fix: { none: "the right last day, or none, is the parties' to say" },
  elsewhere: { none: "both days stand in one line" },
};

/** Says that the term is too long, if it is. */
export function termProblem(agreement: AgreementPlan): Diagnostic | null {
  if (fitsTable(agreement.effective)) return null;
  const { from, until } = agreement.effective;
  return diagnosticAt(
    term,
    agreement.origin,
    `the agreement runs from ${from} until ${until}; write a last day within ${MOST_YEARS} years, or \`until further notice\``,
  );
}
