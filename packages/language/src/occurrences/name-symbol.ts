/**
 * What a name stands for, and where it stands.
 *
 * A symbol is one thing that a text names: a declaration, a field of a dataset, a member of a `one of`, a step, a level.
 * An occurrence is one place where its name is written. Most occurrences are of one symbol; a key of a look-up and the
 * field of `for each` name fields of several datasets at once, and must go on doing so.
 */
import type { SourceFile, Span } from "../source/source-file.ts";
import type * as ast from "../syntax/ast.ts";

/** Kinds of things with names. A `reserved` one belongs to a later version of the language. */
export type SymbolKind =
  | "agreement"
  | "partners"
  | "dataset"
  | "calendar"
  | "clock"
  | "metric"
  | "standard"
  | "credit"
  | "bonus"
  | "points"
  | "escalation"
  | "ratchet"
  | "scorecard"
  | "tiers"
  | "exclusion"
  | "amendment"
  | "ramp_up"
  | "attestation"
  | "duty"
  | "touchpoint"
  | "report"
  | "test"
  | "field"
  | "member"
  | "step"
  | "level"
  | "reserved";

/** Something with a name. */
export interface NameSymbol {
  /** Equal for the same thing seen from several agreements that use its file. */
  readonly id: string;
  readonly kind: SymbolKind;
  readonly name: string;
  /** The dataset of a field, the field of a member, the escalation of a step, the tiers of a level. */
  readonly owner: NameSymbol | null;
  readonly file: SourceFile;
  /** Where its name is declared; for what a clock gives to its cases, the words that say when. */
  readonly nameSpan: Span;
  /** All of the declaration, or of the sentence. */
  readonly span: Span;
  /** The label. */
  readonly title: string | null;
  /** What declares it; null for what a clock gives to its cases. */
  readonly node: SymbolNode | null;
}

export type SymbolNode = ast.Declaration | ast.Field | ast.Member | ast.Step | ast.Level;

/** A name that is written somewhere. */
export interface Occurrence {
  readonly file: SourceFile;
  readonly span: Span;
  readonly symbol: NameSymbol;
  /** Further symbols that the same word names: fields of one name in other datasets. */
  readonly others: readonly NameSymbol[];
  readonly role: "declaration" | "reference";
}

/** What a word of the language means that stands where a name might. */
export type WordMeaning =
  | "verdict"
  | "yes or no"
  | "weekday"
  | "month"
  | "currency"
  | "line"
  | "rows"
  | "consequence kind"
  | "report part"
  | "none"
  /** A word that the writer chose and that nothing refers to. */
  | "free";

/** A word that names nothing that is declared. */
export interface WordUse {
  readonly file: SourceFile;
  readonly span: Span;
  readonly text: string;
  readonly meaning: WordMeaning;
}

/** A name of which nobody knows what it means. */
export interface UnknownName {
  readonly file: SourceFile;
  readonly span: Span;
  readonly text: string;
}

/** Fields whose values are compared with each other: members of their lists are matched by name (SPEC §2.8.2). */
export interface Meeting {
  readonly one: NameSymbol;
  readonly other: NameSymbol;
}
