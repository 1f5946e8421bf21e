/** What declarations and sentences are called in messages: the user's words, never the tree's. */

/** Kinds of declarations that a sentence can name. */
export type NamedKind =
  | "Dataset"
  | "Calendar"
  | "Clock"
  | "Metric"
  | "Standard"
  | "Credit"
  | "Bonus"
  | "Points"
  | "Escalation"
  | "Ratchet"
  | "Scorecard"
  | "Tiers"
  | "Exclusion"
  | "Amendment"
  | "RampUp"
  | "Attestation"
  | "Duty"
  | "Touchpoint"
  | "Report"
  | "Test"
  | "Agreement";

const DECLARATION_WORDS: Readonly<Record<string, string>> = {
  Agreement: "agreement",
  Partners: "the declared partners",
  Dataset: "dataset",
  Calendar: "calendar",
  Clock: "clock",
  Metric: "metric",
  Standard: "standard",
  Credit: "credit",
  Bonus: "bonus",
  Points: "points",
  Escalation: "escalation",
  Ratchet: "ratchet",
  Scorecard: "scorecard",
  Tiers: "tiers",
  Exclusion: "exclusion",
  Amendment: "amendment",
  RampUp: "ramp_up",
  Attestation: "attestation",
  Duty: "duty",
  Touchpoint: "touchpoint",
  Report: "report",
  Test: "test",
};

const SENTENCE_WORDS: Readonly<Record<string, string>> = {
  Because: "because",
  Covers: "covers",
  BindsBrand: "binds brand",
  JudgedWith: "judged with",
  Effective: "effective",
  AgreementVersion: "version",
  Supersedes: "supersedes",
  Owner: "owner",
  TimeZone: "time zone",
  Currency: "currency",
  YearStarts: "year starts on",
  Rounding: "rounding",
  BusinessDaysOf: "business days of",
  Open: "open",
  ClosedHolidaysBy: "closed holidays by",
  CutOff: "cut off",
  Starts: "starts",
  Stops: "stops",
  Restarts: "restarts",
  Pauses: "pauses while",
  CountsTime: "counts time in",
  ClockDated: "dated",
  DueAt: "due at",
  DueWithin: "due within",
  WarnsAt: "warns at",
  Active: "active from",
  DatasetPartner: "partner",
  DatasetDated: "dated",
  MissingIs: "missing is",
  DuplicatesOnce: "duplicates counted once",
  Valid: "valid from",
  KeepsLatest: "keeps latest",
  MetricDated: "dated",
  Final: "final",
  CountsAtMost: "counts at most",
  Better: "is better",
  AppliesTo: "applies to",
  Requires: "requires",
  Measured: "measured",
  Assessed: "assessed",
  Needs: "needs",
  Excluding: "excluding",
  MissingData: "missing data counts as",
  Removes: "removes",
  Affected: "applies when",
  Evidence: "needs evidence",
  Recorded: "recorded in",
  ChangesLimit: "changes limit",
  PutsAtRisk: "puts",
  MissWeight: "weight",
  Forgives: "forgives",
  EarnsBack: "earns back when",
  PaysForRows: "pays for rows of",
  Gives: "gives",
  Capped: "capped at",
  Unless: "unless",
  IgnoresAmounts: "ignores amounts",
  AdditionalTo: "additional to",
  GivesPoints: "gives",
  Doubled: "doubled when",
  Step: "step",
  Resets: "resets after",
  RatchetWhen: "when",
  RaisesLimit: "raises limit",
  ScoreWeight: "weight",
  Level: "level",
  Lasts: "lasts",
  UntilRows: "until",
  Suspends: "suspends",
  GivenBy: "given by",
  EvidenceKind: "evidence",
  ValidFor: "valid",
  ValidUntil: "valid",
  DueSentence: "due",
  Delivers: "delivers",
  DutyWhen: "when",
  IfMissed: "if missed",
  Stage: "stage",
  Channel: "channel",
  RunBy: "run by",
  Shows: "shows",
  ComparesWithPeers: "compares with peers",
  HidesGroups: "hides groups",
  HidesPersonal: "hides personal fields",
  AsOf: "as of",
  Expect: "expect",
};

/** The word of a declaration, without article: `dataset`. */
export function declarationWord(kind: string): string {
  return DECLARATION_WORDS[kind] ?? kind.toLowerCase();
}

/** A declaration with its article: `a dataset`, `an exclusion`. */
export function aDeclaration(kind: string): string {
  const word = declarationWord(kind);
  if (word.startsWith("the ") || word === "points" || word === "tiers") return word;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** Several kinds, with their articles: `a dataset or a metric`. */
export function anyDeclaration(kinds: readonly string[]): string {
  return alternatives(groupedKinds(kinds).map(aDeclaration));
}

/** Several kinds, without articles: `dataset or metric`. */
export function anyDeclarationWord(kinds: readonly string[]): string {
  return alternatives(groupedKinds(kinds).map(declarationWord));
}

const CONSEQUENCES: readonly string[] = [
  "Credit",
  "Bonus",
  "Points",
  "Escalation",
  "Ratchet",
  "Scorecard",
  "Tiers",
];

/** Where every kind of consequence may stand, people are told of consequences. */
function groupedKinds(kinds: readonly string[]): readonly string[] {
  if (!CONSEQUENCES.every((kind) => kinds.includes(kind))) return kinds;
  return [...kinds.filter((kind) => !CONSEQUENCES.includes(kind)), "Consequence"];
}

function alternatives(words: readonly string[]): string {
  if (words.length < 4) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The opening words of a sentence: `time zone`. */
export function sentenceWords(kind: string): string {
  return SENTENCE_WORDS[kind] ?? kind.toLowerCase();
}
