import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { quoted } from "../wording.ts";
import { metricWith } from "./examples.ts";
import type { Finding } from "./finding.ts";

function creditWith(sentence: string): string {
  return `${metricWith("number of calls")}
credit slow_calls "A call that waits costs"
  pays for rows of calls
  ${sentence}
`;
}

/** An amount for each of something, behind the amount. */
export const amountForEach: DiagnosticRule = {
  code: "TEN1027",
  name: "amount-for-each",
  severity: "error",
  spec: "§3.7.13",
  summary:
    "Rows that are paid for are named by `pays for rows of`; which of them count, and for how much, says `gives`.",
  help: "`pays for rows of calls` puts each `gives` to every call, and `gives 2 EUR when urgent is yes` pays those that are. A length of time is paid by `gives 2 EUR for each started hour of wait in calls`. With `on STANDARD` and without `pays`, `gives` is put to each missed verdict.",
  examples: {
    invalid: creditWith("gives 2 EUR per call"),
    valid: creditWith("gives 2 EUR"),
  },
  fix: "offered",
  elsewhere: { none: "the sentences that say it belong where the amount stands" },
};

/** Reports `said`, behind an amount; `sentences` are what says the same, where that is known. */
export function reportAmountForEach(
  span: Span,
  said: string,
  sentences: readonly string[],
  fixes: readonly Fix[],
): Finding {
  const how =
    sentences.length === 0
      ? "the rows are named by `pays for rows of …`, and `gives … when …` says which of them count"
      : `write ${sentences.map(quoted).join(" and ")}`;
  const message = `an amount ${quoted(said)} is said in other words: ${how}`;
  return { rule: amountForEach, span, message, fixes };
}
