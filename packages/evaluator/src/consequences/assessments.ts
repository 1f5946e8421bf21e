/** The line of assessments that an escalation follows (SPEC §3.7.25). */
import type { EscalationPlan, RuleName } from "../bundle/consequence-plan.ts";
import type { Stretch } from "./finding.ts";
import { periodsOf } from "./periods.ts";
import type { Reading, VerdictFact } from "./reading.ts";

export interface Assessment extends Stretch {
  /** The verdict that is assessed; null in a line of months. */
  readonly fact: VerdictFact | null;
}

export function assessmentsOf({ line }: EscalationPlan<RuleName>, reading: Reading): readonly Assessment[] {
  if (line.kind === "verdicts")
    return reading.verdicts(line.of).map((fact) => ({ ...stretchOf(fact), fact }));
  return periodsOf("month", reading.frame).map(({ label, days, start, end }) => ({
    label,
    firstDay: days.start,
    endDay: days.end,
    start,
    end,
    fact: null,
  }));
}

function stretchOf({ label, firstDay, endDay, start, end }: VerdictFact): Stretch {
  return { label, firstDay, endDay, start, end };
}
