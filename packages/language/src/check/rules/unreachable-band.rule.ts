import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { relatedAt, type Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(first: string, second: string): string {
  return withMoney(`points marks on prompt
  gives 1 points when quick at least ${first}
  gives 2 points when quick at least ${second}
  gives 5 points otherwise
`);
}

/** A band that no value reaches. */
export const unreachableBand: DiagnosticRule = {
  code: "TEN2863",
  name: "unreachable-band",
  severity: "error",
  spec: "§3.7.21",
  summary:
    "Bands are read top-down and the first that is true holds, so earlier ones leave something for each.",
  help: "Write the strictest comparison first: `at least 90%` after `at least 80%` is never reached, since every value that it is true of was already taken.",
  examples: { invalid: example("80%", "90%"), valid: example("90%", "80%") },
  fix: "offered",
};

/** Reports a band that earlier ones hide. */
export function reportUnreachableBand(site: Site, span: Span, earlier: Span, isAfterAll: boolean): void {
  const why = isAfterAll
    ? "an earlier one already holds for all that is left"
    : "earlier ones already hold for every value that it is true of";
  site.say(unreachableBand, span, `this band can never hold: ${why}`, {
    related: [relatedAt(site, earlier, "this band comes first")],
  });
}
