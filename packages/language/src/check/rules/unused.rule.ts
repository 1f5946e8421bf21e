import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { declarationWord } from "../words.ts";
import { withAgreement } from "./example-files.ts";

/** A declaration that nothing reads. */
export const unused: DiagnosticRule = {
  code: "TEN2901",
  name: "unused",
  severity: "hint",
  spec: "§1.3",
  summary: "Every metric, dataset, clock, calendar and exclusion of an agreement is read by something.",
  help: "A metric that no standard, metric or test names changes no verdict; a reader may believe that it does. Declarations that several agreements share belong in a file without an agreement.",
  examples: { invalid: withAgreement("metric offered number of calls\n"), valid: withAgreement("") },
  fix: "offered",
  elsewhere: { none: "a name that nobody uses stands in one place only" },
};

/** Hints at a declaration. */
export function reportUnused(site: Site, kind: string, name: ast.Name): void {
  site.say(unused, name.span, `${declarationWord(kind)} \`${name.text}\` is not used`);
}
