import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { listText, quoted } from "../wording.ts";
import { metricWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** A name where a condition should be. */
export const bareCondition: DiagnosticRule = {
  code: "TEN1019",
  name: "bare-condition",
  severity: "error",
  spec: "§2.6.2",
  summary: "A name alone is never a condition.",
  help: 'Say what is asked of it: `answered is yes`, `wait at most 60 seconds`, `reason is not given`, `punctual is missed`; of a partner, what is asked of which field: `partner.country is "NL"`.',
  examples: {
    invalid: metricWith("number of calls where urgent and answered is yes"),
    valid: metricWith("number of calls where urgent is yes and answered is yes"),
  },
  fix: "offered",
  elsewhere: { subject: true },
};

/** What a name stands for of which nothing is asked. */
export type Named =
  | { readonly kind: "yes_no" | "other" }
  /** `partner` itself, with the fields of the declared partners; null where nothing is known of them. */
  | { readonly kind: "partner"; readonly fields: readonly string[] | null };

/** Reports a name of which nothing is asked; `named` is what it most likely stands for. */
export function reportBareCondition(span: Span, words: string, named: Named = likely(words)): Finding {
  const alone = `${quoted(words)} alone is not a condition`;
  switch (named.kind) {
    case "partner":
      return { rule: bareCondition, span, message: `${alone}: ${askedOf(named.fields)}`, fixes: [] };
    case "other":
      return { rule: bareCondition, span, message: `${alone}: say what is asked of it`, fixes: [] };
    case "yes_no": {
      const behind = { start: span.end, end: span.end };
      const fix: Fix = { ...replacing(behind, " is yes", `write ${words} is yes`), isGuess: true };
      const message = `${alone}: say what it is, as in ${quoted(`${words} is yes`)}`;
      return { rule: bareCondition, span, message, fixes: [fix] };
    }
  }
}

/** What the words say by themselves: whoever writes a name and nothing else takes it for a yes or a no. */
function likely(words: string): Named {
  if (words === "partner") return { kind: "partner", fields: null };
  return { kind: words.startsWith("date of ") ? "other" : "yes_no" };
}

function askedOf(fields: readonly string[] | null): string {
  return fields === null || fields.length === 0
    ? 'say what is asked of which field of the partner, as in `partner.country is "NL"`'
    : `say what is asked of which field of the partner, ${listText(fields.map((field) => `\`partner.${field}\``))}`;
}
