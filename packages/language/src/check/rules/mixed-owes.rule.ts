import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Use } from "../consequence-reads.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(sentence: string): string {
  return withMoney(`standard asked_early "The brand announces its campaigns"
  requires quick at least 50%
  measured each calendar month
  needs no minimum
${sentence}
credit slow_calls
  puts 5% of monthly_fee at risk each calendar month
  weight 50% to prompt when missed
  weight 50% to asked_early when missed
`);
}

/** Misses of the partner and of the brand in one credit. */
export const mixedOwes: DiagnosticRule = {
  code: "TEN2851",
  name: "mixed-owes",
  severity: "error",
  spec: "§3.6.34",
  summary: "All verdicts that a credit reads ask something of the same side.",
  help: "Whoever owes what was missed owes the credit for it. What `binds brand` and what binds the partners makes two credits.",
  examples: { invalid: example("  binds brand\n"), valid: example("") },
  fix: "offered",
};

/** Reports the first name that asks something of the other side. */
export function reportMixedOwes(site: Site, odd: Use, first: Use): void {
  const message = `\`${odd.name.text}\` is owed by the ${odd.owes} and \`${first.name.text}\` by the ${first.owes}, so one credit cannot read both`;
  site.say(mixedOwes, odd.name.span, message);
}
