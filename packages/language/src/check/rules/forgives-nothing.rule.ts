import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { fixOf, lineRemoved, type Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(sentence: string): string {
  return withMoney(`credit slow_calls
  gives 50 EUR when prompt is missed
${sentence}`);
}

/** Forgiveness where no misses are counted. */
export const forgivesNothing: DiagnosticRule = {
  code: "TEN2858",
  name: "forgives-nothing",
  severity: "error",
  spec: "§4.6.4",
  summary: "Misses are forgiven where misses are counted: with `weight`, or with `on STANDARD`.",
  help: "A condition such as `when prompt is missed` is asked once for a period and counts no misses, so there is none to leave out.",
  examples: { invalid: example("  forgives 1 misses each calendar year\n"), valid: example("") },
  fix: "offered",
  elsewhere: { head: "own", says: "no standard is named here" },
};

/** Reports a `forgives` that has nothing to forgive. */
export function reportForgivesNothing(site: Site, span: Span): void {
  const message = "there are no misses to forgive: nothing is weighted, and no standard stands after `on`";
  site.say(forgivesNothing, span, message, {
    fixes: [fixOf("remove this sentence", lineRemoved(site, span))],
  });
}
