/** Duties, for the reference (§3.9.10 to §3.9.14). */
import type { Condition, DutyPlan, VerdictKind } from "@tenet-lang/evaluator";
import { counts, type Sight } from "../conditions.ts";
import { readerOf } from "../consequences/read.ts";
import type { Word } from "../consequences/verdicts.ts";
import { metricSight } from "../limits.ts";
import { isActiveOn, type ReferenceVerdict } from "../standards.ts";
import { dayFrom, showDay, showInstant, startOfDay } from "../time.ts";
import { viewOf, type World } from "../views.ts";
import { occasions } from "../windows.ts";
import { type Due, type DueSpan, dueOf, isInTime } from "./due.ts";
import { type FactRecord, recordsOf } from "./records.ts";
import { factVerdict } from "./verdict.ts";

type Plan = DutyPlan<Condition>;

/** The verdict of a name in a span, for a party (§3.7.5). */
export type VerdictIn = (name: string, partner: string | null, span: DueSpan) => Word | null;

/** The verdicts of a duty for one party. */
export function dutyVerdicts(
  plan: Plan,
  world: World,
  partner: string | null,
  verdictIn: VerdictIn,
): readonly ReferenceVerdict[] {
  const records = recordsOf(plan.recorded, plan.party, partner, world);
  return plan.due.kind === "after"
    ? afterSpans(plan, plan.due, world, partner, records, verdictIn)
    : once(plan, world, partner, records);
}

/** §3.9.10, second sentence: one verdict, if its due day is one of the agreement's. */
function once(
  plan: Plan,
  world: World,
  partner: string | null,
  records: readonly FactRecord[],
): readonly ReferenceVerdict[] {
  const { zone, agreement } = world.frame;
  const first = dayFrom(agreement.effective.from);
  const until = agreement.effective.until === null ? null : dayFrom(agreement.effective.until);
  const due = dueOf(plan.due, world, partner, null);
  if (due !== null && (due.day < first || (until !== null && due.day > until))) return [];
  // §4.8.4: its due day governs.
  const { seasons } = world.frame;
  if (due !== null && seasons !== null && !seasons.isInForce(due.day)) return [];
  const isOut = due === null || !isActiveOn(world, partner, due.day);
  const served = due === null ? [] : records.filter((record) => isInTime(record, due));
  return [
    factVerdict({
      kind: "duty",
      standard: plan.name,
      party: partner ?? "brand",
      period: showDay(due?.day ?? first),
      start: showInstant(startOfDay(zone, first)),
      end: showInstant(startOfDay(zone, due === null ? first : due.day + 1)),
      ...(isOut || due === null ? notOwed : delivered(due, served.length > 0, false, world)),
      due,
      used: records.length,
      partner,
      world,
    }),
  ];
}

const notOwed = { verdict: "not_applicable", provisional: null } as const;

/** §3.9.12: pending while a verdict is waited for, or before it is due. */
function delivered(
  due: Due,
  isServed: boolean,
  isWaiting: boolean,
  { frame }: World,
): { readonly verdict: VerdictKind; readonly provisional: VerdictKind | null; readonly isWaiting: boolean } {
  const found = isServed ? "met" : "missed";
  return isWaiting || frame.asOf < due.instant
    ? { verdict: "pending", provisional: found, isWaiting }
    : { verdict: found, provisional: null, isWaiting };
}

/** §3.9.13: the spans from the first; each takes the earliest record that none before it has taken. */
function afterSpans(
  plan: Plan,
  after: Plan["due"] & { readonly kind: "after" },
  world: World,
  partner: string | null,
  records: readonly FactRecord[],
  verdictIn: VerdictIn,
): readonly ReferenceVerdict[] {
  const { zone } = world.frame;
  const taken = new Set<FactRecord>();
  return occasions({ kind: "calendar", span: after.span }, null, world.frame, () => null).map(
    ({ label, governs, end, runsPastAgreement }) => {
      const span = { first: governs, end };
      const due = dueOf(after, world, partner, span);
      const judged = judgeSpan();
      return factVerdict({
        kind: "duty",
        standard: plan.name,
        party: partner ?? "brand",
        period: label,
        start: showInstant(startOfDay(zone, governs)),
        end: showInstant(startOfDay(zone, end)),
        ...judged,
        due,
        used: records.length,
        partner,
        world,
      });

      function judgeSpan(): Pick<ReferenceVerdict, "verdict" | "provisional"> & {
        readonly isWaiting?: boolean;
      } {
        const isActive = isActiveOn(world, partner, governs) && isActiveOn(world, partner, end - 1);
        // It is asked in every span, so that a tie is an error wherever it lies.
        const isAskedFor = isAsked(plan, world, partner, span, verdictIn);
        if (runsPastAgreement || !isActive || due === null) return notOwed;
        const names = plan.when?.verdicts ?? [];
        const isWaiting = names.some((name) => verdictIn(name, partner, span) === "pending");
        if (!isWaiting && !isAskedFor) return notOwed;
        const after = startOfDay(zone, end);
        const record = records.find(
          (one) => !taken.has(one) && (one.isDay ? one.day >= end : one.at >= after) && isInTime(one, due),
        );
        if (record !== undefined) taken.add(record);
        return delivered(due, record !== undefined, isWaiting, world);
      }
    },
  );
}

/** §3.9.14: `when`, over verdicts in the span and metrics over it. */
function isAsked(
  { when }: Plan,
  world: World,
  partner: string | null,
  { first, end }: DueSpan,
  verdictIn: VerdictIn,
): boolean {
  if (when === null) return true;
  const side = { world, partner, standard: readerOf(when.metrics), removed: new Map() };
  const view = viewOf(side, { kind: "days", first, end, assessed: end });
  const sight: Sight = {
    ...metricSight(side, view),
    verdict: (name) => verdictIn(name, partner, { first, end }),
  };
  for (const name of when.metrics) sight.metric(name);
  return counts(when.decision, sight);
}
