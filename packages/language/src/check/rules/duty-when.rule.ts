import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withHuman } from "./example-files.ts";

function example(due: string): string {
  return withHuman(`duty reaction by partner
  recorded in papers
  due ${due}
  when prompt is missed
`);
}

/** A condition on a duty that is due once. */
export const dutyWhen: DiagnosticRule = {
  code: "TEN2875",
  name: "duty-when",
  severity: "error",
  spec: "§3.9.14",
  summary: "A condition on a duty is read over the span after which the duty is due.",
  help: "A duty that is due once belongs to no span of time, so there is nothing that verdicts and metrics could be read over.",
  examples: { invalid: example("on 2026-06-30"), valid: example("within 15 days after each calendar month") },
  fix: "offered",
  elsewhere: { sentence: ["DueSentence"], says: "the duty is due once" },
};

/** Reports the condition of a duty that is due once. */
export function reportDutyWhen(site: Site, span: Span): void {
  site.say(dutyWhen, span, "this duty is due once, so its condition has no span of time to be read over");
}
