import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withCalls } from "./example-files.ts";

function example(share: string): string {
  return withCalls(`clock answer_time on calls
  starts at started_at
  stops at started_at
  dated started_at
  due within 60 seconds
  warns at ${share}
`);
}

/** A warning that never comes in time. */
export const warnsAt: DiagnosticRule = {
  code: "TEN2827",
  name: "warns-at",
  severity: "error",
  spec: "§3.4.24",
  summary: "A clock warns between the start of a case and the time at which it is due.",
  help: "`warns at 75%` marks open cases for which three quarters of the time are used up. It decides nothing, and needs a `due` sentence.",
  examples: { invalid: example("100%"), valid: example("75%") },
  fix: "offered",
  elsewhere: { sentence: ["DueWithin", "DueAt"], says: "the end is set here" },
};

/** Reports a warning. */
export function reportWarnsAt(site: Site, span: Span, message: string): void {
  site.say(warnsAt, span, message);
}
