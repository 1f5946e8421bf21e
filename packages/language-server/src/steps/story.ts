/** What is told about a standard's verdict: all that its steps are made from. */
import type { Decided, Verdict } from "@tenet-lang/evaluator";
import type { MetricReading } from "./metric-steps.ts";
import type { Standard, Written } from "./sentences.ts";

export interface Story extends MetricReading {
  readonly verdict: Verdict;
  readonly decided: Decided;
  readonly standard: Written<Standard>;
}

/** Whom a verdict is about. */
export function partyWords({ party }: Pick<Verdict, "party">): string {
  return party.kind === "brand" ? "the brand" : party.key;
}
