/** What a window's rows say, for the reference (§4.1.7 to §4.1.13): no data, too few rows, or by the limits. */
import type { VerdictKind } from "@tenet-lang/evaluator";
import type { NeedsModel, StandardModel } from "../../packages/language/src/check/model.ts";
import { all, counts } from "./conditions.ts";
import {
  groupsOf,
  groupText,
  judgeLimit,
  type LimitVerdict,
  metricSight,
  narrowed,
  partnerSight,
} from "./limits.ts";
import { isDecided, measure } from "./metrics.ts";
import type { View } from "./populations.ts";
import { metricOf, type Side } from "./views.ts";
import type { Occasion } from "./windows.ts";

/** Names a limit in a group. */
export const groupKey = (requirement: number, alternative: number, group: string | null): string =>
  JSON.stringify([requirement, alternative, group]);

/** A group that was left out because it has too few rows. */
export interface SmallGroup {
  readonly metric: string;
  readonly group: string;
  readonly rows: number;
}

export interface Outcome {
  readonly verdict: VerdictKind;
  readonly limits: readonly LimitVerdict[];
  readonly smallGroups: readonly SmallGroup[];
  readonly isWarning: boolean;
  /** Is the verdict reached by the limits (step 6)? */
  readonly isByLimits: boolean;
}

/** §4.1 from "all populations empty" on. */
export function decide(
  standard: StandardModel,
  side: Side,
  occasion: Occasion,
  view: View,
  groupViews: Map<string, View>,
): Outcome {
  const smallGroups: SmallGroup[] = [];
  const minimum = standard.needs === null ? null : minimumInForce(standard.needs, side);
  const limits: LimitVerdict[] = [];
  const sentences: SentenceVerdict[] = [];
  for (const [requirement, { alternatives }] of standard.requires.entries()) {
    const results = alternatives.map((limit, alternative) => {
      const groups = groupsOf(limit, side, view);
      const views = groups.map(
        (group) => [groupText(group), group === null ? view : narrowed(view, group)] as const,
      );
      const small =
        limit.group === null
          ? []
          : views.filter(([, one]) => minimum !== null && needed(standard.needs, one) < minimum);
      const judged = views.filter((one) => !small.includes(one));
      for (const [group, one] of small) {
        smallGroups.push({
          metric: limit.metric,
          group: group ?? "",
          rows: Number(needed(standard.needs, one)),
        });
      }
      const verdicts = judged.map(([group, one]) => {
        groupViews.set(groupKey(requirement, alternative, group), one);
        return { ...judgeLimit(limit, standard, side, occasion, one), group, requirement, alternative };
      });
      limits.push(...verdicts);
      const isUnknown = verdicts.length === 0;
      return {
        met: isUnknown ? null : all(verdicts.map(({ met }) => met)),
        isSmall: isUnknown && small.length > 0,
        isUnsure:
          standard.confidence !== null && verdicts.some(({ met, value }) => met === null && value !== null),
      };
    });
    sentences.push(sentenceVerdict(results, standard));
  }
  const empty = emptyVerdict(standard, side, view);
  const count = standard.needs === null ? 0n : needed(standard.needs, view);
  const tooFew = minimum !== null && count < minimum ? (standard.needs?.otherwise ?? null) : null;
  const final = empty ?? tooFew ?? allSentences(sentences);
  const warns = standard.warnings.some(({ condition }) => counts(condition, metricSight(side, view)));
  const isByLimits = empty === null && tooFew === null;
  return { verdict: final, limits, smallGroups, isWarning: final === "met" && warns, isByLimits };
}

/** Met, missed, or undecided and then with the verdict that this gives. */
type SentenceVerdict = { readonly met: boolean } | { readonly undecided: VerdictKind };

/** §4.1.11, §4.1.28: any met is met, else any undecided is undecided, else missed. */
function sentenceVerdict(
  alternatives: readonly {
    readonly met: boolean | null;
    readonly isSmall: boolean;
    readonly isUnsure: boolean;
  }[],
  standard: StandardModel,
): SentenceVerdict {
  if (alternatives.some(({ met }) => met === true)) return { met: true };
  if (!alternatives.some(({ met }) => met === null)) return { met: false };
  if (standard.confidence !== null && alternatives.some((one) => one.isUnsure))
    return { undecided: standard.confidence.otherwise };
  const isSmall = alternatives.some((one) => one.isSmall);
  return { undecided: isSmall ? (standard.needs?.otherwise ?? "not_enough_data") : "not_enough_data" };
}

/** §4.1.12: any missed is missed, else the first undecided sentence decides, else met. */
function allSentences(sentences: readonly SentenceVerdict[]): VerdictKind {
  if (sentences.some((sentence) => "met" in sentence && !sentence.met)) return "missed";
  const first = sentences.find((sentence) => "undecided" in sentence);
  return first === undefined ? "met" : first.undecided;
}

/** §4.1: every population of every `requires` is empty; null where one is not, or counting 0 is agreed. */
function emptyVerdict(standard: StandardModel, side: Side, view: View): VerdictKind | null {
  const plans = standard.requires.flatMap(({ alternatives }) =>
    alternatives.map(({ metric }) => metricOf(side.world, metric)),
  );
  if (!plans.every((plan) => measure(plan, view).isEmpty)) return null;
  if (standard.missingData !== null) return standard.missingData;
  const countsRows = plans.some(({ form }) => form.kind === "count" || form.kind === "distinct");
  return standard.needs === null && countsRows ? null : "not_enough_data";
}

/** The smallest count of the first `needs` row that applies to the partner. */
function minimumInForce(needs: NeedsModel, side: Side): bigint | null {
  const row = needs.rows[minimumRow(needs, side)];
  return row === undefined ? null : BigInt(row.atLeast);
}

/** Which row of `needs` is in force: the first that applies. */
export const minimumRow = (needs: NeedsModel, side: Side): number =>
  needs.rows.findIndex(({ where }) => counts(where, partnerSight(side)));

/** What `needs` counts: rows of a dataset in the window, or the value of a `number of` metric. */
export function needed(needs: NeedsModel | null, view: View): bigint {
  if (needs === null) return 0n;
  if (needs.counts.kind === "dataset")
    return BigInt(view.rows(needs.counts.name, null).filter(isDecided).length);
  const { value } = measure(view.metric(needs.counts.name), view);
  return value !== null && typeof value === "object" ? value.n / value.d : 0n;
}
