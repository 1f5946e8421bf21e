/** Sentences of exclusions, amendments, ramp-ups, attestations, duties, touchpoints, reports and tests. */
import type * as ast from "../syntax/ast.ts";
import { type Term, term } from "./term.ts";

type FactSentence = Exclude<
  | ast.ExclusionSentence["kind"]
  | ast.AmendmentSentence["kind"]
  | ast.RampUpSentence["kind"]
  | ast.AttestationSentence["kind"]
  | ast.DutySentence["kind"]
  | ast.TouchpointSentence["kind"]
  | ast.ReportSentence["kind"]
  | ast.TestSentence["kind"],
  "Because" | "Effective"
>;

export const factTerms: Readonly<Record<FactSentence, Term>> = {
  Removes: term("removes ROWS", "The rows that do not count.", "3.8.1"),
  Affected: term(
    "applies when at least N partners affected by FIELD",
    "Rows are removed only where so many partners were hit by the same thing.",
    "3.8.2",
  ),
  Evidence: term('needs evidence "TEXT"', "What has to be on record before rows are removed.", "3.8.4"),
  Recorded: term("recorded in ROWS", "Where it is written down: one row there proves it.", "3.8.3"),

  ChangesLimit: term(
    "changes limit of METRIC to LIMIT",
    "The limit that holds instead, for this partner and time.",
    "3.8.8",
  ),

  Lasts: term("lasts LENGTH since FIELD", "How long it runs, from a date of the partner's own.", "3.8.14"),
  UntilRows: term("until N ROWS since FIELD", "It runs until the partner has so many rows.", "3.8.15"),
  Suspends: term(
    "suspends A, B",
    "What does not act meanwhile. Verdicts stand; without this sentence they are excused.",
    "3.8.18",
  ),

  GivenBy: term("given by partner", "Who states it: each partner, or the brand.", "3.9.1"),
  EvidenceKind: term("evidence WORD", "What kind of proof it is. It is shown and decides nothing.", "3.9.2"),
  ValidFor: term("valid LENGTH", "How long a record holds, from its date.", "3.9.8"),
  ValidUntil: term("valid until FIELD", "A record holds until a date of its own.", "3.9.8"),
  DueSentence: term("due …", "By when it must be there.", "3.9.4"),
  Delivers: term('delivers "TEXT"', "What is to be delivered. It is shown and decides nothing.", "3.9.2"),
  DutyWhen: term(
    "when CONDITION",
    "It is owed only where this is true for the same stretch of time.",
    "3.9.12",
  ),
  IfMissed: term(
    "if missed STANDARD counts as missed",
    "Without the delivery the standard is missed too, whatever was measured.",
    "3.9.15",
  ),

  Stage: term("stage WORD", "Where on the customer's way it is. For the map only.", "3.10.1"),
  Channel: term("channel WORD", "By which channel customers come. For the map only.", "3.10.1"),
  RunBy: term(
    "run by partners where CONDITION",
    "Who runs it; without this the brand does. For the map only.",
    "3.10.1",
  ),

  Shows: term("shows A, B", "What is in the report.", "3.11.1"),
  ComparesWithPeers: term(
    "compares with peers when at least N peers",
    "Others are shown for comparison only where there are so many that nobody is recognised.",
    "3.11.2",
  ),
  HidesGroups: term("hides groups under N rows", "Groups this small are not shown.", "3.11.2"),
  HidesPersonal: term("hides personal fields", "Fields that are personal are not shown.", "3.11.2"),

  AsOf: term("as of DATE", "The day on which the test looks: what comes later is not known yet.", "3.12.15"),
  Given: term(
    'given DATASET for "KEY" in PERIOD',
    "The rows of the example: a table, or a file. What the table leaves out is filled in.",
    "3.12.3",
  ),
  Expect: term(
    'expect NAME for "KEY" in PERIOD is VALUE',
    "What must come of the rows: a verdict, a metric's value, or what a consequence gives.",
    "3.12.16",
  ),
};
