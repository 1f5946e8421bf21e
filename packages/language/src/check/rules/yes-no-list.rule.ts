import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";

function example(test: string): string {
  return `dataset calls from "calls.csv" one row per line
  dated called_on
  field called_on date
  field solved yes_no

metric solved_calls number of calls where solved ${test}
`;
}

/** A list of yes and no. */
export const yesNoList: DiagnosticRule = {
  code: "TEN2216",
  name: "yes-no-list",
  severity: "error",
  spec: "§2.5.1",
  summary: "A yes or no is compared with `is` or `is not`, not with a list.",
  help: "A list of one is `is`, and a list of both is `is given`.",
  examples: { invalid: example("is one of yes, no"), valid: example("is yes") },
  fix: "offered",
  elsewhere: { subject: true },
};

/** Reports `is one of` after a yes or no. */
export function reportYesNoList(site: Site, test: ast.Test): void {
  site.say(yesNoList, test.operatorSpan, "a yes or no is compared with `is`, not with a list");
}
