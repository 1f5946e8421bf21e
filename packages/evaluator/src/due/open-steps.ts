/** Steps of escalations that can still be cured, and notices that can still be given (SPEC §3.7.28 to §3.7.31). */
import type { ZoneTable } from "../bundle/plan.ts";
import type { EscalationFinding, Finding } from "../judge/finding.ts";
import { formatDay, parseDay } from "../time/civil.ts";
import { formatInstant, parseInstant } from "../time/instant.ts";
import { zoneClock } from "../time/zone.ts";
import type { DueItem } from "./due-item.ts";

/** The items of all escalations. */
export function openSteps(findings: readonly Finding[], asOf: string, table: ZoneTable): readonly DueItem[] {
  const clock = zoneClock(table);
  const today = formatDay(clock.dayOf(parseInstant(asOf) ?? 0));
  /** A last day runs to the first instant of the next. */
  const endOf = (day: string): string => formatInstant(clock.startOfDay((parseDay(day) ?? 0) + 1));
  return linesOf(findings, today).flatMap((line) =>
    line.flatMap((finding, index) =>
      finding.details.found.flatMap(({ step, label, cureUntil, noticeUntil }): readonly DueItem[] => {
        const shared = { name: finding.name, party: finding.party, key: step, ...plain };
        const called = label ?? step.replaceAll("_", " ");
        const canCure = cureUntil !== null && isUncured(line.slice(index + 1), step, cureUntil);
        const canGive = noticeUntil !== null && today <= noticeUntil;
        return [
          ...(canCure
            ? [
                {
                  ...shared,
                  kind: "cure",
                  due: endOf(cureUntil),
                  text: `${called} can be cured until ${cureUntil}`,
                } as const,
              ]
            : []),
          ...(canGive
            ? [
                {
                  ...shared,
                  kind: "notice",
                  due: endOf(noticeUntil),
                  text: `${called}: notice until ${noticeUntil}`,
                } as const,
              ]
            : []),
        ];
      }),
    ),
  );
}

const plain = { remaining: null, state: "open", warned: false } as const;

/** The assessments of each escalation and party, in their order; those that have not taken place left out. */
function linesOf(findings: readonly Finding[], today: string): readonly (readonly EscalationFinding[])[] {
  const lines = new Map<string, EscalationFinding[]>();
  for (const finding of findings) {
    if (finding.kind !== "escalation" || assessmentDay(finding.period.lastDay) > today) continue;
    const key = JSON.stringify([finding.name, finding.party.kind, finding.party.key]);
    const line = lines.get(key) ?? [];
    line.push(finding);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** Neither cured nor past its time, nor ended by a reset, at any assessment since. */
function isUncured(later: readonly EscalationFinding[], step: string, until: string): boolean {
  return later.every(
    ({ details, period }) =>
      !details.cured.includes(step) && !details.reset && assessmentDay(period.lastDay) <= until,
  );
}

function assessmentDay(lastDay: string): string {
  return formatDay((parseDay(lastDay) ?? 0) + 1);
}
