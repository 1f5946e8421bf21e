/** What was promised: the limits in force for this verdict, where they stand written, and what changed them. */
import type { Bundle, LimitResult, Verdict } from "@tenet-lang/evaluator";
import { counted, groupedBy, type LetterItem, metricLabel, plainItem } from "./letter-words.ts";
import { comparedText, spaced } from "./words.ts";

/** The path of a file of the agreement as the reader would write it. */
export type PathOf = (file: string) => string;

/** One item for each `requires`, then the reason that was agreed. */
export function promiseItems(verdict: Verdict, bundle: Bundle, pathOf: PathOf): readonly LetterItem[] {
  const standard = bundle.standards.find(({ name }) => name === verdict.standard);
  const sentences = groupedBy(verdict.limits, ({ requirement }) => requirement);
  const place = `${pathOf(verdict.origin.file)}:${verdict.origin.line}`;
  const promised =
    sentences.size === 0
      ? [plainItem(`Nothing of it was compared; it stands in ${place}.`)]
      : [...sentences.values()].map((limits) => requirementItem(limits, verdict, bundle, pathOf));
  const because = standard?.because ?? null;
  const owed = verdict.owes === "brand" && verdict.party.kind === "partner";
  return [
    ...promised,
    ...(owed ? [plainItem("The brand owes it to the partner.")] : []),
    ...(because === null ? [] : [plainItem(`The reason that was agreed: ${because}.`)]),
  ];
}

/** The limits of one `requires`: groups of a limit are one promise, alternatives are several. */
function requirementItem(
  limits: readonly LimitResult[],
  verdict: Verdict,
  bundle: Bundle,
  pathOf: PathOf,
): LetterItem {
  const alternatives = [...groupedBy(limits, alternativeOf).values()].flatMap(([first]) => first ?? []);
  const [first] = alternatives;
  if (first !== undefined && alternatives.length === 1) {
    return {
      text: promiseWords(first, verdict, bundle),
      details: promiseDetails(first, verdict, bundle, pathOf),
    };
  }
  return {
    text: alternatives.map((limit) => promiseWords(limit, verdict, bundle)).join(", or "),
    details: [
      "One of them is enough.",
      ...new Set(alternatives.flatMap((limit) => promiseDetails(limit, verdict, bundle, pathOf))),
    ],
  };
}

function alternativeOf({ metric, comparison, limit }: LimitResult): string {
  return JSON.stringify([metric, comparison, limit]);
}

/** `At the door by the promised hour: at least 94%, for each region`. */
function promiseWords(limit: LimitResult, verdict: Verdict, bundle: Bundle): string {
  const by = planOf(limit, verdict, bundle)?.group ?? null;
  const each = by === null ? "" : `, for each ${spaced(by)}`;
  return `${metricLabel(bundle, limit.metric)}: ${limit.comparison} ${limit.limit}${each}`.replace(/ ,/, ",");
}

function planOf({ requirement, metric }: LimitResult, verdict: Verdict, bundle: Bundle) {
  const standard = bundle.standards.find(({ name }) => name === verdict.standard);
  return standard?.requires[requirement]?.alternatives.find((plan) => plan.metric === metric);
}

function promiseDetails(
  limit: LimitResult,
  verdict: Verdict,
  bundle: Bundle,
  pathOf: PathOf,
): readonly string[] {
  const { file, line, text } = limit.origin;
  const tolerates = planOf(limit, verdict, bundle)?.tolerates ?? null;
  return [
    ...(limit.amendment === null
      ? [`written in ${pathOf(file)}:${line} as: ${text}`]
      : amendmentDetails(limit, limit.amendment, bundle, pathOf)),
    ...(tolerates === null
      ? []
      : [
          `tolerated with fewer than ${tolerates.fewerThan} ${metricLabel(bundle, tolerates.metric).toLowerCase()}`,
        ]),
    ...relativeDetails(limit),
  ];
}

function amendmentDetails(
  { origin }: LimitResult,
  name: string,
  bundle: Bundle,
  pathOf: PathOf,
): readonly string[] {
  const amendment = bundle.amendments.find((each) => each.name === name);
  const place = `${pathOf(origin.file)}:${origin.line}`;
  if (amendment === undefined) return [`set by the amendment ${spaced(name)} in ${place}`];
  const { label, from, until, because } = amendment;
  return [
    `set by the amendment "${label ?? spaced(name)}" for ${from} to ${until}, in ${place}`,
    `its reason: ${because}`,
  ];
}

/** What a limit against others was in the end. */
function relativeDetails({ bound, peers, rank, confidence }: LimitResult): readonly string[] {
  const others = peers === null ? "" : ` of ${counted(peers, "peers")}`;
  return [
    ...(bound === null ? [] : [`the average${others} is ${comparedText(bound)}`]),
    ...(rank === null ? [] : [`compared with ${counted(peers ?? 0, "peers")}, the rank is ${rank}`]),
    ...(confidence === null ? [] : [`judged with ${confidence.percent} confidence`]),
  ];
}
