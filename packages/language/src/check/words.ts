/** What declarations and sentences are called in messages: the user's words, never the tree's. */

/** Kinds of declarations that a sentence can name. */
export type NamedKind =
  | "Dataset"
  | "Calendar"
  | "Clock"
  | "Metric"
  | "Standard"
  | "Exclusion"
  | "Amendment"
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
  Exclusion: "exclusion",
  Amendment: "amendment",
  Test: "test",
};

const SENTENCE_WORDS: Readonly<Record<string, string>> = {
  Because: "because",
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
  if (word.startsWith("the ")) return word;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** Several kinds: `a dataset or a metric`. */
export function anyDeclaration(kinds: readonly string[]): string {
  return kinds.map(aDeclaration).join(" or ");
}

/** The opening words of a sentence: `time zone`. */
export function sentenceWords(kind: string): string {
  return SENTENCE_WORDS[kind] ?? kind.toLowerCase();
}
