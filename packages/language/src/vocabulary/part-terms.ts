/** What sentences are made of: comparisons, verdicts, events, spans, look-ups. */
import type { VerdictKind } from "@tenet-lang/evaluator";
import type * as ast from "../syntax/ast.ts";
import { type Term, term } from "./term.ts";

export const operatorTerms: Readonly<Record<ast.TestOperator, Term>> = {
  atLeast: term("at least V", "V or more.", "2.5.1"),
  atMost: term("at most V", "V or less.", "2.5.1"),
  moreThan: term("more than V", "More than V; V itself is not enough.", "2.5.1"),
  lessThan: term("less than V", "Less than V, of an amount; V itself is too much.", "2.5.1"),
  fewerThan: term("fewer than N", "Less than N, of things that are counted; N itself is too many.", "2.5.1"),
  fromTo: term("from A to B", "Between A and B, both included.", "2.5.1"),
  is: term("is V", "Exactly V.", "2.5.1"),
  isNot: term("is not V", "Another value than V. Where there is none it is not true either.", "2.5.1"),
  isOneOf: term("is one of A, B", "One of these values.", "2.5.1"),
  isGiven: term("is given", "There is a value.", "2.5.1"),
  isNotGiven: term("is not given", "There is no value.", "2.5.1"),
  contains: term('contains "TEXT"', "The text occurs in it, capitals and all.", "2.5.7"),
  matches: term(
    'matches "PATTERN"',
    "The pattern is found somewhere in it; `^` and `$` tie it to the ends.",
    "2.5.8",
  ),
};

export const verdictTerms: Readonly<Record<VerdictKind, Term>> = {
  met: term("met", "What was promised was kept.", "4.1.1"),
  missed: term("missed", "What was promised was not kept.", "4.1.1"),
  not_enough_data: term(
    "not_enough_data",
    "Too few rows to judge by. It counts neither as met nor as missed.",
    "4.1.1",
  ),
  not_applicable: term(
    "not_applicable",
    "The standard is not for this partner, or not for this time. It counts neither as met nor as missed.",
    "4.1.1",
  ),
  excused: term("excused", "A ramp-up spares the partner. It counts neither as met nor as missed.", "4.1.1"),
  pending: term(
    "pending",
    "The time is not over, or rows may still arrive. It counts neither as met nor as missed.",
    "4.1.1",
  ),
};

/** Further parts of sentences, by their kind in the tree. */
export const partTerms = {
  Lookup: term(
    "has DATASET with same KEY",
    "Whether there are rows with the same key in a dataset; `in the N UNITS after FIELD` asks for later ones only.",
    "2.7.1",
  ),
  And: term("A and B", "Both must be true.", "2.6.5"),
  Or: term("A or B", "One of them must be true.", "2.6.5"),
  Not: term("not A", "The opposite of the one comparison, look-up or parenthesis that follows.", "2.6.1"),
  PeerAverage: term(
    "at least peer average",
    "Compared with the average of the other partners; `by` compares with those of the same kind.",
    "3.6.14",
  ),
  InBest: term("in best P% of peers", "Among the best partners, by rank.", "3.6.14"),
  EachSpan: term(
    "each calendar SPAN",
    "One for every day, week, month, quarter, half year or year of the calendar.",
    "3.6.18",
  ),
  EachPartnerYear: term(
    "each partner year from FIELD",
    "One for every year of the partner's own, counted from a date such as the start of the contract.",
    "3.6.22",
  ),
  Rolling: term(
    "over rolling N UNITS",
    "A window that looks back from each day on which it is assessed.",
    "3.6.19",
  ),
  LatestRows: term("over latest N ROWS", "The newest rows, whenever they were.", "3.6.20"),
  Event: term(
    "met, missed or exceeded",
    "Something that happens with verdicts: once, so often in some time, or so often in a row. `exceeded` is met with something to spare.",
    "4.4.1",
  ),
  TimesIn: term("N times in rolling LENGTH", "So often within that time, this time included.", "4.4.4"),
  InARow: term("N UNITS in a row", "So many judged verdicts one after the other.", "4.4.5"),
  PointsBelowLimit: term(
    "for each percentage point below the limit",
    "The amount times the percentage points that were missing, with all their fractions.",
    "3.7.17",
  ),
  StartedUnits: term(
    "for each started UNIT of FIELD in ROWS",
    "The amount for every unit of time that has begun.",
    "3.7.18",
  ),
  PercentOf: term(
    "P% of BASE",
    "A part of an amount: of the row, of the partner, or of a metric in money.",
    "3.7.10",
  ),
  Via: term(
    "in DATASET with same KEY",
    "It is found in the rows of another dataset that have the same key.",
    "3.2.8",
  ),
  Becomes: term(
    "when FIELD becomes VALUE",
    "Happens at a row in which the field has this value, and had it not in the row before.",
    "3.4.8",
  ),
  AtField: term("at FIELD", "The moment that stands in the field.", "3.4.4"),
  DueOf: term("within LENGTH of FIELD", "So long after a date of the partner's own.", "3.9.4"),
  DueAfter: term(
    "within LENGTH after each calendar SPAN",
    "So long after the end of each such span.",
    "3.9.4",
  ),
  DueOnDay: term(
    "on day N after each calendar SPAN",
    "At the end of the N-th day after each such span; `business` counts opening days.",
    "3.9.4",
  ),
  DueOn: term("on DATE", "At the end of that day, or at the time that is given with it.", "3.9.4"),
} as const satisfies Readonly<Record<string, Term>>;
