import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Declared } from "../scope.ts";
import { fixOf, inserted, relatedAt } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(more: string): string {
  return withMoney(`credit slow_calls on prompt
  gives 50 EUR

credit fee_back on prompt
  gives 5% of monthly_fee${more}
`);
}

/** A miss that two credits pay for. */
export const sameMiss: DiagnosticRule = {
  code: "TEN2862",
  name: "same-miss",
  severity: "error",
  spec: "§3.7.20",
  summary: "A miss is paid for by one credit, unless another says that it comes on top.",
  help: "Whether two credits for one miss are both owed, or only the larger, would have to be guessed. If both are meant, write `additional to` in one of them.",
  examples: { invalid: example(""), valid: example("\n  additional to slow_calls") },
  fix: "offered",
};

type Credit = Declared<ast.CreditDeclaration>;

/** Reports a credit that reads a miss which an earlier one reads. */
export function reportSameMiss({ site, node }: Credit, name: ast.Name, earlier: Credit): void {
  const other = earlier.node.name.text;
  const message = `a miss of \`${name.text}\` is already paid for by \`${other}\``;
  const last = node.sentences.at(-1)?.span.end ?? node.headSpan.end;
  const sentence = `additional to ${other}`;
  site.say(sameMiss, name.span, message, {
    fixes: [fixOf(`write \`${sentence}\``, inserted(last, `\n  ${sentence}`))],
    related: [relatedAt(earlier.site, earlier.node.name.span, "the other credit is declared here")],
  });
}
