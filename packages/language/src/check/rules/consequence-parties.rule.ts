import type { PartyKind } from "@tenet-lang/evaluator";
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(name: string): string {
  return withMoney(`dataset survey from "survey.csv" one row per line
  dated asked_on
  field asked_on date

metric asked number of survey

standard heard "Customers are asked"
  requires asked at least 10
  measured each calendar month
  needs no minimum

credit slow_calls on prompt
  gives 50 EUR
  unless ${name} is pending
`);
}

/** Verdicts of partners and of the brand in one consequence. */
export const consequenceParties: DiagnosticRule = {
  code: "TEN2850",
  name: "consequence-parties",
  severity: "error",
  spec: "§3.7.2",
  summary: "All that one consequence reads is about the partners, or all of it about the brand.",
  help: "A finding belongs to one party, so what it follows from must be that party's own. What partners and the brand owe each other makes two consequences.",
  examples: { invalid: example("heard"), valid: example("prompt") },
  fix: "offered",
};

/** Reports the first name of a consequence that is about the other kind of party. */
export function reportConsequenceParties(
  site: Site,
  name: Pick<ast.Name, "text" | "span">,
  { what, odd, other }: { readonly what: string; readonly odd: PartyKind | null; readonly other: string },
): void {
  const [here, there] = odd === "brand" ? ["the brand", "partners"] : ["partners", "the brand"];
  const message = `\`${name.text}\` is about ${here} and \`${other}\` about ${there}, so one ${what} cannot read both`;
  site.say(consequenceParties, name.span, message);
}
