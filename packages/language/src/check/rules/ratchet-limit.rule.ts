import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(limit: string): string {
  return withMoney(`standard even "Half of the calls, no more and no less"
  requires quick ${limit}
  measured each calendar month
  needs no minimum

ratchet quicker on even
  when met 12 months in a row
  raises limit to halfway between limit and average
`);
}

/** A limit that cannot be raised. */
export const ratchetLimit: DiagnosticRule = {
  code: "TEN2841",
  name: "ratchet-limit",
  severity: "error",
  spec: "§3.7.32",
  summary: "A ratchet raises the one limit of its standard: a number with one stricter side.",
  help: "The limit is `at least` or `more than` in all its rows and amendments, or `at most`, `less than` or `fewer than` in all of them; it is not against peers.",
  examples: { invalid: example("from 45% to 55%"), valid: example("at least 45%") },
  fix: { none: "which limit should rise is a decision of the parties" },
};

/** Reports the standard of a ratchet, and why its limit cannot be raised. */
export function reportRatchetLimit(site: Site, name: ast.Name, message: string): void {
  site.say(ratchetLimit, name.span, message);
}
