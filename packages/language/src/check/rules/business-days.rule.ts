import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

const CLOCK = `calendar weekdays
  open monday to friday 08:00 to 18:00

clock answer_time on calls
  starts at started_at
  stops at started_at
  dated started_at
  due within 2 business days

metric answered percent of answer_time where verdict is met out of answer_time

standard quick_answers "Answers come quickly"
  requires answered at least 95%
  measured each calendar month
  needs no minimum
`;

function example(counts: string): string {
  return withAgreement(CLOCK.replace("  starts at", `${counts}  starts at`));
}

/** Business days without anybody's opening days. */
export const businessDays: DiagnosticRule = {
  code: "TEN2806",
  name: "business-days",
  severity: "error",
  spec: "§3.1.12",
  summary: "Where business days are counted, the agreement says whose opening days they are.",
  help: "Write `business days of CALENDAR` in the agreement, with a calendar that says on which days somebody is open. A clock with `counts time in CALENDAR` has its own.",
  examples: {
    invalid: example("").replace("calendar weekdays\n  open monday to friday 08:00 to 18:00\n\n", ""),
    valid: example("  counts time in weekdays\n"),
  },
  fix: "offered",
  elsewhere: { head: "agreement", says: "the agreement could say here whose business days are meant" },
};

/** Reports business days of which nobody says whose they are. */
export function reportBusinessDays(site: Site, span: Span): void {
  const message =
    "business days are counted here, and the agreement does not say whose: write `business days of CALENDAR` in it";
  site.say(businessDays, span, message);
}
