import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A pattern that could take for ever, or that cannot be read. */
export const invalidPattern: DiagnosticRule = {
  code: "TEN2211",
  name: "invalid-pattern",
  severity: "error",
  spec: "§2.5.8",
  summary: "A pattern has at most 1,000 characters and can be matched in time that grows only with the text.",
  help: "References back to a group (`\\1`) and looking ahead or behind (`(?=`, `(?<!`) need time without bound on some texts. All else of the RE2 dialect is there.",
  examples: {
    invalid: withCalls('metric own number of calls where centre_id matches "^(NL)-\\\\1"\n'),
    valid: withCalls('metric own number of calls where centre_id matches "^NL-[0-9]+$"\n'),
  },
  fix: { none: "another pattern for the same texts is for the author to find" },
  elsewhere: { subject: true },
};

const LONGEST = 1000;

/** Whether the pattern of a `matches` test can be used; if not, that is reported. */
export function checkPattern(
  site: Site,
  test: ast.Test,
  accepts: ((pattern: string) => boolean) | undefined,
): boolean {
  const [value] = test.values;
  if (value?.kind !== "Text") return false;
  const problem = problemOf(value.text, accepts);
  if (problem !== null) site.say(invalidPattern, value.span, problem);
  return problem === null;
}

function problemOf(pattern: string, accepts: ((pattern: string) => boolean) | undefined): string | null {
  if (pattern.length > LONGEST)
    return `the pattern has ${pattern.length} characters; at most ${LONGEST} are read`;
  // Pairs of a backslash and its character are skipped whole, so that `\\1` (a backslash, then 1) is not refused.
  for (const [piece] of pattern.matchAll(/\\k<|\\[\s\S]|\(\?<?[=!]/g)) {
    if (/^\\(?:[1-9]|k<)/.test(piece))
      return `\`${piece}\` refers back to a group, which patterns here cannot`;
    if (piece.startsWith("(")) return `\`${piece}\` looks ahead or behind, which patterns here cannot`;
  }
  return accepts === undefined || accepts(pattern)
    ? null
    : "the pattern cannot be read; patterns are of the RE2 dialect";
}
