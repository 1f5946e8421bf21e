import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(read: string): string {
  return withHuman(`duty reaction by partner
  recorded in papers
  due within 15 days after each calendar month
  when ${read} is missed
  if missed prompt counts as missed
`);
}

/** Duties and standards that wait for each other. */
export const dutyCycle: DiagnosticRule = {
  code: "TEN2877",
  name: "duty-cycle",
  severity: "error",
  spec: "§3.9.15",
  summary: "No duty waits for a verdict that waits for the duty itself.",
  help: "The verdict of a standard waits for the duties that count as its miss, and a duty for the verdicts that its condition reads. If they wait for each other, none of them is ever known.",
  examples: { invalid: example("prompt"), valid: example("friendly") },
  fix: "offered",
};

/** Reports a duty that waits for itself, by way of the names after it. */
export function reportDutyCycle(site: Site, name: ast.Name, through: readonly string[]): void {
  const way = through.map((one) => `\`${one}\``).join(", that for ");
  const message = `\`${name.text}\` waits for ${way === "" ? "itself" : `${way}, and that for \`${name.text}\` again`}`;
  site.say(dutyCycle, name.span, message);
}
