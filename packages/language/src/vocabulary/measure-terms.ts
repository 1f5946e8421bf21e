/** Forms of metrics, and sentences of metrics and standards. */
import type * as ast from "../syntax/ast.ts";
import { type Term, term } from "./term.ts";

export const formTerms: Readonly<Record<ast.MetricForm["kind"], Term>> = {
  Share: term(
    "percent of ROWS out of ROWS",
    "Of the rows after `out of`, the part that is also among the first. It is never above 100%.",
    "3.5.4",
  ),
  Count: term("number of ROWS", "How many rows there are. Without any it is 0.", "3.5.3"),
  Distinct: term("number of different FIELD in ROWS", "How many different values the field has.", "3.5.9"),
  Average: term(
    "average of FIELD in ROWS",
    "The mean of the values; rows without one are left out.",
    "3.5.3",
  ),
  Sum: term("sum of FIELD in ROWS", "All values added up; 0 without rows.", "3.5.8"),
  Median: term(
    "median of FIELD in ROWS",
    "The value in the middle; of two in the middle the lower one.",
    "3.5.10",
  ),
  Lowest: term("lowest of FIELD in ROWS", "The smallest value.", "3.5.10"),
  Highest: term("highest of FIELD in ROWS", "The greatest value.", "3.5.10"),
  Latest: term("latest FIELD in ROWS", "The value of the newest row that has one.", "3.5.11"),
  Percentile: term(
    "percentile P of FIELD in ROWS",
    "The value that P percent of all values do not exceed, counted by rank; nothing is interpolated.",
    "3.5.10",
  ),
  NetScore: term(
    "net score of FIELD in ROWS promoters A to B detractors C to D",
    "The share of high answers less the share of low ones, from −100 to 100.",
    "3.5.12",
  ),
  Rate: term(
    "rate of ROWS per N ROWS",
    "How many of the first there are for every N of the second.",
    "3.5.13",
  ),
  Ratio: term("ratio of METRIC to METRIC", "One metric divided by another.", "3.5.14"),
  PeriodMean: term(
    "average of METRIC each SPAN",
    "The mean of a metric's values over days, weeks or months, each weighing the same.",
    "3.5.16",
  ),
  TimeOutside: term(
    "percent of time outside CLOCK",
    "The part of the time in which no case of the clock ran, such as the time without an outage.",
    "3.5.21",
  ),
};

export const measureTerms: Readonly<
  Record<ast.MetricSentence["kind"] | Exclude<ast.StandardSentence["kind"], "Because">, Term>
> = {
  MetricDated: term(
    "dated FIELD",
    "For this metric another date puts rows into months than for the rest of the dataset.",
    "3.5.17",
  ),
  Final: term(
    "final N UNITS after the period",
    "How long rows may still arrive. Until then verdicts that read the metric are pending.",
    "3.5.18",
  ),
  CountsAtMost: term(
    "counts at most N rows per FIELD",
    "Of all rows with one value of the field only the newest N count.",
    "3.5.19",
  ),
  Better: term("higher is better", "Which values are the good ones, for comparing partners.", "3.5.20"),

  AppliesTo: term(
    "applies to partners where CONDITION",
    "Which partners the standard is for. For all others its verdict is `not_applicable`.",
    "3.6.2",
  ),
  AppliesWhen: term(
    "applies when CONDITION",
    "The standard counts only where metrics of the same window fulfil this, such as enough volume.",
    "3.6.4",
  ),
  Requires: term(
    "requires METRIC LIMIT",
    "What must hold. All `requires` must be met; of limits joined by `or` one is enough.",
    "3.6.5",
  ),
  Tolerates: term(
    "tolerates fewer than N METRIC for METRIC",
    "A missed limit counts as met while only so few cases stand behind it.",
    "3.6.15",
  ),
  WarnsWhen: term(
    "warns when CONDITION",
    "Marks a met verdict that came close. It changes no verdict.",
    "3.6.17",
  ),
  Measured: term("measured …", "The stretch of time, or the rows, that each verdict is about.", "3.6.18"),
  Assessed: term("assessed …", "On which day a rolling window is looked at.", "3.6.24"),
  Needs: term(
    "needs at least N ROWS otherwise VERDICT",
    "With fewer rows than this there is no judgement, but the verdict named here. `needs no minimum` judges even one row.",
    "3.6.27",
  ),
  Excluding: term("excluding A, B", "The exclusions that act here: their rows do not count.", "3.8.5"),
  Covers: term("covers A, B", "The touchpoints that this is about. It decides nothing.", "3.6.33"),
  BindsBrand: term(
    "binds brand",
    "It is the brand that owes this, to the partner whose rows are judged.",
    "3.6.34",
  ),
  JudgedWith: term(
    "judged with P% confidence otherwise VERDICT",
    "A missed limit counts as missed only if chance can hardly explain it; in doubt the verdict is the one named here.",
    "3.6.35",
  ),
  MissingData: term(
    "missing data counts as VERDICT",
    "The verdict where there are no rows at all. Without it that is `not_enough_data`.",
    "3.6.31",
  ),
};
