import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { writing } from "../offers.ts";
import type { Site } from "../site.ts";
import { listWords } from "../types.ts";
import { withCalls } from "./example-files.ts";

function example(dated: string): string {
  return withCalls(`clock answer_time on calls
  starts at started_at
  stops at started_at
  dated ${dated}
`);
}

/** A clock dated by a field that is not its own. */
export const clockDate: DiagnosticRule = {
  code: "TEN2823",
  name: "clock-date",
  severity: "error",
  spec: "§3.4.23",
  summary: "A case is put into a window by when it started, when it was due, or when it stopped.",
  help: "Write `dated started_at`, `dated due_at` (in a clock with a `due` sentence) or `dated stopped_at`. The choice decides in which month a late case counts.",
  examples: { invalid: example("wait"), valid: example("started_at") },
  fix: "offered",
};

/** Reports a date that a clock cannot have; `among` are those it can. */
export function reportClockDate(site: Site, name: ast.Name, among: readonly string[]): void {
  site.say(
    clockDate,
    name.span,
    `\`${name.text}\` does not date the cases of this clock; write one of ${listWords(among)}`,
    { fixes: among.map((word) => writing(name.span, word)) },
  );
}
