import type { DiagnosticRule, Related } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { writing } from "../offers.ts";
import type { Site } from "../site.ts";
import { aDeclaration, anyDeclaration } from "../words.ts";
import { withCalls } from "./example-files.ts";

/** A name of a declaration of another kind. */
export const wrongKind: DiagnosticRule = {
  code: "TEN2002",
  name: "wrong-kind",
  severity: "error",
  spec: "§2.3.4",
  summary: "A name stands where its kind of declaration can stand.",
  help: "A population is made of the rows of a dataset, a limit is set on a metric, a credit reads verdicts. Name a declaration of the kind that the sentence asks for.",
  examples: {
    invalid: withCalls("metric offered number of calls\nmetric twice number of offered\n"),
    valid: withCalls("metric offered number of calls\n"),
  },
  fix: "offered",
};

/** Reports the name of a declaration of kind `actual` where one of `kinds` must stand, which `candidates` are. */
export function reportWrongKind(
  site: Site,
  name: ast.Name,
  actual: string,
  kinds: readonly string[],
  declaredAt: Related,
  candidates: readonly string[],
): void {
  const message = `\`${name.text}\` is ${aDeclaration(actual)}, and ${anyDeclaration(kinds)} must stand here`;
  site.say(wrongKind, name.span, message, {
    related: [declaredAt],
    // Of many, none is likelier than another.
    fixes: candidates.length > 3 ? [] : candidates.map((candidate) => writing(name.span, candidate)),
  });
}
