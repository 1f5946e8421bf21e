import type { DiagnosticRule, Fix } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { fixOf, inserted, type Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

/** A percentage that does not say what a missing value means. */
export const missingUnsaid: DiagnosticRule = {
  code: "TEN2402",
  name: "missing-unsaid",
  severity: "error",
  spec: "§3.5.5",
  summary:
    "A percentage whose numerator tests an optional field says in one of its populations what a missing value means.",
  help: "Rows without the value can be left out of the percentage, or stay in it and count against. The two can differ by many points, so the agreement says which: `is given` below the line leaves them out, above the line counts them against.",
  examples: {
    invalid: withCalls("metric happy percent of calls where stars at least 4 out of calls\n"),
    valid: withCalls(
      "metric happy percent of calls where stars at least 4 out of calls where stars is given\n",
    ),
  },
  fix: "offered",
};

/** The fields of a dataset, and whether each may be missing. */
type Fields = ReadonlyMap<string, { readonly optional: boolean }>;

/** Reports optional fields that the numerator tests and of which neither population says `is given` or not. */
export function checkMissingSaid(
  site: Site,
  share: { readonly numerator: ast.Population; readonly denominator: ast.Population },
  fields: Fields,
): void {
  const { numerator, denominator } = share;
  if (numerator.where === null) return;
  const said = new Set([
    ...saidIn(numerator.where),
    ...(denominator.where === null ? [] : saidIn(denominator.where)),
  ]);
  for (const { text: words, span } of testedIn(numerator.where)) {
    if (fields.get(words)?.optional !== true || said.has(words)) continue;
    said.add(words);
    const message = `\`${words}\` may be missing, and neither population says what that means: add \`${words} is given\``;
    site.say(missingUnsaid, span, message, {
      fixes: [
        givenIn(denominator, words, `leave out rows without \`${words}\``),
        givenIn(numerator, words, `count rows without \`${words}\` against`),
      ],
    });
  }
}

/** Adds `FIELD is given` to a population. */
function givenIn(population: ast.Population, words: string, title: string): Fix {
  const { where, span } = population;
  if (where === null) return fixOf(title, inserted(span.end, ` where ${words} is given`));
  // A condition in parentheses ends before its population does.
  const bareOr = where.kind === "Or" && where.span.end === span.end;
  if (!bareOr) return fixOf(title, inserted(span.end, ` and ${words} is given`));
  return fixOf(title, inserted(where.span.start, "("), inserted(span.end, `) and ${words} is given`));
}

/** Fields of which a condition says whether they are given. Look-ups speak of another dataset. */
function saidIn(node: ast.Condition): readonly string[] {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.flatMap(saidIn);
    case "Not":
      return saidIn(node.operand);
    case "Comparison":
      return isGivenTest(node) && node.left.form !== "partner" ? [node.left.name.text] : [];
    case "Lookup":
      return [];
  }
}

function isGivenTest(node: ast.Comparison): boolean {
  return node.test.operator === "isGiven" || node.test.operator === "isNotGiven";
}

/** Names of fields of the row whose value a condition tests, on either side. A look-up is never undecided. */
function testedIn(node: ast.Condition): readonly ast.Name[] {
  switch (node.kind) {
    case "And":
    case "Or":
      return node.operands.flatMap(testedIn);
    case "Not":
      return testedIn(node.operand);
    case "Comparison": {
      if (isGivenTest(node)) return [];
      const right = node.test.values.filter((value) => value.kind === "Name");
      return node.left.form === "partner" ? right : [node.left.name, ...right];
    }
    case "Lookup":
      return [];
  }
}
