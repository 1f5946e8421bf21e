/** Sentences of metrics, standards, exclusions, amendments and tests. */
import type { Form } from "./form.ts";

export const standardForms: Readonly<Record<string, readonly Form[]>> = {
  metric: [
    ["MetricDated", "dated <date_field>", "Puts rows into windows by another date than the dataset's."],
    ["Final", "final <14> days after the period", "Says how long rows of a period may still arrive."],
    [
      "CountsAtMost",
      "counts at most <3> rows per <field>",
      "Keeps only the newest rows for each value of a field.",
    ],
    ["Better", "<higher|lower> is better", "Says which value is better, as ranks among peers ask."],
  ],
  standard: [
    ["Requires", "requires <metric> at least <95%>", "States a limit; all `requires` sentences must hold."],
    ["Requires", "requires <metric> at most <5%>", "States a limit; all `requires` sentences must hold."],
    ["Requires", "requires <metric> from <1> to <5>", "States a limit with two ends, both included."],
    ["Requires", "requires <metric> at least peer average", "Holds a partner to the average of the others."],
    ["Requires", "requires <metric> in best <25%> of peers", "Asks a partner to be among the best."],
    [
      "Measured",
      "measured each calendar <month|day|week|quarter|half year|year>",
      "Gives one verdict for each such span of the calendar.",
    ],
    [
      "Measured",
      "measured over rolling <90> <days|weeks|months|quarters|years>",
      "Looks back over so much time from each day of assessment.",
    ],
    ["Measured", "measured over latest <100> <dataset>", "Looks back over so many of the newest rows."],
    [
      "Measured",
      "measured each partner year from <opened_on>",
      "Gives one verdict for each year of a partner, counted from a date of its own.",
    ],
    [
      "Needs",
      "needs at least <30> <dataset> otherwise <not_enough_data|met|missed|not_applicable|excused>",
      "Says how many rows it takes to judge, and what holds with fewer.",
    ],
    ["Needs", "needs no minimum", "Says that a single row is enough to judge."],
    [
      "Assessed",
      "assessed at the end of each calendar <month|week|quarter|half year|year>",
      "Says when a window that moves with time is judged.",
    ],
    [
      "Assessed",
      "assessed on day <5> of each calendar <month|quarter|year>",
      "Says on which day a window that moves with time is judged.",
    ],
    [
      "Assessed",
      "assessed on business day <3> of each calendar <month|quarter|year>",
      "Says on which opening day a window that moves with time is judged.",
    ],
    [
      "AppliesTo",
      "applies to partners where <field> is <value>",
      "Binds only the partners for whom the condition is true.",
    ],
    [
      "AppliesWhen",
      "applies when <metric> at least <20>",
      "Judges only where metrics of the same window say so.",
    ],
    [
      "Tolerates",
      "tolerates fewer than <3> <count> for <metric>",
      "Lets a missed limit pass as long as few things went wrong.",
    ],
    ["WarnsWhen", "warns when <metric> less than <97%>", "Flags a verdict that is met, and changes nothing."],
    ["Excluding", "excluding <exclusion>", "Leaves out the rows that exclusions take away."],
    [
      "MissingData",
      "missing data counts as <missed|met|not_enough_data|not_applicable|excused>",
      "Gives the verdict where there are no rows at all.",
    ],
    [
      "Covers",
      "covers <touchpoint>",
      "Names the touchpoints that the standard is about; it decides nothing.",
    ],
    ["BindsBrand", "binds brand", "Says that the brand owes what is asked, to each partner."],
    [
      "JudgedWith",
      "judged with <95%> confidence otherwise <not_enough_data|met|missed>",
      "Decides only where the numbers are large enough to be sure.",
    ],
    ["Because", 'because "<reason>"', "Gives a reason; it is shown with the verdict and decides nothing."],
  ],
  exclusion: [
    ["Removes", "removes <dataset> where <field> is given", "Names the rows that are taken away."],
    [
      "Recorded",
      "recorded in <dataset> where <field> is given",
      "Names the rows that are the evidence; without them nothing is taken away.",
    ],
    [
      "Affected",
      "applies when at least <3> partners affected by <field>",
      "Takes rows away only where so many partners share what happened.",
    ],
    ["Evidence", 'needs evidence "<what>"', "Says what is to be recorded as evidence."],
    ["Because", 'because "<reason>"', "Gives a reason; it is shown and decides nothing."],
  ],
  amendment: [
    [
      "Effective",
      "effective from <2026-06-01> until <2026-08-31>",
      "Gives the days between which the amendment holds, both included.",
    ],
    [
      "ChangesLimit",
      "changes limit of <metric> to at least <90%>",
      "Puts another limit in the place of the standard's.",
    ],
    ["Because", 'because "<reason>"', "Gives the reason for the amendment."],
  ],
  test: [
    ["AsOf", "as of <2026-04-01>", "Says at which instant the test judges."],
    [
      "Given",
      'given <dataset> for "<P1>" in <2026-01>',
      "Gives rows of a dataset, of one partner and one period.",
    ],
    [
      "Given",
      "given <dataset>",
      "Gives rows of a dataset; their own columns say whose they are, and of when.",
    ],
    ["Given", 'given <dataset> from "<file.csv>"', "Gives the rows of a file."],
    [
      "Expect",
      'expect <standard> for "<P1>" in <2026-01> is <met|missed|not_enough_data|not_applicable|excused|pending>',
      "Says which verdict must come out.",
    ],
    ["Expect", 'expect <metric> for "<P1>" in <2026-01> is <95%>', "Says which value must come out."],
    [
      "Expect",
      'expect <standard> for "<P1>" in <2026-01> is missed because <metric>',
      "Says that the standard must be missed, and on which metric.",
    ],
  ],
};
