/** Verdicts of attestations and duties as they are published (SPEC §7.3.3). */
import type { AttestationPlan, DutyPlan } from "../bundle/human-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import { localWords, spaced } from "../explain/words.ts";
import type { TermVerdict } from "../judge/terms.ts";
import { partyKey } from "../measure/measure.ts";
import { BRAND, type Run } from "../measure/run.ts";
import { formatDay } from "../time/civil.ts";
import { formatInstant } from "../time/instant.ts";
import type { Due } from "./due-instant.ts";

export interface TermFinding {
  readonly kind: "attestation" | "duty";
  readonly plan: AttestationPlan | DutyPlan<string>;
  readonly party: number;
  readonly label: string;
  /** First instant of the window, and the first after it. */
  readonly start: number;
  readonly end: number;
  readonly verdict: VerdictKind;
  readonly provisional: VerdictKind | null;
  readonly due: Due | null;
  /** Of a pending one: does nothing but the day stand between it and its verdict? */
  readonly isOwed: boolean;
  /** Records that were read. */
  readonly records: number;
  readonly reason: string;
}

export function termVerdict(found: TermFinding, run: Run): TermVerdict {
  const { kind, plan, party, label, start, end, due } = found;
  const { clock } = run;
  const [firstDay, endDay] = [clock.dayOf(start), clock.dayOf(end)];
  return {
    firstDay,
    endDay,
    start,
    end,
    verdict: {
      kind,
      standard: plan.name,
      label: plan.label ?? spaced(plan.name),
      party: { kind: party === BRAND ? "brand" : "partner", key: partyKey(run, party) },
      owes: plan.party,
      period: {
        label,
        start: formatInstant(start),
        end: formatInstant(end),
        firstDay: formatDay(firstDay),
        lastDay: formatDay(endDay - 1),
      },
      verdict: found.verdict,
      version: run.bundle.agreement.version,
      earlier: null,
      due: due === null ? null : formatInstant(due.instant),
      owed: found.verdict === "pending" ? found.isOwed : null,
      missedBy: null,
      limits: [],
      distance: null,
      metrics: [],
      rows: { used: found.records, missing: 0, excluded: [] },
      smallGroups: [],
      flags: [],
      reasons: [found.reason],
      provisional: found.provisional,
      origin: { file: plan.origin.file, line: plan.origin.line },
    },
  };
}

/** When something is due, for people: the day that it may last to, or the instant. */
export function dueWords(due: Due, run: Run): string {
  return due.isInclusive ? `at ${localWords(due.instant, run)}` : `by the end of ${formatDay(due.day)}`;
}
