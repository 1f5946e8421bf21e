/** Sentences of what follows from verdicts. */
import type { Form } from "./form.ts";

const money: readonly Form[] = [
  ["PaysForRows", "pays for rows of <dataset>"],
  ["Gives", "gives <50> EUR when <standard> is <missed|met>"],
  ["Gives", "gives <5%> of <base> for each started <hour|day|minute|week> of <field> in <dataset>"],
  ["Capped", "capped at <10%> of <base> each calendar <year|quarter|month>"],
  ["Capped", "capped at <2_000> EUR each calendar <year|quarter|month>"],
  ["Unless", "unless <standard> is <missed|met>"],
  ["IgnoresAmounts", "ignores amounts of at most <5> EUR"],
  ["Excluding", "excluding <exclusion>"],
  ["AdditionalTo", "additional to <credit>"],
  ["Because", 'because "<reason>"'],
];

export const consequenceForms: Readonly<Record<string, readonly Form[]>> = {
  credit: [
    ["PutsAtRisk", "puts <10%> of <base> at risk each calendar <month|quarter|half year|year>"],
    ["MissWeight", "weight <60%> to <standard> when missed"],
    ["Gives", "gives <0.5%> of <base> for each percentage point below the limit"],
    ["Forgives", "forgives <1> misses each calendar <quarter|month|half year|year>"],
    ["EarnsBack", "earns back when met <3> months in a row"],
    ...money,
  ],
  bonus: money,
  points: [
    ["GivesPoints", "gives <0> points when <metric> at least <97%>"],
    ["GivesPoints", "gives <5> points otherwise"],
    ["Doubled", "doubled when missed <2> months in a row"],
  ],
  escalation: [
    ["Step", "step <name> when missed <2> times in rolling <3> months"],
    ["Step", "step <name> when missed <3> months in a row cure within <45> days"],
    ["Step", "step <name> when <plan> is not cured"],
    ["Resets", "resets after met <6> months in a row"],
  ],
  ratchet: [
    ["RatchetWhen", "when <met|exceeded> <12> months in a row"],
    ["RaisesLimit", "raises limit to halfway between limit and average"],
    ["Capped", "capped at <98%>"],
  ],
  scorecard: [
    ["ScoreWeight", "weight <40%> to <metric> scaled from <80%> to <100%>"],
    ["Measured", "measured each calendar <month|quarter|half year|year>"],
    ["Measured", "measured over rolling <90> <days|weeks|months>"],
    ["Assessed", "assessed at the end of each calendar <month|quarter|half year|year>"],
  ],
  tiers: [
    ["Level", "level <gold> when <scorecard> at least <90>"],
    ["Level", "level <silver> otherwise"],
    ["Assessed", "assessed on day <1> of each calendar <half year|quarter|year|month>"],
    ["Assessed", "assessed at the end of each calendar <half year|quarter|year|month>"],
  ],
};
