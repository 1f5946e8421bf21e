import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, inserted, type Site } from "../site.ts";
import { aDeclaration } from "../words.ts";
import { withCalls } from "./example-files.ts";

function example(label: string): string {
  return withCalls(`metric offered number of calls

standard busy${label}
  requires offered at least 100
  measured each calendar month
  needs no minimum
`);
}

/** A declaration that people read, without words for people. */
export const missingLabel: DiagnosticRule = {
  code: "TEN2104",
  name: "missing-label",
  severity: "error",
  spec: "§2.3.7",
  summary: "An agreement, a standard, an attestation and a test have a label for people after their name.",
  help: "Reports and verdicts show the label. Write it in double quotes after the name.",
  examples: { invalid: example(""), valid: example(' "Busy"') },
  fix: "offered",
  elsewhere: { none: "the label belongs right behind the name" },
};

/** Reports a name without a label, and offers the name in words. */
export function reportMissingLabel(site: Site, kind: string, name: ast.Name): void {
  const words = name.text.replaceAll("_", " ").trim();
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  site.say(missingLabel, name.span, `${aDeclaration(kind)} needs a label for people after \`${name.text}\``, {
    fixes: [fixOf(`write \`"${label}"\``, inserted(name.span.end, ` "${label}"`))],
  });
}
