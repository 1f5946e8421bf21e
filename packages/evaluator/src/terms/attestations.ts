/** Attestations: facts that somebody states and proves (SPEC §3.9.7 to §3.9.9). */
import type { AttestationPlan } from "../bundle/human-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import type { TermVerdict } from "../judge/terms.ts";
import { isActiveOn } from "../measure/active.ts";
import { BRAND, type Run } from "../measure/run.ts";
import { columnReader, kindOfDate } from "../measure/table.ts";
import { formatDay } from "../time/civil.ts";
import { shiftDay } from "../time/spans.ts";
import { type Due, dueOf } from "./due-instant.ts";
import type { HumanRecord, Records } from "./records.ts";
import { dueWords, termVerdict } from "./term-verdict.ts";

/** An attestation as it is judged at an instant. */
interface Attested {
  readonly verdict: VerdictKind;
  readonly provisional: VerdictKind | null;
  readonly due: Due | null;
  readonly reason: string;
}

export interface Attestation {
  readonly plan: AttestationPlan;
  /** Has it verdicts for a party? */
  concerns(party: number): boolean;
  at(party: number, instant: number): VerdictKind;
  /** The one verdict of a result. */
  verdict(party: number): TermVerdict;
}

export function attestationOf(plan: AttestationPlan, records: Records | null, run: Run): Attestation {
  const { frame, clock, asOf } = run;
  const isValid = records === null ? () => false : validTest(plan, records);
  const first = clock.startOfDay(frame.from);
  const end = frame.until === null ? Number.POSITIVE_INFINITY : clock.startOfDay(frame.until + 1);
  const recordsFor = (party: number): readonly HumanRecord[] => records?.of(party) ?? [];
  function judged(party: number, instant: number): Attested {
    const due = plan.due === null ? null : dueOf(plan.due, run, party, null);
    const nothing = { due, provisional: null, verdict: "not_applicable" } as const;
    if (instant < first) return { ...nothing, reason: "The agreement has not begun" };
    if (!isActiveOn(run, party, clock.dayOf(instant)))
      return { ...nothing, reason: "The partner is not active" };
    if (plan.due !== null && due === null)
      return { ...nothing, reason: "Nothing says when it is due for this partner" };
    const valid = recordsFor(party).find((record) => isValid(record, instant));
    const found = valid === undefined ? "missed" : "met";
    if (due !== null && instant < due.instant)
      return { verdict: "pending", provisional: found, due, reason: `It is due ${dueWords(due, run)}` };
    const reason =
      valid === undefined
        ? `There is no valid record on ${formatDay(clock.dayOf(instant))}`
        : `The record of ${formatDay(valid.day)} is valid`;
    return { verdict: found, provisional: null, due, reason };
  }
  return {
    plan,
    concerns: (party) => (party === BRAND) === (plan.party === "brand"),
    at: (party, instant) => judged(party, instant).verdict,
    verdict(party) {
      const instant = Math.min(asOf, end);
      const found = {
        kind: "attestation" as const,
        isOwed: true,
        plan,
        party,
        label: formatDay(clock.dayOf(instant)),
        start: first,
        end: instant,
        records: recordsFor(party).length,
        ...judged(party, instant),
      };
      return termVerdict(found, run);
    },
  };
}

/** Is a record valid at an instant (SPEC §3.9.8)? */
function validTest(
  { valid }: AttestationPlan,
  { table }: Records,
): (record: HumanRecord, at: number) => boolean {
  const { clock } = table.run;
  const until =
    valid?.kind === "until" ? valid.field : valid?.kind === "dataset" ? table.plan.valid?.until : null;
  if (until !== null && until !== undefined) {
    const read = columnReader(table, until);
    const isDay = kindOfDate(table.plan.fields, until) === "date";
    return ({ row, instant }, at) => {
      const last = read(row);
      if (instant > at) return false;
      return Number.isNaN(last) || (isDay ? at < clock.startOfDay(last + 1) : at <= last);
    };
  }
  if (valid?.kind !== "length") return ({ instant }, at) => instant <= at;
  const { unit, count } = valid.length;
  return ({ instant, day }, at) => instant <= at && clock.dayOf(at) < shiftDay(day, unit, count);
}
