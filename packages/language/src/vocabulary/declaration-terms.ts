/** The words that begin a declaration. */
import type * as ast from "../syntax/ast.ts";
import { type Term, term } from "./term.ts";

/** Declarations that have a meaning, by their kind in the tree. */
export type TermedDeclaration = Exclude<ast.Declaration["kind"], "Unavailable" | "BrokenDeclaration">;

export const declarationTerms: Readonly<Record<TermedDeclaration, Term>> = {
  Agreement: term(
    'agreement NAME "LABEL"',
    "What two sides have agreed: its version, the days on which it holds, and the time zone in which days begin and end.",
    "3.1.1",
  ),
  Uses: term(
    'uses "PATH"',
    "Takes over everything that another file declares. The path starts from this file.",
    "3.1.8",
  ),
  Partners: term(
    'partners from "FILE" key FIELD',
    "Who the partners are: one row of the file for each, told apart by the key.",
    "3.2.1",
  ),
  Dataset: term(
    'dataset NAME from "FILE" one row per KEY',
    "A table of things that happened, and what its columns mean. The file is where the rows usually come from.",
    "3.2.5",
  ),
  Calendar: term(
    "calendar NAME",
    "When somebody is open: weekly hours, without the days that are closed.",
    "3.3.1",
  ),
  Clock: term(
    "clock NAME on DATASET by KEY",
    "Measures how long something took, from its start to its stop, and whether it was done in time. Each case is a row of its own.",
    "3.4.1",
  ),
  Metric: term(
    "metric NAME FORM",
    "A number worked out from rows: a share, a count, an average or another form. By itself it demands nothing.",
    "3.5.1",
  ),
  Standard: term(
    'standard NAME "LABEL"',
    "What is promised: limits on metrics, for whom they hold, and over which stretch of time each verdict is given.",
    "3.6.1",
  ),
  Credit: term("credit NAME on STANDARD", "Money that is owed when a standard is missed.", "3.7.7"),
  Bonus: term("bonus NAME on STANDARD", "Money that is owed when a standard is met.", "3.7.7"),
  Points: term(
    "points NAME on STANDARD",
    "A number for each verdict of a standard, graded by how good its metric was.",
    "3.7.22",
  ),
  Escalation: term(
    "escalation NAME on STANDARD",
    "Steps that follow when misses repeat, from a letter up to whatever comes last.",
    "3.7.25",
  ),
  Ratchet: term(
    "ratchet NAME on STANDARD",
    "Proposes a stricter limit after lasting success. The limit itself changes only with a new text.",
    "3.7.32",
  ),
  Scorecard: term(
    "scorecard NAME",
    "One score from 0 to 100, put together from several metrics by weight.",
    "3.7.35",
  ),
  Tiers: term(
    "tiers NAME",
    "The level that a partner has reached: the first whose condition is true.",
    "3.7.37",
  ),
  Exclusion: term(
    "exclusion NAME",
    "Rows that do not count, and why. It acts only in standards that name it after `excluding`.",
    "3.8.1",
  ),
  Amendment: term(
    'amendment NAME to STANDARD for partner "KEY"',
    "Another limit for one partner for some time.",
    "3.8.7",
  ),
  RampUp: term(
    "ramp_up NAME for partners where CONDITION",
    "A time in which a new partner is excused, or spared some consequences.",
    "3.8.13",
  ),
  Attestation: term(
    'attestation NAME "LABEL"',
    "Something that is stated and proven, such as a certificate. It is met while a valid record of it is there.",
    "3.9.1",
  ),
  Duty: term(
    "duty NAME by partner",
    "Something to be delivered by a day. It is met if a record of it is there in time.",
    "3.9.1",
  ),
  Touchpoint: term(
    "touchpoint NAME",
    "A place where customers meet the brand. It is for the map, and decides nothing.",
    "3.10.1",
  ),
  Report: term(
    "report NAME for partner",
    "What is shown to whom, and by when. It changes no verdict.",
    "3.11.1",
  ),
  Test: term('test NAME "LABEL"', "An example with made-up rows, and what must come of them.", "3.12.1"),
};
