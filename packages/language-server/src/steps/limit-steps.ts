/** Limits on the way to a verdict: each metric, then what is asked of it, in each group where there are some. */
import type { Verdict } from "@tenet-lang/evaluator";
import { groupName, metricStep, valueText } from "./metric-steps.ts";
import { declared, limitPlace, placeIn, sentencePlace, sentencesOf } from "./sentences.ts";
import { fact, figure, given, type Step, stepAt } from "./step.ts";
import type { Story } from "./story.ts";

type LimitResult = Verdict["limits"][number];

/** All limits that were looked at, in the order of the sentences. */
export function limitSteps(story: Story): readonly Step[] {
  return story.verdict.limits.flatMap((limit) => [
    ...metricStep(story, limit.metric, limit.group),
    ...limitStep(story, limit),
    ...toleranceStep(story, limit),
    ...confidenceStep(story, limit),
  ]);
}

function limitStep({ sentences, standard }: Story, limit: LimitResult): readonly Step[] {
  const { metric, group, value, comparison, distance, bound } = limit;
  const name = groupName(metric, group);
  const shown = valueText(value);
  const asked = `${comparison} ${limit.limit}`;
  const result = resultOf(limit);
  const by = distance === null ? "" : `, ${distance.text}`;
  const amended = limit.amendment === null ? "" : `, set by the amendment ${limit.amendment}`;
  return stepAt(
    limit.amendment === null
      ? limitPlace(sentences, standard, limit)
      : sentencePlace(declared(sentences, "Amendment", limit.amendment), "ChangesLimit"),
    `${name} is ${shown}, the limit is ${asked}${amended}: ${result}${by}`,
    `${group === null ? "" : `${group} `}${shown}: ${result}`,
    [
      fact(name, shown),
      figure("limit", asked),
      figure("result", result),
      ...given("distance", distance?.text),
      ...given("peer average", bound === null ? null : valueText(bound)),
      ...given("peers", limit.peers),
      ...given("rank", limit.rank),
      ...given("amendment", limit.amendment),
    ],
  );
}

/** What the limit says before anybody tolerates it. */
function resultOf({ met, toleratedBy }: LimitResult): string {
  if (met === null) return "undecided";
  return met && toleratedBy === null ? "met" : "missed";
}

function toleranceStep(story: Story, { toleratedBy, metric, group }: LimitResult): readonly Step[] {
  if (toleratedBy === null) return [];
  const sentence = sentencesOf(story.standard, "Tolerates").find(
    (one) => one.limit.text === metric && one.metric.text === toleratedBy,
  );
  const found = story.metrics.find((one) => one.metric === toleratedBy && one.group === group);
  const value = found === undefined ? [] : [fact(groupName(toleratedBy, group), valueText(found.value))];
  return [
    ...metricStep(story, toleratedBy, group),
    ...stepAt(
      placeIn(story.standard, sentence),
      `The miss of ${groupName(metric, group)} is tolerated: ${toleratedBy} is fewer than ${sentence?.fewerThan.text ?? ""}`,
      "tolerated",
      [...value, figure("result", "met")],
    ),
  ];
}

function confidenceStep({ standard }: Story, { confidence, metric, group }: LimitResult): readonly Step[] {
  if (confidence === null) return [];
  const { percent, wrongSide } = confidence;
  const name = groupName(metric, group);
  const says =
    wrongSide === null
      ? `With too few values nothing is sure of ${name}`
      : wrongSide
        ? `With ${percent} confidence ${name} is on the wrong side of its limit`
        : `${name} is not on the wrong side of its limit with ${percent} confidence`;
  return stepAt(
    placeIn(standard, sentencesOf(standard, "JudgedWith")[0]),
    says,
    wrongSide ? "sure" : "not sure",
    [
      figure("confidence", percent),
      figure("surely on the wrong side", wrongSide === null ? "unknown" : wrongSide ? "yes" : "no"),
    ],
  );
}
