import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, replaced, type Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(from: string): string {
  return withAgreement("").replace("at least 95%", `at least 95% from ${from}`);
}

/** A stretch of the agreement without a limit. */
export const notInForce: DiagnosticRule = {
  code: "TEN2517",
  name: "not-in-force",
  severity: "error",
  spec: "§3.6.13",
  summary: "From the agreement's first day on, some row of every limit is in force.",
  help: "Before the earliest `from` date nothing would be required, and no verdict could say so. Add a row for the days before, or let the earliest row begin with the agreement.",
  examples: { invalid: example("2026-07-01"), valid: example("2026-01-01") },
  fix: "offered",
};

/** Reports the earliest date of a limit that begins after the agreement. */
export function reportNotInForce(site: Site, date: ast.DateValue, metric: string, from: string): void {
  const message = `no limit of \`${metric}\` is in force from ${from} until ${date.text}`;
  site.say(notInForce, date.span, message, {
    fixes: [fixOf(`let it begin on ${from}`, replaced(date.span, from))],
  });
}
