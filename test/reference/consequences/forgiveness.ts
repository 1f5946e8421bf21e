/** Misses, and those that are forgiven, for the reference (§4.6.2, §4.6.4). */
import type { Condition, MoneyPlan, WeightPlan } from "@tenet-lang/evaluator";
import { memory } from "../memo.ts";
import type { ReferenceVerdict } from "../standards.ts";
import { startOfDay } from "../time.ts";
import { verdictsGiving } from "./gives.ts";
import { periodsGiven } from "./governing.ts";
import { type Reader, verdictIn } from "./reader.ts";
import { type Span, spanOf } from "./spans.ts";
import type { Judged, Word } from "./verdicts.ts";

type Plan = MoneyPlan<Condition>;

/** What is missed, and when. */
export type MissedAt = Pick<Judged, "name" | "label" | "start" | "end" | "lastDay"> & {
  readonly verdict: Word | null;
  /** Null of an attestation, which is judged anew for each period. */
  readonly source: ReferenceVerdict | null;
};

/** A verdict that is missed, under a weight or (null) under `on`. */
export interface Miss {
  readonly name: string;
  readonly weight: WeightPlan | null;
  readonly verdict: MissedAt;
}

/** All misses with their last day in a period, in the order of §4.6.4. */
export const missesIn = (plan: Plan, reader: Reader, { first, end }: Span): readonly Miss[] =>
  missesOf(plan, reader).filter(({ verdict: { lastDay } }) => lastDay >= first && lastDay < end);

/** By their ends, then as the weights are written and `on` last, then by their beginnings. */
function missesOf(plan: Plan, reader: Reader): readonly Miss[] {
  const weights = plan.pool?.weights ?? [];
  const ofWeights = weights.flatMap((weight) =>
    [...reader.book.of(weight.name, reader.party), ...attestedIn(plan, weight.name, reader)]
      .filter(({ verdict }) => verdict === "missed")
      .map((verdict) => ({ name: weight.name, weight, verdict })),
  );
  const ofOn =
    plan.kind === "bonus"
      ? []
      : verdictsGiving(plan, reader, null).map((verdict) => ({ name: plan.on ?? "", weight: null, verdict }));
  const place = ({ weight }: Miss): number => (weight === null ? weights.length : weights.indexOf(weight));
  return [...ofWeights, ...ofOn].sort(
    (a, b) => a.verdict.end - b.verdict.end || place(a) - place(b) || a.verdict.start - b.verdict.start,
  );
}

/** An attestation has one verdict for each period, as at its end. */
function attestedIn(plan: Plan, name: string, reader: Reader): readonly MissedAt[] {
  const { frame, model } = reader.world;
  if (!model.attestations.some((one) => one.name === name)) return [];
  return attested.of(reader, plan, name, () =>
    periodsGiven(plan, frame).map((span) => ({
      name,
      verdict: verdictIn(reader, name, span),
      label: span.label,
      start: startOfDay(frame.zone, span.first),
      end: startOfDay(frame.zone, span.end),
      lastDay: span.end - 1,
      source: null,
    })),
  );
}

const attested = memory<readonly MissedAt[]>();

/** The first N of every span. */
export function forgivenMisses(plan: Plan, reader: Reader): readonly Miss[] {
  const { forgives } = plan;
  if (forgives === null) return [];
  const misses = missesOf(plan, reader);
  const spanStart = ({ verdict }: Miss): number =>
    spanOf(verdict.lastDay, forgives.span, reader.world.frame).first;
  return misses.filter((miss, at) => {
    const earlier = misses.slice(0, at).filter((other) => spanStart(other) === spanStart(miss));
    return earlier.length < forgives.misses;
  });
}
