/** Tiers: the level that a party reaches on an assessment day (SPEC §3.7.37 to §3.7.40). */
import type { RuleName, TiersPlan } from "../bundle/consequence-plan.ts";
import type { VerdictKind } from "../bundle/plan.ts";
import { spaced, valueWords } from "../explain/words.ts";
import type { TiersFinding } from "../judge/finding.ts";
import { type FactValue, isExact } from "../measure/facts.ts";
import { type DaySpan, spanAround, spanLabel } from "../time/spans.ts";
import type { Occasion } from "../time/windows.ts";
import type { Decisions, FactReader } from "./decision.ts";
import { dataReason, headOf, placeOf, provisionalReasons, type Stretch } from "./finding.ts";
import { verdictAt } from "./read-verdicts.ts";
import type { Reading } from "./reading.ts";
import type { Score } from "./scorecard.ts";

type Plan = TiersPlan<RuleName>;
type Read = TiersFinding["details"]["read"][number];

/** Something that the levels read. */
interface ReadFact {
  /** Name of the fact in rules. */
  readonly fact: string;
  readonly value: FactValue | null;
  /** Does it say anything about the party (SPEC §3.7.40)? */
  readonly isKnown: boolean;
  readonly isSettled: boolean;
  readonly shown: Read;
}

/** The last span of the assessment that had ended on an assessment day: what metrics are measured over. */
export function measuredDays(plan: Plan, { endDay }: Occasion, reading: Pick<Reading, "frame">): DaySpan {
  const { yearStarts } = reading.frame;
  const holding = spanAround(plan.assessed.span, endDay, yearStarts);
  return spanAround(plan.assessed.span, holding.start - 1, yearStarts);
}

/** The findings of one party; `scores` are its scores by scorecard. */
export function tiersFindings(
  plan: Plan,
  occasions: readonly Occasion[],
  reading: Reading,
  decisions: Decisions,
  scores: (scorecard: string) => readonly Score[],
): readonly TiersFinding[] {
  return occasions.map((occasion) => findingOf(plan, occasion, reading, decisions, scores));
}

function findingOf(
  plan: Plan,
  occasion: Occasion,
  reading: Reading,
  decisions: Decisions,
  scores: (scorecard: string) => readonly Score[],
): TiersFinding {
  const { clock } = reading.frame;
  const days = measuredDays(plan, occasion, reading);
  const stretch: Stretch = {
    label: occasion.label,
    firstDay: days.start,
    endDay: occasion.endDay,
    start: clock.startOfDay(days.start),
    end: clock.startOfDay(occasion.endDay),
  };
  const read = readFacts(plan, stretch, days, reading, scores);
  const reason = unranked(plan, occasion, stretch, read, reading);
  const level = reason === null ? levelOf(plan, read, reading, decisions) : null;
  const isProvisional = read.some(({ isSettled }) => !isSettled);
  return {
    kind: "tiers",
    ...headOf(plan, stretch, reading),
    value: level?.name ?? null,
    exact: null,
    provisional: isProvisional,
    lines: [],
    details: { read: read.map(({ shown }) => shown) },
    reasons: [
      ...(reason === null ? levelReasons(level, occasion, read, reading) : [reason]),
      ...provisionalReasons(isProvisional, stretch, reading.frame),
      ...(level === null ? [] : [dataReason(reading.frame)]),
    ],
    origin: placeOf(plan),
  };
}

function readFacts(
  plan: Plan,
  stretch: Stretch,
  days: DaySpan,
  reading: Reading,
  scores: (scorecard: string) => readonly Score[],
): readonly ReadFact[] {
  const { span } = plan.assessed;
  const { yearStarts } = reading.frame;
  return [
    ...plan.verdicts.map((name) => verdictFact(name, stretch, reading)),
    ...plan.scores.map((name) => scoreFact(name, scores(name), stretch)),
    ...plan.metrics.map((name) =>
      metricFact(name, days, stretch.endDay, spanLabel(span, days, yearStarts), reading),
    ),
  ];
}

function verdictFact(name: string, { end, label }: Stretch, reading: Reading): ReadFact {
  const read = verdictAt(reading, name, end);
  // A verdict that is unjudged for the tiers is none of the six words, and says nothing about the party.
  const verdict: VerdictKind | null = read === null || read.verdict === "unjudged" ? null : read.verdict;
  const period = read === null ? null : read.label === "" ? label : read.label;
  return {
    fact: `verdict:${name}`,
    value: read?.verdict ?? null,
    isKnown: verdict !== null && verdict !== "not_applicable",
    isSettled: read?.isSettled ?? true,
    shown: { name, verdict, value: null, period },
  };
}

/** The latest score whose window had ended. */
function scoreFact(name: string, scores: readonly Score[], { end }: Stretch): ReadFact {
  const ended = scores.filter(({ stretch }) => stretch.end <= end);
  const latest = ended[ended.length - 1];
  const score = latest?.score ?? null;
  const compared = latest?.compared ?? null;
  const text = score === null ? "" : valueWords(score, { kind: "number" });
  const rounded = latest?.rounded ?? null;
  const value =
    score === null
      ? null
      : {
          numerator: String(score.numerator),
          denominator: String(score.denominator),
          text,
          ...(rounded === null ? {} : { rounded }),
        };
  return {
    fact: `score:${name}`,
    value: compared,
    isKnown: score !== null,
    isSettled: !(latest?.isProvisional ?? false),
    shown: { name, verdict: null, value, period: latest?.stretch.label ?? null },
  };
}

function metricFact(name: string, days: DaySpan, endDay: number, label: string, reading: Reading): ReadFact {
  const { value, compared, isFinal } = reading.metric(name, days, endDay);
  const text = value === null ? "" : valueWords(value, reading.metricUnit(name));
  const shown = isExact(value) ? reading.shown(name, value) : { numerator: null, denominator: null, text };
  return {
    fact: `metric:${name}`,
    value: compared,
    isKnown: value !== null,
    isSettled: isFinal,
    shown: { name, verdict: null, value: value === null ? null : shown, period: label },
  };
}

/** Why there is no level whatever the conditions say. */
function unranked(
  plan: Plan,
  { governingDay }: Occasion,
  { end }: Stretch,
  read: readonly ReadFact[],
  reading: Reading,
): string | null {
  if (!reading.isActive(governingDay, governingDay)) return "The partner was not active on the day";
  if (reading.isSuspended(plan.name, end)) return "Levels rest while the partner starts up";
  const isUnknown = read.length > 0 && read.every(({ isKnown }) => !isKnown);
  return isUnknown ? "Nothing that the levels read applies to this partner" : null;
}

function levelOf(
  { levels }: Plan,
  read: readonly ReadFact[],
  reading: Reading,
  decisions: Decisions,
): Plan["levels"][number] | null {
  const values = new Map(read.map(({ fact, value }) => [fact, value]));
  const reader: FactReader = (fact) =>
    values.has(fact) ? (values.get(fact) ?? null) : reading.partner(fact);
  return levels.find(({ when }) => decisions(when).holds(reader)) ?? null;
}

function levelReasons(
  level: Plan["levels"][number] | null,
  { label }: Occasion,
  read: readonly ReadFact[],
  reading: Reading,
): readonly string[] {
  const name = level === null ? "none" : (level.label ?? spaced(level.name));
  return [`Level ${name} on ${label}`, ...verdictReasons(read, reading), ...valueReasons(read, reading)];
}

/** `Met: A; B`: the names by their verdicts, in the order read. */
function verdictReasons(read: readonly ReadFact[], reading: Reading): readonly string[] {
  const byVerdict = new Map<string, string[]>();
  for (const { fact, shown } of read) {
    if (!fact.startsWith("verdict:")) continue;
    const verdict = shown.verdict === null ? "without a verdict" : spaced(shown.verdict);
    byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), reading.nameOf(shown.name)]);
  }
  return [...byVerdict].map(
    ([verdict, names]) => `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}: ${names.join("; ")}`,
  );
}

/** `Read: delivery 80; on time 93%`. */
function valueReasons(read: readonly ReadFact[], reading: Reading): readonly string[] {
  const values = read
    .filter(({ fact }) => !fact.startsWith("verdict:"))
    .map(({ shown: { name, value } }) => {
      const text = value?.rounded?.text ?? value?.text ?? "without a value";
      return `${reading.nameOf(name)} ${text}`;
    });
  return values.length === 0 ? [] : [`Read: ${values.join("; ")}`];
}
