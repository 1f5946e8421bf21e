import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did-you-mean.ts";
import type * as ast from "../../syntax/ast.ts";
import { guessFix, guessWords, relatedAt, type Site } from "../site.ts";
import { withMoney } from "./example-files.ts";

function example(step: string): string {
  return withMoney(`escalation slow_again on prompt
  step plan when missed cure within 45 days
  step may_end when ${step} is not cured
`);
}

/** A step that asks of another what it cannot know. */
export const stepCondition: DiagnosticRule = {
  code: "TEN2835",
  name: "step-condition",
  severity: "error",
  spec: "§3.7.26",
  summary: "`cured` is asked of a step that stands above and has a time to be cured in.",
  help: "Steps are read from the first to the last at each assessment. Write `cure within 45 days` in the step that is to be cured.",
  examples: { invalid: example("plans"), valid: example("plan") },
  fix: "offered",
  elsewhere: { sentence: ["Step"], says: "this is another step" },
};

/** Why a step cannot be asked whether it is cured. */
export type StepProblem =
  | { readonly kind: "unknown"; readonly names: readonly string[] }
  | { readonly kind: "later" }
  | { readonly kind: "no-cure"; readonly step: ast.Step };

/** Reports the name of a step that is not there, not above, or never cured. */
export function reportStepCondition(site: Site, name: ast.Name, problem: StepProblem): void {
  switch (problem.kind) {
    case "unknown": {
      const guess = didYouMean(name.text, problem.names);
      const message = `there is no step \`${name.text}\` above${guessWords(guess)}`;
      site.say(stepCondition, name.span, message, { fixes: guessFix(name.span, guess) });
      return;
    }
    case "later":
      site.say(stepCondition, name.span, `\`${name.text}\` is no earlier step, so it is not known yet`);
      return;
    case "no-cure":
      site.say(stepCondition, name.span, `\`${name.text}\` has no \`cure within\`, so it is never cured`, {
        related: [relatedAt(site, problem.step.name.span, "the step is written here")],
      });
  }
}
