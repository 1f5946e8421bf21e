/**
 * Events: how often, and how many times in a row, a standard was met, missed or exceeded (SPEC §4.4).
 *
 * An event is asked at each verdict of one standard for one party, in the order of §4.4.2. Verdicts that are neither
 * met nor missed count neither way. `from` leaves out those before it: what an escalation has counted before a reset.
 */
import type { EventPlan } from "../bundle/consequence-plan.ts";
import type { CalendarUnit } from "../bundle/plan.ts";
import { compareExact, exact } from "../exact/ratio.ts";
import type { FactValue } from "../measure/facts.ts";
import { spanAround, type YearStart } from "../time/spans.ts";
import type { Decision } from "./decision.ts";
import type { VerdictFact } from "./reading.ts";

type Happening = EventPlan["what"];

/** Does the rule of an event hold at a verdict? */
export function eventHolds(
  decision: Decision,
  series: readonly VerdictFact[],
  at: number,
  year: YearStart,
  from = 0,
): boolean {
  return decision.holds((fact) => eventFact(fact, series, at, year, from));
}

/** How many of the last judged verdicts in a row, up to this one, are so. */
function runOf(what: Happening, series: readonly VerdictFact[], at: number, from = 0): number {
  let run = 0;
  for (let index = at; index >= from; index -= 1) {
    const fact = series[index];
    if (fact === undefined || !isJudged(fact)) continue;
    if (!isSo(what, fact)) break;
    run += 1;
  }
  return run;
}

/** How many verdicts up to this one are so and have their last day in the rolling units (SPEC §4.4.4). */
function timesOf(
  what: Happening,
  reach: { readonly span: CalendarUnit; readonly spans: number },
  series: readonly VerdictFact[],
  at: number,
  year: YearStart,
  from = 0,
): number {
  const last = series[at];
  if (last === undefined) return 0;
  const start = rollingStart(reach, series, at, year);
  let times = 0;
  for (let index = at; index >= from; index -= 1) {
    const fact = series[index];
    // They stand in the order of their ends.
    if (fact === undefined || fact.endDay <= start) break;
    if (isSo(what, fact)) times += 1;
  }
  return times;
}

/** First day of the whole units of which the last holds a verdict's last day; no earlier than any verdict needs. */
function rollingStart(
  { span, spans }: { readonly span: CalendarUnit; readonly spans: number },
  series: readonly VerdictFact[],
  at: number,
  year: YearStart,
): number {
  const earliest = (series[0]?.endDay ?? 0) - 1;
  let around = spanAround(span, (series[at]?.endDay ?? 0) - 1, year);
  for (let count = 1; count < spans && around.start > earliest; count += 1)
    around = spanAround(span, around.start - 1, year);
  return around.start;
}

/** Place of the first of the last `length` judged verdicts up to this one; 0 where there are fewer. */
function firstOfRow(length: number, series: readonly VerdictFact[], at: number): number {
  let found = 0;
  for (let index = at; index >= 0; index -= 1) {
    const fact = series[index];
    if (fact !== undefined && isJudged(fact)) found += 1;
    if (found === length) return index;
  }
  return 0;
}

/** The last `length` judged verdicts up to this one, the latest last. */
export function lastJudged(
  length: number,
  series: readonly VerdictFact[],
  at: number,
): readonly VerdictFact[] {
  return series.slice(firstOfRow(length, series, at), at + 1).filter(isJudged);
}

export function isJudged({ verdict }: VerdictFact): boolean {
  return verdict === "met" || verdict === "missed";
}

function isSo(what: Happening, fact: VerdictFact): boolean {
  return what === "exceeded" ? isExceeded(fact) : fact.verdict === what;
}

/** Met, and strictly better than the bound of the one limit (SPEC §4.4.6). */
function isExceeded({ verdict, limit }: VerdictFact): boolean {
  if (verdict !== "met" || limit === null || limit.better === null) return false;
  if (limit.value === null || limit.bound === null) return false;
  const order = compareExact(limit.value, limit.bound);
  return limit.better === "above" ? order > 0 : order < 0;
}

/**
 * Facts of rules about the verdicts of one standard up to one of them: `now:missed`, `run:missed`,
 * `times:missed:3:month`.
 */
export function eventFact(
  fact: string,
  series: readonly VerdictFact[],
  at: number,
  year: YearStart,
  from = 0,
): FactValue | null {
  const [kind = "", what = "", spans = "", span = ""] = fact.split(":");
  const here = series[at];
  if (here === undefined || at < from || !isHappening(what)) return null;
  switch (kind) {
    case "now":
      return isSo(what, here);
    case "run":
      return whole(runOf(what, series, at, from));
    case "times":
      return whole(
        timesOf(what, { spans: Number(spans), span: span as CalendarUnit }, series, at, year, from),
      );
    default:
      return null;
  }
}

function isHappening(what: string): what is Happening {
  return what === "met" || what === "missed" || what === "exceeded";
}

const whole = (count: number): FactValue => exact(BigInt(count), 1n);
