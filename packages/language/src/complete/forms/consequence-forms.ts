/** Sentences of what follows from verdicts. */
import type { Form } from "./form.ts";

const money: readonly Form[] = [
  ["PaysForRows", "pays for rows of <dataset>", "Puts every amount to each row of a dataset."],
  ["Gives", "gives <50> EUR when <standard> is <missed|met>", "Says what is paid, and when."],
  [
    "Gives",
    "gives <5%> of <base> for each started <hour|day|minute|week> of <field> in <dataset>",
    "Pays for each unit of time that has begun.",
  ],
  [
    "Capped",
    "capped at <10%> of <base> each calendar <year|quarter|month>",
    "Says how much is paid at most.",
  ],
  ["Capped", "capped at <2_000> EUR each calendar <year|quarter|month>", "Says how much is paid at most."],
  ["Unless", "unless <standard> is <missed|met>", "Pays nothing where a verdict says so."],
  ["IgnoresAmounts", "ignores amounts of at most <5> EUR", "Pays no amount that is so small."],
  ["Excluding", "excluding <exclusion>", "Leaves out the rows that exclusions take away."],
  ["AdditionalTo", "additional to <credit>", "Says that two credits may pay for one miss."],
  ["Because", 'because "<reason>"', "Gives a reason; it is shown and decides nothing."],
];

export const consequenceForms: Readonly<Record<string, readonly Form[]>> = {
  credit: [
    [
      "PutsAtRisk",
      "puts <10%> of <base> at risk each calendar <month|quarter|half year|year>",
      "Says how much can be lost in each period.",
    ],
    [
      "MissWeight",
      "weight <60%> to <standard> when missed",
      "Says which part of it a missed standard costs.",
    ],
    [
      "Gives",
      "gives <0.5%> of <base> for each percentage point below the limit",
      "Pays for every point by which the limit is missed.",
    ],
    [
      "Forgives",
      "forgives <1> misses each calendar <quarter|month|half year|year>",
      "Lets so many misses pass in each span.",
    ],
    ["EarnsBack", "earns back when met <3> months in a row", "Gives a credit back after a good run."],
    ...money,
  ],
  bonus: money,
  points: [
    [
      "GivesPoints",
      "gives <0> points when <metric> at least <97%>",
      "Gives points where a metric is in a band; the first band that holds counts.",
    ],
    ["GivesPoints", "gives <5> points otherwise", "Gives points where no band above holds."],
    ["Doubled", "doubled when missed <2> months in a row", "Doubles the points of a verdict."],
  ],
  escalation: [
    [
      "Step",
      "step <name> when missed <2> times in rolling <3> months",
      "Begins a step where a standard is missed so often.",
    ],
    [
      "Step",
      "step <name> when missed <3> months in a row cure within <45> days",
      "Begins a step that can be cured in time.",
    ],
    ["Step", "step <name> when <plan> is not cured", "Begins a step where an earlier one was not cured."],
    ["Resets", "resets after met <6> months in a row", "Ends all steps after a good run."],
  ],
  ratchet: [
    [
      "RatchetWhen",
      "when <met|exceeded> <12> months in a row",
      "Says after which run a stricter limit is proposed.",
    ],
    ["RaisesLimit", "raises limit to halfway between limit and average", "Says which limit is proposed."],
    ["Capped", "capped at <98%>", "Keeps the proposal from passing a value."],
  ],
  scorecard: [
    [
      "ScoreWeight",
      "weight <40%> to <metric> scaled from <80%> to <100%>",
      "Says how much a metric counts in the score, and which values give 0 and 100.",
    ],
    [
      "Measured",
      "measured each calendar <month|quarter|half year|year>",
      "Gives one score for each such span of the calendar.",
    ],
    [
      "Measured",
      "measured over rolling <90> <days|weeks|months>",
      "Looks back over so much time from each day of assessment.",
    ],
    [
      "Assessed",
      "assessed at the end of each calendar <month|quarter|half year|year>",
      "Says when a window that moves with time is judged.",
    ],
  ],
  tiers: [
    [
      "Level",
      "level <gold> when <scorecard> at least <90>",
      "Names a level and what it takes; the first that holds counts.",
    ],
    ["Level", "level <standard> otherwise", "Names the level of all others."],
    [
      "Assessed",
      "assessed on day <1> of each calendar <half year|quarter|year|month>",
      "Says when levels are given.",
    ],
    [
      "Assessed",
      "assessed at the end of each calendar <half year|quarter|year|month>",
      "Says when levels are given.",
    ],
  ],
};
