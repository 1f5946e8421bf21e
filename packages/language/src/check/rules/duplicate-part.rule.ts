import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type * as ast from "../../syntax/ast.ts";
import { relatedAt, type Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(second: string): string {
  return withHuman(`tiers class
  level gold when prompt is met
  level ${second} otherwise
  assessed on day 1 of each calendar quarter
`);
}

/** Two steps, or two levels, of one name in one declaration. */
export const duplicatePart: DiagnosticRule = {
  code: "TEN2014",
  name: "duplicate-part",
  severity: "error",
  spec: "§2.3.4",
  summary: "The steps of an escalation, and the levels of tiers, have different names.",
  help: "A finding says by its name which step or level was reached. Steps and levels are named within their declaration, so another declaration may use the same names.",
  examples: { invalid: example("gold"), valid: example("basic") },
  fix: "offered",
};

/** Reports the later of two parts of one name; `what` is a step or a level. */
export function reportDuplicatePart(site: Site, name: ast.Name, what: string, earlier: Span): void {
  site.say(duplicatePart, name.span, `this declaration has a ${what} \`${name.text}\` already`, {
    related: [relatedAt(site, earlier, `\`${name.text}\` stands here first`)],
  });
}
