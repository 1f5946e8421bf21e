import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, replaced, type Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

/** Dates the wrong way round. */
export const termOrder: DiagnosticRule = {
  code: "TEN2801",
  name: "term-order",
  severity: "error",
  spec: "§3.1.3",
  summary: "What is effective ends on or after the day on which it begins.",
  help: "Both days belong to it. Write the first day after `from` and the last after `until`.",
  examples: {
    invalid: withAgreement("", "from 2026-12-31 until 2026-01-01"),
    valid: withAgreement("", "from 2026-01-01 until 2026-12-31"),
  },
  fix: "offered",
  elsewhere: { none: "both days stand in one line" },
};

/** Reports an end before a beginning. */
export function reportTermOrder(site: Site, from: ast.DateValue, until: ast.DateValue): void {
  site.say(termOrder, until.span, `\`${until.text}\` is before \`${from.text}\`, on which it begins`, {
    fixes: [fixOf("swap the two dates", replaced(from.span, until.text), replaced(until.span, from.text))],
  });
}
