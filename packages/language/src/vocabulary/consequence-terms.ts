/** Sentences of credits, bonuses, points, escalations, ratchets, scorecards and tiers. */
import type * as ast from "../syntax/ast.ts";
import { type Term, term } from "./term.ts";

type ConsequenceSentence = Exclude<
  | ast.CreditSentence["kind"]
  | ast.PointsSentence["kind"]
  | ast.EscalationSentence["kind"]
  | ast.RatchetSentence["kind"]
  | ast.ScorecardSentence["kind"]
  | ast.TiersSentence["kind"],
  "Because" | "Excluding" | "Measured" | "Assessed"
>;

export const consequenceTerms: Readonly<Record<ConsequenceSentence, Term>> = {
  PutsAtRisk: term(
    "puts AMOUNT at risk each SPAN",
    "The pool that misses can eat up; each miss takes its weight of it.",
    "3.7.11",
  ),
  MissWeight: term(
    "weight P% to NAME when missed",
    "What part of the pool a miss of this standard costs.",
    "3.7.11",
  ),
  Forgives: term("forgives N misses each SPAN", "So many misses cost nothing.", "4.6.4"),
  EarnsBack: term(
    "earns back when EVENT",
    "When this has happened, what earlier misses have cost is given back.",
    "4.6.9",
  ),
  PaysForRows: term(
    "pays for rows of DATASET",
    "Money is owed for single rows, not for a whole period.",
    "3.7.13",
  ),
  Gives: term(
    "gives AMOUNT when CONDITION",
    "How much is owed. Of several lines with `when` the first that is true holds.",
    "3.7.12",
  ),
  Capped: term(
    "capped at AMOUNT each SPAN",
    "Never more than this: in each such stretch of time, or, of a ratchet, ever.",
    "4.6.6",
  ),
  Unless: term("unless NAME is VERDICT", "Nothing is owed where another verdict says so.", "4.6.3"),
  IgnoresAmounts: term("ignores amounts of at most AMOUNT", "Sums as small as this are not owed.", "4.6.8"),
  AdditionalTo: term(
    "additional to CREDIT",
    "Two credits for one miss are meant. Without it that is a mistake in the text.",
    "3.7.20",
  ),

  GivesPoints: term(
    "gives N points when METRIC …",
    "The points for results in this range; the first line that is true holds.",
    "3.7.22",
  ),
  Doubled: term("doubled when EVENT", "Points count twice at a verdict where this has happened.", "3.7.24"),

  Step: term(
    "step NAME when …",
    "What follows, and when. `cure within` gives a time to mend it, `notice within` a time to say so.",
    "3.7.26",
  ),
  Resets: term(
    "resets after EVENT",
    "When this has happened all steps end, and counting begins anew.",
    "3.7.27",
  ),

  RatchetWhen: term("when EVENT", "After how many verdicts in a row a stricter limit is proposed.", "3.7.32"),
  RaisesLimit: term(
    "raises limit to halfway between limit and average",
    "The proposal: the middle between the limit and what was reached.",
    "3.7.33",
  ),

  ScoreWeight: term(
    "weight P% to METRIC scaled from A to B",
    "How much a metric counts for the score; A gives nothing of it, B all.",
    "3.7.36",
  ),

  Level: term(
    "level NAME when CONDITION",
    "A level and what it takes. The first level whose condition is true is reached.",
    "3.7.38",
  ),
};
